let s = { a.b.c = 1; n = null; l = [ 1 ]; f = x: x; }; in
[
  s.a.b.c
  (s.a.x or 2)
  (s.x.y.z or 3)
  (s.n.x or 4)
  (s.l.x or 5)
  (s ? a.b.c)
  (s ? a.b.c.d)
  (s ? n.x)
  (s ? x)
  (s.f 6)
  (s.a.b.c or (throw "no"))
  (s."a".b."c")
  ({ a = { }; }.a.b or 7)
  (1 ? a)
  (null ? a.b)
]
