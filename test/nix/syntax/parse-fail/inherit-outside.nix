1 + inherit a
