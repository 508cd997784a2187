# Thousands of attributes: mapped, merged deeply, grouped, sorted, folded, read back.
{ n }:
let
  inherit (builtins) attrNames attrValues concatLists elemAt filter foldl' genList groupBy intersectAttrs isAttrs length listToAttrs mapAttrs zipAttrsWith;

  range = genList (i: i) n;
  mod = a: b: a - a / b * b;
  key = i: "k${toString (mod (i * 7919) n)}";
  sum = foldl' builtins.add 0;

  set = listToAttrs (map (i: { name = key i; value = i; }) range);
  mapped = mapAttrs (name: value: { inherit name value; double = value * 2; even = mod value 2 == 0; }) set;
  again = mapAttrs (_: item: item // { square = item.value * item.value; }) mapped;
  recursiveUpdate = a: b: zipAttrsWith (_: values:
    if length values == 1 then elemAt values 0
    else if isAttrs (elemAt values 0) && isAttrs (elemAt values 1) then recursiveUpdate (elemAt values 0) (elemAt values 1)
    else elemAt values 1) [ a b ];
  deep = recursiveUpdate again (mapAttrs (_: item: { value = item.value + 1; extra.even = item.even; }) mapped);
  filterAttrs = predicate: attrs: removeAttrs attrs (filter (name: !predicate name attrs.${name}) (attrNames attrs));
  # Updates from the left, as `foldl' (//)` over many small sets; in blocks, since each update copies.
  blocks = map (b: foldl' (a: i: a // { "f${toString (b * 50 + i)}" = i; }) { } (genList (i: i) 50)) (genList (b: b) (n / 50));
  merge = sets: if length sets == 0 then { } else if length sets == 1 then elemAt sets 0 else
    let half = length sets / 2; part = from: to: genList (i: elemAt sets (from + i)) (to - from); in
    merge (part 0 half) // merge (part half (length sets));
  groups = groupBy (i: toString (mod i 10)) range;
  sorted = builtins.sort (a: b: mod a 100 < mod b 100) range;
  chain = listToAttrs (map (i: { name = key i; value = if i == 0 then 0 else 1 + chain.${key (mod (i - 1) n)}; }) (genList (i: i) (if n < 800 then n else 800)));
  text = builtins.concatStringsSep "\n" (attrValues (mapAttrs (name: item: "${name}=${toString item.value}") mapped));
in
{
  size = length (attrNames set);
  total = sum (map (item: item.square) (attrValues again));
  deep = sum (map (item: if item.extra.even then item.value else 0) (attrValues deep));
  even = length (attrNames (filterAttrs (_: item: item.even) mapped));
  blocks = sum (attrValues (merge blocks));
  common = length (attrNames (intersectAttrs set (merge blocks // { k1 = 1; k2 = 2; })));
  groups = mapAttrs (_: sum) groups;
  stable = builtins.substring 0 60 (toString sorted);
  sorted = builtins.hashString "md5" (toString sorted);
  longest = foldl' (a: b: if a < b then b else a) 0 (attrValues chain);
  text = builtins.hashString "sha1" text;
  json = builtins.fromJSON (builtins.toJSON deep) == deep;
  zipped = length (concatLists (attrValues (zipAttrsWith (_: values: values) [ set mapped again ])));
  split = length (filter builtins.isString (builtins.split "\n" text));
}
