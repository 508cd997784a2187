{
  runAsGroup = 101;
  a = "b"; a = "b";
  b = [ 1 (-2) "c" null { d = true; e = 1.5; } ]; b = [ 1 (-2) "c" null { e = 1.5; d = true; } ];
  c = { d = 1; }; c = { d = 1; e = 2; }; c.d = 1;
  runAsGroup = 101;
}
