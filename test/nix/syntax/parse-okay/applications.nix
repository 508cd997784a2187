[ (f x) (f x y z) ((f x) y) (f (x y)) (f x.y z) (f.g x) (f [ ] { } "a" 1 ./b <c> x:y) (f rec { }) (f let { body = 1; }) (f (x: x)) (1 2) (f''a'')
  (f"a") (f[ ]) (f{ }) (f(x)) (f./a) (f 1.5) (f.5) (f 1.x) (<a> b) ((-a) b) ((a < b) c) ((a <= b) c) ]
