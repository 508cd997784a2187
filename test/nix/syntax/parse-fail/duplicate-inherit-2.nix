{ inherit a; inherit (b) a; }
