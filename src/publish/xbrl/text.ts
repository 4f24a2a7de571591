/** Printed text as XBRL can carry it: XML's characters only, blanks collapsed, nothing else changed. */
import { NOT_XML } from '../text/xml.js'

/** XML 1.0 holds these controls and advises against them; 1.1 does not hold them plainly. */
const NOT_PLAIN = new RegExp(`${NOT_XML}|[\\u007f-\\u0084\\u0086-\\u009f]`, 'g')

export function token(text: string): string {
  return text
    .replace(NOT_PLAIN, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim()
}

/** An identifier's form: blanks inside a printed name are layout, and xBRL-CSV allows none. */
export function withoutBlanks(text: string): string {
  return token(text).replaceAll(' ', '')
}
