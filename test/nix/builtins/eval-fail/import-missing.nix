import ./missing
