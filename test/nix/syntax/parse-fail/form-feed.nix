ab
