/** Text as a workbook carries it: exceljs escapes what XML escapes, and drops what XML cannot hold. */
import { NOT_XML } from '../text/xml.js'

/** Excel's limit of a cell, in UTF-16 units. */
export const LONGEST = 32_767
const CUT = '…（过长截断，全文见 JSON）'

/** What XML cannot carry as it is or exceljs drops, and what would be read as `_xHHHH_`, the form it has instead. */
const ODD = new RegExp(`${NOT_XML}|[\\r\\u007f]|_(?=x[0-9A-Fa-f]{4}_)`, 'g')

/** Most texts have nothing of it: one look at each letter says so. */
const PLAIN = /^[\t\n\u0020-\u005e\u0060-\u007e\u0080-\ud7ff\ue000-\ufffd]*$/

/** Text for a cell or a note: what is too long says that it is cut. */
export function cellText(text: string): string {
  if (text.length <= LONGEST && PLAIN.test(text)) return text
  return fitText(text).replace(
    ODD,
    (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}

function fitText(text: string): string {
  if (text.length <= LONGEST) return text
  const kept = text.slice(0, LONGEST - CUT.length)
  return kept.replace(/[\ud800-\udbff]$/, '') + CUT
}

/** Headers of pages hold 255 characters, and a single `&` is a command. */
export function headerText(text: string): string {
  return text.replace(ODD_IN_HEADER, ' ').slice(0, 80).replaceAll('&', '&&')
}

const ODD_IN_HEADER = /[\u0000-\u001f\u007f\ud800-\udfff\ufffe\uffff]+/g

/** The name of a file as a link says it; halves of a surrogate pair have no form there. */
export function urlOf(name: string): string {
  return encodeURIComponent(name.replace(NO_TEXT, '\ufffd'))
}

const NO_TEXT = new RegExp(NOT_XML, 'g')
