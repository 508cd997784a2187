[
  ./a ../a ./. ../.. /a /a/b a/b a.b/c 1/2 -/a +/a .../a a/b.c-d_e+f ./a./..b ~/a ~/a/b.c
  a/b/c.d (a /b) (a / b) (1/ 2) ({}.a or /b) (a//b) (a// b) (a//./b) if/b (x: ./x) a'/b
]
