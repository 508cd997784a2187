[ http://example.org/a?b=c&d=e x:x a.b+c-d:e:f mailto:a@b.c a:'b' x:a,b ]
