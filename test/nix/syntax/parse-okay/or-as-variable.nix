[ a or b (a or) (f a or) (f a or b) (f or) (f or x) (f or x y) ((f or) x) (f (or' or) x) ((f x) or y) (<a> or) ({ or = 1; }.or or 2) (a.or or b) (f a.b or c or) ]
