/** A flat list as a sheet: one header row that stays in sight, a filter, columns that fit. */
import type { Label } from '../../../schemas/labels.js'
import { type Place, range } from '../xlsx/address.js'
import type { Workbook } from '../xlsx/package.js'
import type { Sheet, SheetCell } from '../xlsx/sheet.js'
import { exactNumber, figureLook, LOOKS } from './looks.js'
import { rowHeight } from './width.js'

export interface ListColumn {
  title: string
  /** In characters. */
  width: number
  /** For the 数据字典. */
  about: string
  type: 'text' | 'number'
}

/** A value of a row; with `to`, a link. Strings are text, also where they are all digits. */
export type Entry = SheetCell & { to?: Place | null }

export function text(value: string | null | undefined, to?: Place | null): Entry {
  return { value: value ?? '', look: to ? LOOKS.link : LOOKS.listed, to }
}

/** One line high, however long: for lists of many rows. */
export function line(value: string | null | undefined, to?: Place | null): Entry {
  return { value: value ?? '', look: to ? LOOKS.lineLink : LOOKS.line, to }
}

export function count(value: number | null): Entry {
  return { value, look: LOOKS.count }
}

/** A decimal as a number where that is exact, else as text. */
export function figure(value: string | null): Entry {
  if (value === null) return text('')
  const number = exactNumber(value)
  return number === null ? text(value) : { value: number, look: figureLook(value) }
}

/** The values that a column can hold, for the 数据字典. */
export function listed(labels: Readonly<Record<string, Label>>): string {
  return Object.values(labels)
    .map(({ zh }) => zh)
    .join('、')
}

export class List {
  #sheet: Sheet

  constructor(
    private readonly workbook: Workbook,
    private readonly name: string,
    private readonly columns: readonly ListColumn[],
  ) {
    this.#sheet = this.#begin()
  }

  #begin(): Sheet {
    const sheet = this.workbook.addSheet(this.name)
    sheet.add(this.columns.map(({ title }) => ({ value: title, look: LOOKS.header })))
    sheet.widths = this.columns.map(({ width }) => width)
    sheet.frozen = { rows: 1, columns: 0 }
    sheet.titleRows = [1, 1]
    return sheet
  }

  /** What a full sheet cannot hold goes on on a further one. */
  add(entries: readonly Entry[]): void {
    if (this.#sheet.isFull(entries.length)) {
      this.end()
      this.#sheet = this.#begin()
    }
    const row = this.#sheet.add(entries, rowHeight(entries, this.#sheet.widths))
    for (let i = 0; i < entries.length; i++) {
      const { to } = entries[i]
      if (to) this.#sheet.link(row, i + 1, to)
    }
  }

  end(): void {
    this.#sheet.filter = range(1, 1, this.#sheet.rows, this.columns.length)
  }
}
