/** What is asked of a folder of outputs, and what is said of it beside the table. */

import type { Level } from '../../schemas/flat.js'
import type { TableKind } from '../../schemas/kinds.js'

/** A figure of one kind of table, one measure, at one level. */
export interface FigureWish {
  of: 'figures'
  kind: TableKind
  measure: string
  level: Level | null
}

export interface SentenceWish {
  of: 'sentences'
  measure: string
  subject: string | null
  /** Of counts, rates and shares: what they are in. */
  unit: string | null
}

export interface ProjectWish {
  of: 'projects'
  /** Of record; null: all. */
  kind: string | null
  item: string
}

export type Wish = (FigureWish | SentenceWish | ProjectWish) & {
  /** Null: the document's own year as it states it, which must be one phase in all. */
  phase: string | null
  scope: string | null
  year: number | null
  /** What the PDFs lie below: a folder or an address; null: the folder that was read. */
  links: string | null
}

/** What a person should know of the table: said beside it, and never a reason to stop. */
export interface Remark {
  file: string
  code:
    | 'failed'
    | 'same_content'
    | 'no_such_table'
    | 'several_tables'
    | 'other_document'
    | 'unsaid'
    | 'other_phase'
    | 'other_year'
    | 'no_such_measure'
  message: string
}

export type Say = (remark: Remark) => void
