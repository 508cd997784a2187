{ a = throw "not caught"; }.a or 1
