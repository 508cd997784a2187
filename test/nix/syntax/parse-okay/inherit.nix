[
  { inherit; } { inherit a; } { inherit a b c; } { inherit "a"; } { inherit ${"a"} b; } { inherit or; } { inherit (a) b; } { inherit (a) b c "d" ${"e"}; } { inherit (a); }
  { inherit (a b) c; inherit (d) e; inherit f; g = 1; } rec { inherit a; inherit (b) c; } (let inherit a; inherit (b) c; in a)
]
