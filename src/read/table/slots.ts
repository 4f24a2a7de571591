/**
 * Which cell of its row a piece of text belongs to, where it reaches into several: text is set flush
 * left, centred or flush right in one cell, and runs over the rules on one side or on both.
 */
import type { Extent } from './extent.js'

/** A cell as one row of a lattice sees it. */
export interface Slot {
  cell: number
  x0: number
  x1: number
}

/** Text reaches into a cell if more than this part of an em does: glyphs touch the rules beside them. */
const FOOTHOLD = 0.3
/** Text is centred in a cell if it is so to this part of an em. */
const CENTRED = 0.5
/** Text is flush with a side of its cell if no more than this many ems are between them. */
const FLUSH = 1

/** The cells that text reaches into; of text in none of them, the one at its middle. */
export function reachedBy(slots: Slot[], extent: Extent, size: number): Slot[] {
  const reached = slots.filter((slot) => overlap(slot, extent) > FOOTHOLD * size)
  if (reached.length > 0) return reached
  return [slots.findLast(({ x0 }) => x0 <= middle(extent)) ?? slots[0]]
}

/**
 * Words belong where they begin; those that are centred in a cell and wider than it begin left of it,
 * as do those that begin past the middle of a cell and lie for the most part in the next.
 * @param reached the cells that the words reach into, from the left
 */
export function homeOfWords(reached: Slot[], extent: Extent, size: number): Slot {
  const centred = reached.find((slot) => isCentred(slot, extent, size))
  if (centred) return centred
  const [first] = reached
  if (extent[0] < (first.x0 + first.x1) / 2) return first
  return reached.toSorted((a, b) => overlap(b, extent) - overlap(a, extent))[0]
}

/**
 * A figure is flush right: it belongs where its last digit stands, unless it is centred in a narrower cell,
 * or begins flush left and ends nowhere near a rule.
 * @param anchor where its last digit stands
 */
export function homeOfFigure(reached: Slot[], extent: Extent, size: number, anchor: number): Slot {
  const last = reached.findLast(({ x0 }) => x0 <= anchor) ?? reached[0]
  if (last.x1 - extent[1] <= FLUSH * size) return last
  const centred = reached.find((slot) => isCentred(slot, extent, size))
  if (centred) return centred
  return extent[0] - reached[0].x0 <= FLUSH * size ? reached[0] : last
}

/** It sticks out on both sides, and by as much. */
function isCentred({ x0, x1 }: Slot, extent: Extent, size: number): boolean {
  const sticksOut = extent[0] < x0 && extent[1] > x1
  return sticksOut && Math.abs(middle(extent) - (x0 + x1) / 2) <= CENTRED * size
}

function overlap({ x0, x1 }: Slot, [from, to]: Extent): number {
  return Math.min(x1, to) - Math.max(x0, from)
}

export function middle([x0, x1]: Extent): number {
  return (x0 + x1) / 2
}
