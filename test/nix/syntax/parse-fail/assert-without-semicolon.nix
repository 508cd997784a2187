{ a = assert b }
