{ a.b.c = { d = 1; }; }.a.b.x.d
