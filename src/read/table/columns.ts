/** The columns of a table: where cells of its body begin, helped by the leaves of its header. */
import type { HeaderColumn, RawCell } from '../../../schemas/stages.js'
import { isFilled } from './blank.js'
import type { Line } from './lines.js'

export function columnsOf(header: Line[], body: Line[]): HeaderColumn[] {
  const edges = columnEdges(body, header)
  return edges
    .slice(1)
    .map((x1, i) => ({ path: headerPath(header, edges[i], x1), x0: edges[i], x1 }))
}

/** A leaf of the header that is narrower than this many points is no column of its own. */
const SLIVER = 4
/** Cells that begin no further apart than this many points begin at one edge. */
const SAME_EDGE = 1
/** An edge counts by itself where so many of the rows have a cell that begins there. */
const SUPPORT = 0.15

/** Column edges: where cells of the body begin, unless only a stray row does, and where the header has a leaf. */
function columnEdges(body: Line[], header: Line[]): number[] {
  const count = new Map<number, number>()
  const source = body.filter((line) => line.length > 1)
  const lines = source.length > 0 ? source : header.slice(-1)
  for (const line of lines) for (const cell of line) tally(count, cell.box[0])
  const enough = Math.max(1, SUPPORT * lines.length)
  const supported = [...count].filter(([, n]) => n >= enough).map(([x]) => x)
  const leaves = header.flat().filter(isLeaf).map(leftOf)
  const edges = distinct([...supported, ...leaves])
  let right = 0
  for (const line of [...lines, ...header])
    for (const cell of line) right = Math.max(right, cell.box[2])
  return [...distinct([...edges, ...neededEdges(edges, [...count.keys()], lines)]), right]
}

function isLeaf(cell: RawCell): boolean {
  return cell.colSpan === 1 && isFilled(cell) && cell.box[2] - cell.box[0] > SLIVER
}

const leftOf = (cell: RawCell) => cell.box[0]

function tally(count: Map<number, number>, x: number): void {
  let key = x
  for (const known of count.keys()) {
    if (Math.abs(known - x) > SAME_EDGE) continue
    key = known
    break
  }
  count.set(key, (count.get(key) ?? 0) + 1)
}

function distinct(positions: number[]): number[] {
  const sorted = positions.toSorted(ascending)
  const apart: number[] = []
  for (const [i, x] of sorted.entries()) if (i === 0 || x - sorted[i - 1] > SAME_EDGE) apart.push(x)
  return apart
}

const ascending = (a: number, b: number) => a - b

/** Stray edges count after all where a row would lose a cell without them. */
function neededEdges(edges: number[], all: number[], lines: Line[]): number[] {
  const columnAt = (x: number) => edges.findLastIndex((edge) => edge <= x + SAME_EDGE)
  const stray = all.filter((x) => !edges.some((edge) => Math.abs(edge - x) <= SAME_EDGE))
  return stray.filter((x) =>
    lines.some((line) => {
      const here = line.find((cell) => Math.abs(cell.box[0] - x) <= SAME_EDGE)
      if (!isFilled(here)) return false
      const same = line.filter((cell) => columnAt(cell.box[0]) === columnAt(x))
      return same.some((cell) => cell !== here && isFilled(cell))
    }),
  )
}

/** The header cells over a column, from the top down, each once. */
export function headerPath(header: Line[], x0: number, x1: number): string[] {
  const middle = (x0 + x1) / 2
  const path: RawCell[] = []
  for (const line of header) {
    for (const cell of line) {
      if (middle < cell.box[0] || middle >= cell.box[2]) continue
      if (isFilled(cell) && !path.includes(cell)) path.push(cell)
      break
    }
  }
  return path.map((cell) => cell.text.replaceAll(' ', ''))
}
