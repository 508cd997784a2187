"a ${null}"
