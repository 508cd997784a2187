{ inherit "a${b}"; }
