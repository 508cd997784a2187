inherit (a) b c;
