a.b = 1;
"c d".e = 2; inherit f;
${g} = 3
