{
  services.a = f x

  # next
  services.b.c = 2;
}
