/** Lines of figures -> the columns that they stand in. */
import type { Line, Segment } from './segments.js'

/** Where a column's text stands, from its leftmost character to its rightmost. */
export interface Track {
  x0: number
  x1: number
}

/** Nothing in two columns is nearer to each other than this part of an em. */
const BETWEEN = 0.15

/**
 * Figures make tracks: those of one column overlap. Words make tracks beside them, and run over into a
 * track of figures where those lines have none: a name that is too long for its column.
 */
export function tracksOf(lines: readonly Line[]): Track[] {
  const size = Math.max(...lines.map((line) => line.size))
  const all = lines.flatMap(({ segments }) => segments)
  const figures = merged(
    all.filter(({ isFigure }) => isFigure),
    BETWEEN * size,
  )
  const words = all.filter(({ isFigure }) => !isFigure).flatMap((each) => clipped(each, figures))
  const beside = merged(words, BETWEEN * size)
  return [...figures, ...beside].toSorted((a, b) => a.x0 - b.x0)
}

/** Pieces that overlap or are within reach of each other -> the tracks that they make, from the left. */
export function merged(pieces: readonly Track[], reach: number): Track[] {
  const tracks: Track[] = []
  for (const { x0, x1 } of pieces.toSorted((a, b) => a.x0 - b.x0)) {
    const last = tracks.at(-1)
    if (last && x0 <= last.x1 + reach) last.x1 = Math.max(last.x1, x1)
    else tracks.push({ x0, x1 })
  }
  return tracks
}

/** Words as far as they make a track of their own: up to the figures that they run into. */
function clipped({ x0, x1 }: Segment, figures: readonly Track[]): Track[] {
  if (figures.some((track) => x0 >= track.x0 && x0 <= track.x1)) return []
  const into = figures.find((track) => track.x0 > x0 && track.x0 < x1)
  return [{ x0, x1: into ? into.x0 - 1 : x1 }]
}

export interface Column extends Track {
  /** The segments of the header that stand over it alone, from the top down. */
  heads: { segment: Segment; baseline: number }[]
}

/**
 * Which words of a header's lowest line stand over which column: each over one, in the same order, and all
 * as near as can be. Words over no column have one of their own, which is blank.
 */
export function headedColumns(tracks: readonly Track[], leaves: readonly Segment[]): Column[] {
  const sorted = leaves.toSorted((a, b) => a.x0 - b.x0)
  const columns = tracks.map((track): Column => ({ ...track, heads: [] }))
  const areMore = sorted.length > columns.length
  const places = areMore ? placesUnder(sorted, columns) : nearestInOrder(sorted, columns)
  for (const [i, place] of places.entries())
    if (areMore) widen(columns[i], sorted[place])
    else widen(columns[place], sorted[i])
  const free = areMore ? sorted.filter((_, i) => !places.includes(i)) : []
  const own = free.map(({ x0, x1 }): Column => ({ x0, x1, heads: [] }))
  return [...columns, ...own].toSorted((a, b) => a.x0 - b.x0)
}

/** Text and its header begin flush if their left sides are so many points apart at most. */
const FLUSH = 2

/**
 * Where there are more words than columns, one of the columns is blank, and figures that stand between two words may be of
 * either. Where the words begin flush with the text under them, they do so over figures too, which stand at the right of
 * their columns: then they are of the words before them, however near the next ones are.
 */
function placesUnder(heads: readonly Segment[], columns: readonly Track[]): number[] {
  const nearest = nearestInOrder(columns, heads)
  const isUnder = columns.map((column, i) => overlap(column, heads[nearest[i]]) > 0)
  const under = columns.flatMap((column, i) => (isUnder[i] ? [[column, heads[nearest[i]]]] : []))
  const areFlush = under.every(([column, head]) => Math.abs(column.x0 - head.x0) <= FLUSH)
  if (isUnder.every(Boolean) || under.length === 0 || !areFlush) return nearest
  const before = columns.map(({ x0 }) => heads.findLastIndex((head) => head.x0 <= x0 + FLUSH))
  const isOrdered = before.every((place, i) => place > (before[i - 1] ?? -1))
  return isOrdered ? before : nearest
}

/** For each of the few one of the many, in the same order, with the least distance on the whole. */
function nearestInOrder(few: readonly Track[], many: readonly Track[]): number[] {
  const middle = ({ x0, x1 }: Track) => (x0 + x1) / 2
  let best = many.map((): { cost: number; places: number[] } => ({ cost: 0, places: [] }))
  for (const [i, one] of few.entries()) {
    const next: typeof best = []
    for (const [k, other] of many.entries()) {
      const before = i === 0 ? { cost: 0, places: [] } : cheapest(best.slice(0, k))
      const cost = before.cost + Math.abs(middle(one) - middle(other))
      next.push(i > 0 && k === 0 ? NEVER : { cost, places: [...before.places, k] })
    }
    best = next
  }
  return few.length === 0 ? [] : cheapest(best).places
}

const NEVER = { cost: Number.POSITIVE_INFINITY, places: [] }

function cheapest(
  choices: readonly { cost: number; places: number[] }[],
): typeof NEVER | { cost: number; places: number[] } {
  return choices.reduce((least, each) => (each.cost < least.cost ? each : least), NEVER)
}

function widen(column: Track, { x0, x1 }: Track): void {
  column.x0 = Math.min(column.x0, x0)
  column.x1 = Math.max(column.x1, x1)
}

export function overlap(a: Track, b: Track): number {
  return Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)
}

/** Edges of the columns: in the middle of the blanks between them. */
export function edgesOf(columns: readonly Track[], left: number, right: number): number[] {
  const edges = [left]
  for (let i = 1; i < columns.length; i++) edges.push((columns[i - 1].x1 + columns[i].x0) / 2)
  return [...edges, right]
}
