(derivation { name = "a.drv"; system = "s"; builder = "b"; }).drvPath
