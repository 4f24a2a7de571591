/** A page may print a table's head again: whole, in part, or cut through a row of it. */
import type { HeaderColumn, RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { isFilled } from './blank.js'
import type { Line } from './lines.js'

/** Pages of one table may be shifted against each other by so many points. */
const SHIFT = 6

export interface Repeated {
  /** How many of the lines repeat a row of the head, from the top. */
  lines: number
  /** Whether its lowest row is among them: what follows is no head, whatever it looks like. */
  toTheLast: boolean
}

export function repeatedLines(header: Line[], lines: Line[]): Repeated {
  const words = header.filter((line) => line.some(isFilled))
  let [next, count] = [0, 0]
  for (const line of lines) {
    const at = words.findIndex((above, i) => i >= next && repeats(above, line))
    if (at < 0) break
    next = at + 1
    count += 1
  }
  return { lines: count, toTheLast: count > 0 && next === words.length }
}

/** Whether a row says nothing but what a row of the head says in the same places. */
function repeats(above: Line, line: Line): boolean {
  const filled = line.filter(isFilled)
  const isSame = (a: RawCell, b: RawCell) =>
    fold(a.text) === fold(b.text) && Math.abs(middleOf(a) - middleOf(b)) <= SHIFT
  return filled.length > 0 && filled.every((cell) => above.some((other) => isSame(cell, other)))
}

const middleOf = ({ box }: RawCell) => (box[0] + box[2]) / 2

/** Two heads are one where so many of their columns have the same words over them. */
const SAME_COLUMNS = 0.8

export function isSameHead(a: HeaderColumn[], b: HeaderColumn[]): boolean {
  const [first, second] = [pathsOf(a), pathsOf(b)]
  let shared = 0
  for (const path of second) if (first.has(path)) shared += 1
  return shared >= SAME_COLUMNS * Math.max(first.size, second.size)
}

function pathsOf(columns: HeaderColumn[]): Set<string> {
  const paths = new Set<string>()
  for (const { path } of columns) paths.add(fold(path.join('/')))
  return paths
}

/** Widths of one table on two pages differ by no more than this part. */
const SAME_WIDTH = 0.1

/** Without a header the columns must be the same ones: each lies under one of the table's. */
export function fits(columns: HeaderColumn[], others: HeaderColumn[]): boolean {
  if (others.length === columns.length) return true
  const used = others.map(({ x0 }) => columnUnder(columns, x0))
  const [span, reach] = [widthOf(columns), widthOf(others)]
  return new Set(used).size === others.length && Math.abs(span - reach) <= SAME_WIDTH * span
}

function widthOf(columns: HeaderColumn[]): number {
  return columns.length === 0 ? 0 : columns[columns.length - 1].x1 - columns[0].x0
}

/** The column that begins nearest: pages of one table can be shifted by a few points. */
export function columnUnder(columns: HeaderColumn[], x0: number): number {
  const begins = columns.map((column) => Math.abs(column.x0 - x0))
  return begins.indexOf(Math.min(...begins))
}

/** How far, in points and on the whole, columns begin from those that they would be. */
export function distance(columns: HeaderColumn[], others: HeaderColumn[]): number {
  const off = others.map(({ x0 }) => Math.min(...columns.map((column) => Math.abs(column.x0 - x0))))
  return off.reduce((sum, each) => sum + each, 0)
}
