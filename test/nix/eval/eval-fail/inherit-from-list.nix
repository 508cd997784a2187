let inherit ([ 1 ]) a; in a
