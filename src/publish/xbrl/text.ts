/** Printed text as XBRL can carry it: XML's characters only, blanks collapsed, nothing else changed. */

const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export function token(text: string): string {
  return text
    .replace(NOT_XML, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim()
}

/** An identifier's form: blanks inside a printed name are layout, and xBRL-CSV allows none. */
export function withoutBlanks(text: string): string {
  return token(text).replaceAll(' ', '')
}

export function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
