# Always configure
app = {
  a = 1;
}
