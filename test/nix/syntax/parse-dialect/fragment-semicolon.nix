app = { a = 1; };
