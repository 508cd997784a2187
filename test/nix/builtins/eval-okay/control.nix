let
  inherit (builtins) seq deepSeq tryEval trace addErrorContext;
  boom = throw "boom";
in
{
  seq = [ (seq 1 2) (tryEval (seq boom 2)) (seq { a = boom; } 3) (seq [ boom ] 4) ];
  deepSeq = [ (deepSeq { a = [ 1 ]; } 2) (tryEval (deepSeq { a = [ boom ]; } 2)) (let x = { inherit x; }; in deepSeq x 5) ];
  tryEval = [ (tryEval 1) (tryEval boom) (tryEval (assert false; 1)) ((tryEval { a = boom; }).success) (tryEval (tryEval boom)) (tryEval (throw (throw "inner"))) ];
  context = addErrorContext "not shown" 1;
  many = builtins.length (builtins.filter (x: !x.success) (builtins.genList (i: tryEval (throw "x")) 1000));
}
