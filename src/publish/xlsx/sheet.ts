/** One worksheet: rows are given in order and written at once, what stands below them when it is closed. */
import type { AddWorksheetOptions, Style } from 'exceljs'
import type {
  StreamingCell,
  StreamingRow,
  StreamingSheet,
} from 'exceljs/lib/stream/xlsx/workbook-writer.js'
import { address, location, type Place, range } from './address.js'
import { noteOf } from './note.js'
import { cellText, headerText } from './text.js'

/** Callers keep one object per look: exceljs knows it again by identity, and works out no style twice. */
export type Look = Readonly<Partial<Style>>

/** A string is text whatever it begins with: nothing here says a formula. */
export interface SheetCell {
  value: string | number | null
  look: Look
  /** A cell of the workbook, or an address outside of it. */
  to?: Place | string | null
  note?: string
}

export interface SheetSetup {
  /** One that `SheetNames` gave. */
  name: string
  /** In characters of the base font. */
  widths: readonly number[]
  frozen?: { rows: number; columns: number }
  portrait?: boolean
  /** How many pages a printed sheet is wide. */
  pagesWide?: number
  /** The last of the first rows, and of the first columns, that are repeated on each printed page. */
  titles?: { rows?: number; columns?: string }
}

/** Excel's limits. */
export const MOST_ROWS = 1_048_576
export const MOST_LINKS = 65_530

const A4 = 9
/** exceljs leaves out the widths that are its default, which Excel takes for its own one. */
const DEFAULT_WIDTH = 9
const ROW_HEIGHT = 15
const NO_STYLE = Object.freeze({})
const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'
/** Codes are text on purpose: without this, Excel marks each with a green corner. exceljs cannot say it. */
const IGNORED_ERRORS =
  '<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>'

/** A4, so many pages wide and as long as it takes; document and sheet above, page number below. */
export function worksheetOptions(setup: SheetSetup, heading: string): Partial<AddWorksheetOptions> {
  const { frozen, portrait, pagesWide = 1, titles } = setup
  return {
    properties: { defaultColWidth: DEFAULT_WIDTH },
    views: frozen ? [{ state: 'frozen', ySplit: frozen.rows, xSplit: frozen.columns }] : [],
    headerFooter: {
      oddHeader: `&L&9 ${headerText(heading)}&R&9 &A`,
      oddFooter: '&C&9第 &P 页，共 &N 页',
    },
    pageSetup: {
      paperSize: A4,
      orientation: portrait ? 'portrait' : 'landscape',
      fitToWidth: pagesWide,
      fitToHeight: 0,
      pageOrder: 'overThenDown',
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(titles?.rows && { printTitlesRow: `1:${titles.rows}` }),
      ...(titles?.columns && { printTitlesColumn: `A:${titles.columns}` }),
    },
  }
}

export class Sheet {
  rows = 0
  readonly name: string
  readonly #relations = new Map<string, string>()
  #links = 0

  constructor(
    { name, widths }: SheetSetup,
    private readonly sheet: StreamingSheet,
  ) {
    this.name = name
    sheet.columns = widths.map((width) => ({ width }))
  }

  /** Whether a row with so many links does not fit. */
  isFull(links: number): boolean {
    return this.rows >= MOST_ROWS || this.#links + links > MOST_LINKS
  }

  /** Adds a row; a null leaves its cell out. @returns its number */
  add(cells: readonly (SheetCell | null | undefined)[], height?: number): number {
    const row = this.sheet.getRow(++this.rows) as StreamingRow
    row.style = NO_STYLE
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]
      if (cell) this.#put(row.getCell(i + 1), cell)
    }
    if (height) row.height = height
    // exceljs leaves out a row without values, though its cells have borders.
    else if (!row.hasValues) row.height = ROW_HEIGHT
    row.commit()
    return this.rows
  }

  #put(cell: StreamingCell, { value, look, to, note }: SheetCell): void {
    if (typeof value === 'number') cell.value = value
    else if (value) cell.value = cellText(value)
    cell.style = look
    if (note) cell._comment = noteOf(this.rows, Number(cell.col), note)
    if (to) this.#link(cell.address, to)
  }

  /**
   * Beyond Excel's limit the text stays, unlinked. As values of cells exceljs makes every link a relation of its own,
   * to the outside: a link to a cell has none, and those to one page share one.
   */
  #link(from: string, to: Place | string): void {
    if (this.#links++ >= MOST_LINKS) return
    const { _sheetRelsWriter: relations } = this.sheet
    if (typeof to !== 'string') {
      relations._hyperlinks.push({ address: from, target: location(to) })
      return
    }
    let rId = this.#relations.get(to)
    if (rId === undefined) {
      rId = relations.addMedia({ Type: HYPERLINK, Target: to, TargetMode: 'External' })
      this.#relations.set(to, rId)
    }
    relations._hyperlinks.push({ address: from, rId })
  }

  /**
   * Cells of rows that are written or still to come. `mergeCells` of exceljs wants them all unwritten, and compares
   * each merge with every one before.
   */
  merge(top: number, left: number, bottom: number, right: number): void {
    if (bottom > top || right > left) this.sheet._merges.push(range(top, left, bottom, right))
  }

  /** @param filtered columns of a list, by its first row */
  close(filtered = 0): void {
    const { sheet } = this
    if (filtered > 0) sheet.autoFilter = `${address(1, 1)}:${address(this.rows, filtered)}`
    const writeBreaks = sheet._writeRowBreaks.bind(sheet)
    sheet._writeRowBreaks = () => {
      writeBreaks()
      sheet.stream.write(IGNORED_ERRORS)
    }
    sheet.commit()
  }
}
