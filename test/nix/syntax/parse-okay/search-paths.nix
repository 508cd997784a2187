[ <a> <nixpkgs/lib> <a.b-c_d+e/f> <1/2> (a <b> c) (a <b) (a <b>c) (a < b/c) ]
