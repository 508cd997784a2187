let name = "a" + "b"; in { a = 1; ab_ = 2; }.${name}
