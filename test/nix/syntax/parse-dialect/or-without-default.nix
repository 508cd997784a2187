[ (f or x) (x or) (f x or) (f x or d e) (f (x or) d) [ f x or d ] (a.b or c) (f a.b or c) (f d.e x or) ]
