let f = x: throw "no ${x}"; in f "luck"
