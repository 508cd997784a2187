let
  inherit (builtins) add sub mul div lessThan ceil floor bitAnd bitOr bitXor;
  max = 9223372036854775807;
  min = -9223372036854775807 - 1;
in
{
  add = [ (add 1 2) (add 1 2.5) (add 0.1 0.2) (add (-1) 1) (add 9007199254740991 1) (add 4611686018427387904 4611686018427387903) ];
  sub = [ (sub 1 2) (sub 1 2.5) (sub (-9007199254740991) 1) (sub min (-1)) ];
  mul = [ (mul 3 4) (mul 3 0.5) (mul 0 (-5)) (mul 3037000499 3037000499) (mul 94906267 94906267) (mul (-1) max) ];
  div = [ (div 7 2) (div (-7) 2) (div 7 (-2)) (div (-7) (-2)) (div 1 (-2)) (div 7.0 2) (div 1 3.0) (div max 10) (div min 10) (div 9007199254740991 2) ];
  lessThan = [ (lessThan 1 2) (lessThan 2 1) (lessThan 1 1) (lessThan 1 1.5) (lessThan "a" "b") (lessThan "B" "a") (lessThan [ 1 2 ] [ 1 3 ]) (lessThan [ 1 ] [ 1 0 ]) (lessThan [ ] [ ]) (lessThan ./a ./b) (lessThan max min) ];
  ceil = [ (ceil 1.1) (ceil (-1.1)) (ceil 5) (ceil 0.0) (ceil (-0.5)) (ceil 1.0e15) ];
  floor = [ (floor 1.9) (floor (-1.1)) (floor 5) (floor (-0.5)) ];
  bits = [ (bitAnd 12 10) (bitOr 12 10) (bitXor 12 10) (bitAnd (-1) 255) (bitOr (-256) 1) (bitXor (-1) max) (bitAnd max min) ];
  limits = [ max min (max + 0.0) (add max min) ];
  printed = [ 1.0 0.1 1.0e10 1.0e-10 100000.0 1000000.0 123456.789 (-0.0) (1.0 / 3) ];
  same = [ (1 == 1.0) (max == max) (9007199254740993 == 9007199254740992) ];
}
