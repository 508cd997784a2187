{
  empty = '''';
  blank = ''   '';
  blankLines = ''


  '';
  oneLine = ''one'';
  stripped = ''
    a
      b

    c
  '';
  lastLine = ''
    a
    b'';
  lastLineIndented = ''
    a
      '';
  textOnFirstLine = ''  a
    b
  '';
  firstLineOfSpaces = ''   
    a
  '';
  tabs = ''
    a
	b
  '';
  tabsAfterSpaces = ''
    	a
    	  b
  '';
  blankLineWithSpaces = ''
      a
  
      b
  '';
  interpolationAtLineStart = ''
    ${a}
      ${b} c
    ${''
      nested
        ${c}
    ''}
  '';
  interpolationSetsIndentation = ''
      a
    ${b}
      c'';
  escapes = ''
    ''$ ''${a} ''' ''\n ''\t ''\r ''\\ ''\' ''\${a} \n $ $$ $a $${a} $$${a} ' 'a '$ "
  '';
  escapeAtLineStart = ''
      a
    ''$b
      c
  '';
  escapedLineFeed = ''
    a
    ''\n    b
      c
  '';
  escapedLineFeedFirst = ''''\n    a
    b
  '';
  escapedLineBreak = ''
    a''\
    b
  '';
  quoteAtLineStart = ''
    '''a'''
     'b
  '';
  dollarAtLineStart = ''
    $
      $a
  '';
  onlyInterpolation = ''${a}'';
  spacesThenInterpolation = ''   ${a}'';
  spacesAfterInterpolation = ''
    ${a}   '';
  lastLineAfterInterpolation = ''
    ${a}
  '';
  lonelyQuotes = ''a'b'''c'';
  trailingDollar = ''a$'';
  dollarQuote = ''a$'b'';
}
