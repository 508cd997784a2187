[ (f xs[0]) [ xs[0] ] (xs [0]) (xs[0 1]) (xs[]) (a.b or xs[0]) (f x[0]) ("a"[0]) (x or[0]) ]
