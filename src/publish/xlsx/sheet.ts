/** One worksheet: rows are given in order and written at once, what stands below them when it is closed. */
import { once } from 'node:events'
import type { AddWorksheetOptions, Style } from 'exceljs'
import {
  type CellModel,
  type Hyperlink,
  HyperlinkXform,
  type RowModel,
  RowXform,
  type StreamingSheet,
} from '#exceljs'
import { address, location, type Place, range } from './address.js'
import { noteOf } from './note.js'
import { cellText, headerText } from './text.js'
import { XmlText } from './xml-text.js'

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

const ROWS = new RowXform()
const HYPERLINKS = new HyperlinkXform()
/** In characters: what is written to a stream at once. */
const CHUNK = 16_384

export class Sheet {
  rows = 0
  readonly name: string
  readonly #xml = new XmlText()
  /** Of a row's cells, by column: the next row has them again. */
  readonly #models: CellModel[] = []
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

  /**
   * Adds a row; a null leaves its cell out. exceljs's printer gets the models of its cells, which are all that it reads:
   * exceljs's own cells around them cost a tenth of the time, most of it in collecting them.
   * @returns its number
   */
  add(cells: readonly (SheetCell | null | undefined)[], height?: number): number {
    const number = ++this.rows
    const models: CellModel[] = []
    let isBlank = true
    let isNoted = false
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]
      if (!cell) continue
      const model = this.#modelOf(cell, number, i + 1)
      models.push(model)
      if (model.type !== VALUE_TYPES.none) isBlank = false
      if (cell.note) isNoted = true
      if (cell.to) this.#link(model.address, cell.to)
    }
    const own = height ?? (isBlank ? ROW_HEIGHT : undefined)
    const model = { cells: models, number, min: 1, max: cells.length, height: own, style: NO_STYLE }
    if (isNoted) this.#writeNoted(model)
    else this.#write(model)
    return number
  }

  #write(row: RowModel): void {
    /** What stands before all rows. */
    if (row.number === 1) this.sheet._writeRow({ hasValues: false })
    ROWS.prepare(row, this.sheet._workbook)
    ROWS.render(this.#xml, row)
    if (this.#xml.length > CHUNK) this.#flush()
  }

  /** exceljs gathers the notes of the rows that it writes. */
  #writeNoted(model: RowModel): void {
    this.#flush()
    this.sheet._writeRow({ hasValues: true, model })
  }

  #flush(): void {
    if (this.#xml.length > 0) this.sheet.stream.write(this.#xml.take())
  }

  /** Waits until what is written is packed: exceljs does not, and would hold a long sheet whole. */
  async packed(): Promise<void> {
    const [pipe] = this.sheet.stream.pipes
    if (pipe.writableNeedDrain) await once(pipe, 'drain')
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
    sheet._writeHyperlinks = () => this.#writeLinks(sheet._sheetRelsWriter._hyperlinks)
    this.#flush()
    sheet.commit()
  }

  #writeLinks(links: readonly Hyperlink[]): void {
    if (links.length === 0) return
    this.#xml.openNode('hyperlinks')
    for (const link of links) {
      HYPERLINKS.render(this.#xml, link)
      if (this.#xml.length > CHUNK) this.#flush()
    }
    this.#xml.closeNode()
    this.#flush()
  }

  #modelOf({ value, look, note }: SheetCell, row: number, column: number): CellModel {
    this.#models[column] ??= { ...NO_CELL }
    const model = this.#models[column]
    const isNone = value === null || value === ''
    const isText = typeof value === 'string'
    model.address = address(row, column)
    model.type = isNone ? VALUE_TYPES.none : isText ? VALUE_TYPES.text : VALUE_TYPES.number
    model.value = isText ? cellText(value) : value
    model.style = look
    model.comment = note ? noteOf(row, column, note) : undefined
    model.styleId = undefined
    model.ssId = undefined
    return model
  }
}

/** As exceljs counts them. */
const VALUE_TYPES = { none: 0, number: 2, text: 3 } as const

const NO_CELL: CellModel = {
  ...{ address: '', type: VALUE_TYPES.none, value: null, style: NO_STYLE },
  ...{ comment: undefined, styleId: undefined, ssId: undefined },
}
