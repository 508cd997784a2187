({ alpha }: alpha) { alpha = 1; alhpa = 2; }
