with { a = 1; }; with { c = 3; }; b
