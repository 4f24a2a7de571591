/** One worksheet: rows are added in order, everything else at any time. */
import { escapeXml } from '../text/xml.js'
import { address, letters, location, type Place, range } from './address.js'
import { Ascii } from './bytes.js'
import { Comments } from './comments.js'
import type { Look, Styles } from './style.js'
import { type Strings, xmlText } from './text.js'

/** A string is text whatever it begins with: this writer has no formulas. */
export interface SheetCell {
  value: string | number | null
  look: Look
}

/** Excel's limits. */
export const MOST_ROWS = 1_048_576
export const MOST_LINKS = 65_530

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

export class Sheet {
  /** In characters of the base font. */
  widths: number[] = []
  frozen = { rows: 0, columns: 0 }
  landscape = true
  /** Rows repeated on each printed page. */
  titleRows: [first: number, last: number] | null = null
  filter: string | null = null
  /** Printed above each page: what the workbook is of. */
  heading = ''
  readonly comments = new Comments()
  rows = 0
  readonly #rows = new Ascii()
  #merges: string[] = []
  #links = ''
  #linkCount = 0

  constructor(
    readonly name: string,
    private readonly strings: Strings,
    private readonly styles: Styles,
  ) {}

  /** Whether a row with so many links does not fit. */
  isFull(links: number): boolean {
    return this.rows >= MOST_ROWS || this.#linkCount + links > MOST_LINKS
  }

  /** Adds a row; a null leaves its cell out. @returns its number */
  add(cells: readonly (SheetCell | null | undefined)[], height?: number): number {
    const row = ++this.rows
    const number = String(row)
    const xml = this.#rows.put('<row r="').put(number)
    if (height) xml.put('" ht="').put(String(height)).put('" customHeight="1')
    xml.put('">')
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]
      if (cell) this.#put(letters(i + 1), number, cell)
    }
    xml.put('</row>')
    return row
  }

  #put(column: string, row: string, { value, look }: SheetCell): void {
    const xml = this.#rows.put('<c r="').put(column).put(row)
    xml.put('" s="').put(this.styles.place(look))
    if (value === null || value === '') xml.put('"/>')
    else if (typeof value === 'number') xml.put('"><v>').put(String(value)).put('</v></c>')
    else
      xml
        .put('" t="s"><v>')
        .put(String(this.strings.place(value)))
        .put('</v></c>')
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (bottom > top || right > left) this.#merges.push(range(top, left, bottom, right))
  }

  /** A link within the workbook. Beyond Excel's limit the text stays, unlinked. */
  link(row: number, column: number, to: Place): void {
    if (this.#linkCount++ >= MOST_LINKS) return
    const target = xmlText(location(to))
    this.#links += `<hyperlink ref="${address(row, column)}" location="${target}"/>`
  }

  /**
   * The part in pieces, the rows ready as bytes.
   * @param first whether it is the sheet that a reader sees first
   */
  xml(first: boolean): (string | Uint8Array)[] {
    const merges = this.#merges.map((ref) => `<mergeCell ref="${ref}"/>`)
    return [
      `<worksheet ${NAMESPACES}><sheetPr>` +
        `<pageSetUpPr fitToPage="1"/></sheetPr>${this.#view(first)}` +
        `<sheetFormatPr defaultRowHeight="15"/>${this.#columns()}<sheetData>`,
      this.#rows.bytes,
      '</sheetData>' +
        (this.filter ? `<autoFilter ref="${this.filter}"/>` : '') +
        (merges.length > 0
          ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`
          : '') +
        (this.#links ? `<hyperlinks>${this.#links}</hyperlinks>` : '') +
        this.#print() +
        '<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>' +
        (this.comments.size > 0 ? '<legacyDrawing r:id="rId2"/>' : '') +
        '</worksheet>',
    ]
  }

  #view(first: boolean): string {
    const { rows, columns } = this.frozen
    const pane = (columns > 0 ? ` xSplit="${columns}"` : '') + (rows > 0 ? ` ySplit="${rows}"` : '')
    const where = rows > 0 ? (columns > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight'
    return (
      `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">` +
      (pane
        ? `<pane${pane} topLeftCell="${address(rows + 1, columns + 1)}" activePane="${where}" state="frozen"/>` +
          `<selection pane="${where}"/>`
        : '') +
      '</sheetView></sheetViews>'
    )
  }

  #columns(): string {
    if (this.widths.length === 0) return ''
    const columns = this.widths.map(
      (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
    )
    return `<cols>${columns.join('')}</cols>`
  }

  /** A4, as wide as one page and as long as it takes; document and sheet above, page number below. */
  #print(): string {
    return (
      '<printOptions horizontalCentered="1"/>' +
      '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
      `<pageSetup paperSize="9" orientation="${this.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
      `<headerFooter><oddHeader>${escapeXml(`&L&9 ${printed(this.heading)}&R&9 &A`)}</oddHeader>` +
      `<oddFooter>${escapeXml('&C&9第 &P 页，共 &N 页')}</oddFooter></headerFooter>`
    )
  }
}

/** Headers of pages hold 255 characters, and a single `&` is a command. */
function printed(text: string): string {
  return text.replace(ODD_IN_HEADER, ' ').slice(0, 80).replaceAll('&', '&&')
}

const ODD_IN_HEADER = /[\u0000-\u001f\ud800-\udfff\ufffe\uffff]+/g
