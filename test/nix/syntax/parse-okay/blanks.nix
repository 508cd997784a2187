# comment
/* long
   * comment */ /**/ /***/ /* / * */ 	
 [/**/1/**/2#
3	45 ]# no line break at the end