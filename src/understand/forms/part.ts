/** A form as the page prints it: lines of a lattice, part by part. */
import type { RawCell, TextLine } from '../../../schemas/stages.js'

/** What one table prints on one page. */
export interface Part {
  /** The table's place among the document's tables. */
  table: number
  page: number
  /** Where its lattice begins and ends. */
  left: number
  right: number
  /** Numbers of its first row of the lattice, and of the one after its last. */
  top: number
  bottom: number
  /** Of a table's first part: its title and the lines above it; nothing where it goes on. */
  head: { title: string; owner: string | null; unit: string | null; above: TextLine[] } | null
}

export interface FormLine {
  part: Part
  /** Its row of the lattice. */
  row: number
  /** The distinct cells, left to right; one that spans rows stands in each of their lines. */
  cells: RawCell[]
}
