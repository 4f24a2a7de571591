/** A flat list as a sheet: one header row that stays in sight, a filter, columns that fit. */

import { range } from '../xlsx/address.js'
import type { Workbook } from '../xlsx/package.js'
import type { Sheet, SheetCell } from '../xlsx/sheet.js'
import { LOOKS } from './looks.js'
import { textWidth, Widths } from './width.js'

export interface ListColumn {
  title: string
  most?: number
}

/** Rows of which a sheet is full go on on a further one. */
export class List {
  #sheet: Sheet
  readonly #widths: Widths
  readonly #header: SheetCell[]

  constructor(
    private readonly workbook: Workbook,
    private readonly name: string,
    private readonly titles: readonly string[],
    most: number,
  ) {
    this.#widths = new Widths(6, most)
    this.#header = titles.map((value) => ({ value, look: LOOKS.header }))
    titles.forEach((title, i) => {
      this.#widths.see(i, textWidth(title))
    })
    this.#sheet = this.#begin()
  }

  #begin(): Sheet {
    const sheet = this.workbook.addSheet(this.name)
    sheet.add(this.#header)
    sheet.frozen = { rows: 1, columns: 0 }
    sheet.titleRows = [1, 1]
    return sheet
  }

  add(cells: readonly SheetCell[]): { sheet: Sheet; row: number } {
    if (this.#sheet.full) {
      this.end()
      this.#sheet = this.#begin()
    }
    cells.forEach(({ value }, i) => {
      if (typeof value === 'string') this.#widths.see(i, textWidth(value))
      else if (value !== null) this.#widths.see(i, String(value).length + 4)
    })
    return { sheet: this.#sheet, row: this.#sheet.add(cells) }
  }

  end(): void {
    const columns = this.titles.length
    this.#sheet.widths = this.#widths.list(columns)
    this.#sheet.filter = range(1, 1, this.#sheet.rows, columns)
  }
}
