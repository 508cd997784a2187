let
  inherit (builtins) typeOf isNull isBool isInt isFloat isString isPath isList isAttrs isFunction;
  values = [ null true 1 1.5 "s" ./x [ ] { } (x: x) builtins.add (builtins.add 1) { __functor = self: x: x; } 9223372036854775807 (derivation { name = "n"; system = "s"; builder = "b"; }) ];
in
{
  typeOf = map typeOf values;
  checks = map (check: map check values) [ isNull isBool isInt isFloat isString isPath isList isAttrs isFunction ];
  constants = [ builtins.null builtins.true builtins.false builtins.langVersion builtins.storeDir ];
}
