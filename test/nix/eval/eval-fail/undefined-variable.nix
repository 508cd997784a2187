let used = 1; in if true then used else usde
