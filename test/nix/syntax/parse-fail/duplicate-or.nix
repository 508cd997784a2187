{ or = 1; or = x; }
