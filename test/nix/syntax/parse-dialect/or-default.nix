{ a = f x or d; b = f x y or d; c = f x or (g y); d = (f x) or d; e = f x or a.b or c; f = builtins.getEnv "ENV" or "development"; g = f (x) or d; }
