{
  a = { b = 1; }; # one
  c = f x   # two
}
