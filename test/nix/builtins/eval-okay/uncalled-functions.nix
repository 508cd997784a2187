# Where there is nothing to call a function on, it is not computed.
let boom = throw "must not be computed"; in
[ (map boom [ ]) (builtins.filter boom [ ]) (builtins.sort boom [ ]) (builtins.mapAttrs boom { }) (builtins.genericClosure { startSet = [ ]; }) ]
