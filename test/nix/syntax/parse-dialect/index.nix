{ a = xs[0]; b = xs[0].a.b; c = xs[0][1]; d = a.b[0].c[1].d == "x"; e = (f x)[0]; f = xs[(i + 1)] or 2; g = xs[0].a or 2; h = xs[(f x)] y; i = xs[0] + xs[1]; j = -xs[0]; }
