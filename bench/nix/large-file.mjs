/** Reading a file of 5 MB, of the forms that package sets consist of, of which little is then used. */
const entries = 8000;

const entry = (index) => `
  "package-${index}" = { stdenv, fetch ? null, version ? "1.${index}.0", ... }@args: stdenv.mkDerivation rec {
    pname = "package-${index}"; # Entry number ${index}.
    inherit version;
    src = fetch { url = "mirror://example/\${pname}-\${version}.tar.gz"; hash = "sha256-${String(index).repeat(9).slice(0, 40)}="; };
    buildInputs = [ ./patch-${index}.diff stdenv.cc ] ++ (if stdenv.isLinux or false then [ stdenv.libc ] else [ ]);
    buildPhase = ''
      make -j$NIX_BUILD_CORES PREFIX=$out VERSION=\${version}
    '';
    meta = with stdenv.lib; { license = licenses.mit; priority = ${index} + 2 * 3; broken = !stdenv.ok && ${index} > 5; };
  };`;

const source = `
let
  packages = {${Array.from({ length: entries }, (_, index) => entry(index)).join("")}
  };
  stdenv = { mkDerivation = set: set; cc = "cc"; ok = true; lib.licenses.mit = "MIT"; };
  chosen = packages.package-${entries - 1} { inherit stdenv; };
in
"\${toString (builtins.length (builtins.attrNames packages))} \${chosen.pname} \${toString chosen.meta.priority}"
`;

export const largeFile = {
  name: "large file",
  source,
  answer: JSON.stringify(`${entries} package-${entries - 1} ${entries + 5}`),
};
