/** Where a correction holds: the tables, rows, columns and cells of the reading that its place says. */

import type { Correction, Place } from '../../schemas/corrections.js'
import type { Box, BudgetRow, BudgetTable, Cell } from '../../schemas/document.js'

/** A box on the page as displayed: pages that lie on their side are read turned. */
export type Shown = (page: number, box: Box) => Box

/** Points: less than a rule is wide, and more than what rounding to hundredths leaves. */
const NEAR = 0.5

export function isNear(a: Box, b: Box): boolean {
  return a.every((side, i) => Math.abs(side - b[i]) <= NEAR)
}

/** Where a reading has several of a kind, the box says which; where it has one, none is needed. */
function only<T>(found: readonly T[], stands: (one: T) => boolean): T | null {
  const there = found.length > 1 ? found.filter(stands) : found
  return there.length === 1 ? there[0] : null
}

export class Places {
  constructor(
    readonly tables: readonly BudgetTable[],
    readonly shown: Shown,
  ) {}

  /** @returns its place among the tables; -1 where none, or more than one, is meant */
  table(place: Place): number {
    const titled = this.tables.filter(
      ({ title, pages }) => title === place.table && pages.includes(place.page),
    )
    const table = only(titled, ({ rows }) => rows.some((row) => this.#holds(row, place)))
    return table === null ? -1 : this.tables.indexOf(table)
  }

  /** By its label; where none is said, since another correction has changed it, by its box alone. */
  row(table: BudgetTable, place: Place): BudgetRow | null {
    const { row: label } = place
    if (label === null) return table.rows.find((row) => this.#holds(row, place)) ?? null
    const labelled = table.rows.filter((row) => row.label === label)
    return only(labelled, (row) => this.#holds(row, place))
  }

  /** The id of a column. */
  column(table: BudgetTable, place: Place): string | null {
    const headed = table.columns.filter(({ path }) => path.join('\n') === place.column?.join('\n'))
    const stands = ({ id }: { id: string }) =>
      table.rows.some(({ cells }) => this.#stands(cells[id], place))
    return only(headed, stands)?.id ?? null
  }

  /** The cell that is printed there: of one over several rows, as each of them has it. */
  cell(table: BudgetTable, place: Place): Cell | null {
    const cells = table.rows.flatMap((row) => Object.values(row.cells))
    return cells.find((cell) => this.#stands(cell, place)) ?? null
  }

  /** What a correction is of, whichever of its boxes the place says: the same for all that speak of one thing. */
  subject({ what, place }: Correction, table: number): string {
    const own = this.tables[table]
    const cell = what === 'cell' ? this.cell(own, place) : null
    const row = what === 'code' ? this.row(own, place)?.id : undefined
    const column = what === 'meaning' ? this.column(own, place) : undefined
    return JSON.stringify([what, table, row, column, cell?.page, cell?.bbox])
  }

  #holds(row: BudgetRow, place: Place): boolean {
    return Object.values(row.cells).some((cell) => this.#stands(cell, place))
  }

  #stands(cell: Cell | undefined, { page, bbox }: Place): boolean {
    if (!cell?.bbox || cell.page !== page || bbox === null) return false
    return isNear(this.shown(page, cell.bbox), bbox)
  }
}
