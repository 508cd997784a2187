import . { }
