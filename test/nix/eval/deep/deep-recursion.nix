# Ten thousand calls inside each other (the limit counts the outermost, too).
let
  count = n: if n == 0 then 0 else 1 + count (n - 1);
  build = n: if n == 0 then null else { next = build (n - 1); };
  depth = s: if s == null then 0 else 1 + depth s.next;
in
[ (count 9900) (depth (build 9000)) ]
