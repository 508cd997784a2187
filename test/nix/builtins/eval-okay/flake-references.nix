let
  references = [
    "github:NixOS/nixpkgs/23.05?dir=lib" "github:a/b" "github:a/b/feature/x" "github:a/b?ref=main&host=git.example.org" "gitlab:a/b/0123456789012345678901234567890123456789" "sourcehut:~a/b"
    "nixpkgs" "nixpkgs/nixos-23.05" "flake:nixpkgs/main/0123456789012345678901234567890123456789" "path:/a/b" "path:/a%20b?lastModified=5" "/abs/../x?dir=sub"
    "git+https://x.org/a?ref=main&submodules=1&foo=2" "git+ssh://git@x.org/a/b" "git://x.org/a" "hg+https://x.org/a?rev=0123" "https://x.org/a.tar.gz?narHash=sha256-x" "tarball+file:///a.tgz" "file+https://x.org/a"
  ];
in
map (r: let a = builtins.parseFlakeRef r; in { inherit a; s = builtins.flakeRefToString a; }) references
