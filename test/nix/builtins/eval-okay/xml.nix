let d1 = derivation { name = "x"; system = "s"; builder = "b"; }; in
builtins.toXML {
  a = 1; b = [ 1.5 true null "x<\"&>'\n" /foo ]; c = x: x; d = { a, b ? 1, ... }@q: a; e = { z, y }: z; f = builtins.map; g = { }; h = [ ]; "i\"<" = 2;
  j = [ d1 d1 ]; k = 3.14159265; l = builtins.add 1;
}
