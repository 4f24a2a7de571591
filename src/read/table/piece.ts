/** What one page holds of a table, with what is said around it. */
import type { TextLine } from '../../../schemas/stages.js'
import type { Heading } from './heading.js'
import type { Block } from './layout.js'

export interface Piece extends Block {
  /** Where its page stands in the order of reading: two can be printed on one sheet. */
  sheet: number
  heading: Heading
  /** No other table's title, and no prose, stands between it and the block before. */
  adjoins: boolean
  /** Lines beside its lattice. */
  beside: TextLine[]
  /** Nothing stands below it on its page. */
  endsPage: boolean
  /** The page before, where the title stands at its foot. */
  titlePage: number | null
}

/** A lattice without any words or figures is no table by itself. */
export function saysSomething({ rows, header }: Block): boolean {
  return rows.length > 0 || header.length > 0
}
