map (p: builtins.readFileType (../data/tree + p)) [ "" "/a.txt" "/link" "/sub" ]
