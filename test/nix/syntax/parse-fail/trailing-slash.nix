./a/ b
