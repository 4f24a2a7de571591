/** Text as XML carries it: what the printers of XML and of workbooks share. */

/** What no XML can hold, as the source of an expression: controls, two code points, halves of a surrogate pair. */
export const NOT_XML =
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]' +
  '|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]'
