/**
 * A spreadsheet that is wider than a page goes on beside it: its rows are those of a page before, in the
 * same heights, and its columns are further ones. Programs print down and then over, or over and then down.
 */
import type { HeaderColumn, RawCell, RawRow } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { isBlank, isFilled } from './blank.js'
import { isKeyWord } from './header-words.js'
import { type LaidOut, layOut } from './layout.js'
import type { Line } from './lines.js'
import type { Piece } from './piece.js'

/** The rows that share a page. */
export interface Band {
  piece: Piece
  /** By line below the head: whether it is no head again, and the table's row, if it is one. */
  isBody: boolean[]
  rowOf: (RawRow | null)[]
}

/** The columns that share a page. */
export interface Strip {
  header: Line[]
  columns: HeaderColumn[]
  /** Which of the page's columns are the strip's: keys that are printed again are not. */
  kept: number[]
  /** Where the strip's first column stands among the table's. */
  first: number
  /** How many bands have been seen of it. */
  bands: number
}

/** One row of a spreadsheet has one height on all pages, to so many points. */
const SAME_HEIGHT = 1

/**
 * A page's rows as those of a band, if it has all rows of the band's body and no others: head cells that
 * span rows have none of the rules between them.
 * @returns null where it has other rows
 */
export function linesAs({ piece }: Band, other: Piece): Line[] | null {
  const inside = piece.whole.length - piece.lines.length
  const [tops, others] = [fromTop(piece), fromTop(other)]
  const placeOf = (top: number) => others.findIndex((y) => Math.abs(y - top) <= SAME_HEIGHT)
  const places = tops.map(placeOf)
  const isWhole = places.slice(inside + piece.head).every((place) => place >= 0)
  if (!isWhole || new Set(places.filter((place) => place >= 0)).size !== others.length) return null
  return piece.lines.map((_, i) => {
    const above = places.slice(0, inside + i + 1).findLast((place) => place >= 0) ?? 0
    return other.whole[above]
  })
}

function fromTop({ ys }: Piece): number[] {
  return ys.map((y) => y - ys[0])
}

/** A page's lines as those of a band: what is head there is head here, what is no row there is none here. */
export function layBeside({ piece, isBody }: Band, lines: Line[]): LaidOut {
  return layOut(lines, piece.head, { isBody })
}

/** Head cells that are cut between two pages have their words on one of them: each with the words of both. */
export function cutWords(before: Line[], after: Line[]): Map<RawCell, RawCell> {
  const words = new Map<RawCell, RawCell>()
  for (const [k, line] of before.entries()) {
    const [left, right] = [line.at(-1), after[k]?.[0]]
    if (!left || !right || !isDivided(left, before) || !isDivided(right, after)) continue
    if (isFilled(left) && isBlank(right)) words.set(right, { ...right, text: left.text })
    if (isBlank(left) && isFilled(right)) words.set(left, { ...left, text: right.text })
  }
  return words
}

export function reworded(lines: Line[], words: Map<RawCell, RawCell>): Line[] {
  return lines.map((line) => line.map((cell) => words.get(cell) ?? cell))
}

/** The rules of a head cell and of those below it are no further apart than this many points. */
const SAME_RULE = 1

/** Whether a head cell has words of its own columns below it. */
function isDivided({ row, rowSpan, box }: RawCell, lines: Line[]): boolean {
  const isBelow = (cell: RawCell) =>
    cell.row >= row + rowSpan &&
    cell.box[0] >= box[0] - SAME_RULE &&
    cell.box[2] <= box[2] + SAME_RULE
  return lines.flat().some((cell) => isBelow(cell) && isFilled(cell))
}

/**
 * Which columns go on beside others: all but the keys that are printed again.
 * @returns null where there are keys that are none of the rows beside which they stand: those are other rows
 */
export function furtherColumns(laid: LaidOut, strip: Strip, band: Band): number[] | null {
  const further: number[] = []
  for (const [i, { path }] of laid.columns.entries()) {
    if (isRepeated(i, laid, strip, band)) continue
    if (isKeyWord(path.at(-1) ?? '')) return null
    further.push(i)
  }
  return further.length > 0 ? further : null
}

function isRepeated(i: number, laid: LaidOut, { columns, first }: Strip, { rowOf }: Band): boolean {
  const same = columns.findIndex(({ path }) => path.join() === laid.columns[i].path.join())
  const textAt = (row: RawRow | null, at: number) => fold(row?.cells[at]?.text ?? '')
  return (
    same >= 0 &&
    rowOf.every((row, k) => textAt(row, first + same) === textAt(laid.rowOf[k] ?? null, i)) &&
    rowOf.some((row) => textAt(row, first + same) !== '')
  )
}
