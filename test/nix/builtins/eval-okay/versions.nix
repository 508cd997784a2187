let
  inherit (builtins) compareVersions splitVersion parseDrvName;
in
{
  compare = map (p: compareVersions (builtins.elemAt p 0) (builtins.elemAt p 1)) [
    [ "1.0" "2.3" ] [ "2.1" "2.3" ] [ "2.3" "2.3" ] [ "2.5" "2.3" ] [ "3.1" "2.3" ] [ "2.3.1" "2.3" ] [ "2.3.1" "2.3a" ] [ "2.3pre1" "2.3" ] [ "2.3pre3" "2.3pre12" ]
    [ "2.3a" "2.3c" ] [ "2.3pre1" "2.3c" ] [ "2.3pre1" "2.3q" ] [ "" "" ] [ "" "1" ] [ "a" "" ] [ "pre" "" ] [ "1.0" "1-0" ] [ "1" "1.0" ] [ "007" "7" ] [ "20240101120000" "3" ]
    [ "99999999999" "100000000000" ] [ "2147483647" "2147483648" ] [ "1..2" "1.2" ] [ "1pre" "1pre1" ] [ "1a2b" "1a2" ]
  ];
  split = map splitVersion [ "1.2.3pre4-5" "" "..." "1a2b" "alpha" "1.2-rc1" "é1" ];
  names = map parseDrvName [ "nix-0.12pre12876" "a-b-c-1234pre5+git" "hello" "" "-" "-1" "a-" "a--1" "foo-1bar-2" "x-é" "x-\n" "python3.9-foo-1.0" ];
}
