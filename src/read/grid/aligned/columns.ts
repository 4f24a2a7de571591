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

function merged(pieces: readonly Track[], reach: number): Track[] {
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
 * Which words of a header's lowest line stand over which column: one by one where there are as many of
 * both, else each over the nearest. Words over no column have one of their own, which is blank.
 */
export function headedColumns(tracks: readonly Track[], leaves: readonly Segment[]): Column[] {
  const sorted = leaves.toSorted((a, b) => a.x0 - b.x0)
  const columns = tracks.map((track): Column => ({ ...track, heads: [] }))
  const free: Segment[] = []
  if (sorted.length === columns.length) {
    for (const [i, leaf] of sorted.entries()) widen(columns[i], leaf)
  } else {
    for (const leaf of sorted) {
      const over = columns.filter((column) => overlap(column, leaf) > 0)
      if (over.length === 1) widen(over[0], leaf)
      else if (over.length === 0) free.push(leaf)
    }
  }
  const own = free.map(({ x0, x1 }): Column => ({ x0, x1, heads: [] }))
  return [...columns, ...own].toSorted((a, b) => a.x0 - b.x0)
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
