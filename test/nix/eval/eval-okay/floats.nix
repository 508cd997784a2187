# Printed with six digits, `toString` with six after the point; what lies in the middle goes to the even digit.
let
  values = [
    0.0 (-0.0) 1.0 (-1.5) 0.1 100000.0 999999.0 999999.5 1000000.0 1234565.0 1234575.0 100000.5 123454.5 123455.5
    0.0001 0.00001 0.0078125 0.0234375 (-0.0078125) 2.5 0.5 4.35 2.675 1.0e15 1.0e16 1.0e21 1.0e22 1.5e300
    (1.0 / 3) 9007199254740993.0 1.7976931348623157e308 2.2250738585072014e-308 (1.0e308 * 10) (-1.0e308 * 10)
  ];
in
{
  inherit values;
  strings = map toString values;
  arithmetic = [ (1 + 0.5) (1.5 * 2) (7 / 2.0) (7.0 / 2) (-(0.0)) (0 - 0.0) (1.0e308 * 10 > 9223372036854775807) ];
  rounded = [ (builtins.floor (-1.5)) (builtins.ceil (-1.5)) (builtins.floor 2.5) (builtins.ceil 2.5) (builtins.ceil 3) ];
  compared = [ (1 < 1.5) (1.5 < 1) (9007199254740993 < 9007199254740992.0) (1 <= 1.0) (1.0 >= 1) ];
  parsed = builtins.fromJSON "[ 1.5, 1e3, -0.0, 1e-7, 123456789.125, 100 ]";
}
