let
  inherit (builtins) match split;
in
{
  match = [
    (match "" "") (match "" "a") (match "ab" "abc") (match "abc" "abc") (match "a(b)(c)" "abc") (match "a(b)?c" "ac")
    (match "[[:space:]]+([[:upper:]]+)[[:space:]]+" "  FOO   ") (match "(a|ab)(c|bcd)(d*)" "abcd") (match "((a)|b)*" "ab")
    (match "(.*)\\.nix" "default.nix") (match "[^]a]" "b") (match "[]-a]+" "]^_`a") (match "a{2,3}" "aaaa") (match "a{2,}" "aaaa")
    (match "(a*)*" "b") (match "(a*)+" "") (match "^a$" "a") (match "a^b" "a^b") (match ".*" "a\nb") (match "[[.hyphen.]-]" "-")
    (match "[[=a=]]+" "aA") (match "\\(\\$\\^\\)\\*" "($^)*") (match "x*" "") (match "()" "") (match "(|a)b" "ab") (match "a|" "")
    (match "é" "é") (match "." "é") (match "[a\\]+" "a\\") (match "a{0}b" "b") (match "(a){2}{2}" "aaaa") (match "}]" "}]")
    (match "[[:alpha:]_][[:alnum:]_'-]*" "foo-bar'1") (match "([0-9]+)\\.([0-9]+)(\\.([0-9]+))?" "1.22")
  ];
  split = [
    (split "," "a,b,,c") (split "(,)" "a,b") (split "" "abc") (split "" "") (split "x" "abc") (split "a*" "baac") (split "^a" "aaa") (split "a$" "aaa")
    (split "(a)|b" "xaybz") (split "([[:upper:]]+)" "fooBARbazX") (split "a*(ab)?" "aab") (split "(ab|a)(c|bcd)?" "abcd") (split "/+" "/a//b/") (split "\n" "a\nb\n")
    (split "a|ab|abc" "xabcx")
  ];
  large = builtins.length (split "," (builtins.concatStringsSep "," (builtins.genList toString 5000)));
}
