a / / b
