let s = { a = 1; }; l = [ 1 2 3 ]; e = { }; n = [ ]; in
[ s s l l e e n n { x = s; } ]
