import type { BudgetRow } from '../../../schemas/document.js'
import type { RawCell } from '../../../schemas/stages.js'

/** What the page prints as the name of a row's code. */
export interface CodeName {
  name: string
  /** Whether the column is of names of codes for certain: another may be of projects. */
  isSure: boolean
}

/** A row before its place in the hierarchy is known. */
export interface Draft {
  row: BudgetRow
  ordinal: string
  /** How far its name is indented, in ems. */
  indent: number
  /** The place of the column that names it: a column further right names its parts. */
  rank: number
  /** What stands in its name columns, by their places: a class beside all its rows. */
  labels: ReadonlyMap<number, string>
  /** Whether it may have rows below it: 小计 beside its class does, 小计 alone sums those above. */
  opens: boolean
  codeName: CodeName | null
  /** Cells whose column holds amounts and whose text is none. */
  odd: RawCell[]
  /** Cells of the code columns that make no code. */
  oddCodes: RawCell[]
  /** A name that ends in an amount, the cell of its amount blank. */
  swallowed: RawCell | null
  page: number
}
