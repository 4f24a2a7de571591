/** What one page holds of a table, with what is said around it. */
import type { Heading } from './heading.js'
import type { Block } from './layout.js'

export interface Piece extends Block {
  heading: Heading
  /** No other table's title, and no prose, stands between it and the block before. */
  adjoins: boolean
  /** Nothing stands below it on its page. */
  endsPage: boolean
  /** The page before, where the title stands at its foot. */
  titlePage: number | null
}
