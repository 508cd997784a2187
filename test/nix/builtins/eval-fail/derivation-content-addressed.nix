(derivation { name = "a"; system = "s"; builder = "b"; __contentAddressed = true; }).drvPath
