{ a = throw "not caught"; } ? a.b
