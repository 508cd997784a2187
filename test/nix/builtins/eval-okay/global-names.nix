# Names that are in scope without `builtins.`
[ (abort != null) baseNameOf derivation derivationStrict dirOf (false == false) fromTOML import isNull map (null == null) placeholder removeAttrs scopedImport throw toString (true == true) ]
