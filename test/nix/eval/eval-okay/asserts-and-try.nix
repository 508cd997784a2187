[
  (assert 1 == 1; 2)
  (builtins.tryEval (throw "x"))
  (builtins.tryEval (assert false; 1))
  (builtins.tryEval 5)
  (builtins.tryEval { a = throw "deep"; }).success
  (builtins.tryEval (builtins.deepSeq { a = throw "deep"; } 1))
  (builtins.tryEval (let x = throw "a"; in x + 1)).success
  (let r = builtins.tryEval (throw "again"); in r.success || r.success)
  (let t = throw "t"; in [ (builtins.tryEval t).success (builtins.tryEval t).success ])
  (builtins.tryEval <no-such-entry-anywhere>).success
]
