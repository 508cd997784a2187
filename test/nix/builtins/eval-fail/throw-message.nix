throw "reason ${toString 1}"
