or = 1;
