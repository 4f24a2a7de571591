/** What a place's name says: `t9.r1.abroad` is the cell of column `abroad` in row `t9.r1` of table `t9`. */

export interface CellPlace {
  table: string
  row: string | null
  column: string | null
}

const CELL = /^(t\d+)(?:\.(r\d+|\*)(?:\.(.+))?)?$/s

/** Null for what is in no table. */
export function cellOf(place: string): CellPlace | null {
  const [, table, row, column = null] = CELL.exec(place) ?? []
  if (table === undefined) return null
  return { table, row: row === undefined || row === '*' ? null : `${table}.${row}`, column }
}

export const cellKey = (row: string, column: string) => `${row}.${column}`
/** All cells of a column: its head was chosen. */
export const columnKey = (table: string, column: string) => `${table}.*.${column}`

/** The table, record or `facts` that shows a place. */
export function sectionOf(place: string): string | null {
  if (/^f\d+$/.test(place)) return FACTS
  return /^[tp]\d+/.exec(place)?.[0] ?? null
}

/** The section of the sentences. */
export const FACTS = 'facts'
