[ a.b a.b.c a.${b} a."b" a."b c" a."${b}" a."b${c}" a.${"b"} a.${b}.c."d" a . b . c a.or a.or.or (a.b).c { }.a rec { a = 1; }.a [ ].a "a".b 1.5.a
  (a.b or c) (a.b or c d) (a.b.c or d.e or f) (a.b or (c d)) (a.b or c.d) (a."b" or { }) (f a.b or c) (a.b or c or d) a.b or c ]
