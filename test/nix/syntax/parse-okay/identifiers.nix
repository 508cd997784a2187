[ a _ _a a' a-b a1 a'b-c_d in_ if' then- elsewhere lets recur inherits orange or' __curPos ]
