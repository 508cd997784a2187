[
  0 1 42 007 9223372036854775807
  1.5 1. .5 0.5 1.5e3 1.e-3 1.0E+30 123456789.123456789 0.0e-999 2.2250738585072014e-308
  # Zeroes in front make two tokens, an exponent needs a dot, and a name may follow at once.
  00.5 01.5 1e3 1a 1.a 1.2.3
]
