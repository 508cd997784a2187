/** POSIX's names of the ASCII characters, for `[[.name.]]` and `[[=name=]]`. Only letters name themselves. */
const names: readonly string[] = [
  ..."NUL SOH STX ETX EOT ENQ ACK alert backspace tab newline vertical-tab form-feed carriage-return SO SI".split(" "),
  ..."DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC IS4 IS3 IS2 IS1 space exclamation-mark quotation-mark".split(" "),
  ..."number-sign dollar-sign percent-sign ampersand apostrophe left-parenthesis right-parenthesis".split(" "),
  ..."asterisk plus-sign comma hyphen period slash zero one two three four five six seven eight nine".split(" "),
  ..."colon semicolon less-than-sign equals-sign greater-than-sign question-mark commercial-at".split(" "),
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  ..."left-square-bracket backslash right-square-bracket circumflex underscore grave-accent".split(" "),
  ..."abcdefghijklmnopqrstuvwxyz",
  ..."left-curly-bracket vertical-line right-curly-bracket tilde DEL".split(" "),
];

/** The code of a named character. */
export function collatingName(name: string): number | undefined {
  const code = names.indexOf(name);
  return code < 0 ? undefined : code;
}
