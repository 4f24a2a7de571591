/** The lines of a header over columns -> its cells: words over one column, and words over several. */
import { isHeaderText } from '../../../../schemas/header-text.js'
import type { Rule } from '../../../../schemas/stages.js'
import { type Column, headedColumns, overlap, type Track } from './columns.js'
import type { Line, Segment } from './segments.js'

interface Head {
  segment: Segment
  baseline: number
}

export interface HeaderCell {
  row: number
  rowSpan: number
  col: number
  colSpan: number
}

export interface Header {
  columns: Column[]
  /** Heights between its rows, from below its first row on: one fewer than rows. */
  inner: number[]
  cells: HeaderCell[]
}

/**
 * Words of two columns that stand close to each other are two: where the figures below have a blank between
 * their tracks, and both are words of a header.
 */
export function cutAtTracks(lines: readonly Line[], tracks: readonly Track[]): Line[] {
  return lines.map((line) => ({
    ...line,
    segments: line.segments.flatMap((each) => parts(each, tracks)),
  }))
}

function parts(segment: Segment, tracks: readonly Track[]): Segment[] {
  const { text, x0, x1 } = segment
  const gap = segment.gaps.find(({ at, ...blank }) => {
    const stands = tracks.some(
      (track, i) => i > 0 && blank.x1 > tracks[i - 1].x1 && blank.x0 < track.x0,
    )
    return stands && [text.slice(0, at), text.slice(at)].every(isHeaderText)
  })
  if (!gap) return [segment]
  const rest = segment.gaps
    .filter(({ at }) => at > gap.at)
    .map((each) => ({ ...each, at: each.at - gap.at }))
  const left = { ...segment, text: text.slice(0, gap.at), x0, x1: gap.x0, gaps: [] }
  return [
    left,
    ...parts(
      { ...segment, text: text.slice(gap.at).trimStart(), x0: gap.x1, x1, gaps: rest },
      tracks,
    ),
  ]
}

/**
 * How many header words lines say: one by one, or, where words wrap within their column, by what stands over
 * each other. None where most of what they say, or of what the first of them does, is not known.
 */
export function headerWords(lines: readonly Line[]): number {
  const segments = lines.flatMap((line) => line.segments)
  const stacks = stacked(segments)
  const isKnown = (segment: Segment) =>
    isHeaderText(segment.text) ||
    stacks.some((stack) => overlap(stack, segment) > 0 && isHeaderText(stack.text))
  if (!areMost(lines[0].segments.filter(isKnown), lines[0].segments)) return 0
  const counts = [segments, stacks].map((words) => {
    const known = words.filter(({ text }) => isHeaderText(text))
    return areMost(known, words) ? known.length : 0
  })
  return Math.max(...counts)
}

const areMost = (some: readonly unknown[], all: readonly unknown[]) => some.length * 2 > all.length

/** The texts of segments that stand over each other. */
function stacked(segments: readonly Segment[]): (Track & { text: string })[] {
  let stacks: (Track & { text: string })[] = []
  for (const segment of segments) {
    const over = stacks.filter((stack) => overlap(stack, segment) > 0)
    const whole = {
      x0: Math.min(segment.x0, ...over.map(({ x0 }) => x0)),
      x1: Math.max(segment.x1, ...over.map(({ x1 }) => x1)),
      text: [...over, segment].map(({ text }) => text).join(''),
    }
    stacks = [...stacks.filter((stack) => !over.includes(stack)), whole]
  }
  return stacks
}

/** Words stand over what begins no higher than this part of an em above the middle of two lines. */
const LEVEL = 0.5

/** @param rules that may stand under words over several columns, and say over which */
export function headerOf(
  lines: readonly Line[],
  tracks: readonly Track[],
  rules: readonly Rule[],
): Header {
  const heads = lines.flatMap(({ segments, baseline }) =>
    segments.map((segment): Head => ({ segment, baseline })),
  )
  const isLeaf = (head: Head) =>
    !heads.some(
      (other) => other.baseline > head.baseline && overlap(other.segment, head.segment) > 0,
    )
  const leaves = heads.filter(isLeaf)
  const columns = headedColumns(
    tracks,
    leaves.map(({ segment }) => segment),
  )
  const size = Math.max(...lines.map((line) => line.size))
  const spans: (Head & Range)[] = []
  for (const head of heads) {
    const over = columns.filter((column) => overlap(column, head.segment) > 0)
    const range = isLeaf(head) ? null : rangeUnder(head, columns, leaves, rules, size)
    if (range && range.to > range.from) spans.push({ ...head, ...range })
    else over[0]?.heads.push(head)
  }
  return laidOut(columns, spans, size)
}

interface Range {
  from: number
  to: number
}

/** The columns that words stand over: as a rule under them says, or those that have the words in their middle. */
function rangeUnder(
  { segment, baseline }: Head,
  columns: readonly Column[],
  leaves: readonly Head[],
  rules: readonly Rule[],
  size: number,
): Range | null {
  const below = columns.map((column) =>
    leaves.find((leaf) => leaf.baseline > baseline && overlap(column, leaf.segment) > 0),
  )
  const lowest = Math.max(...below.map((leaf) => leaf?.baseline ?? 0))
  const isUnder = below.map((leaf) => leaf !== undefined && leaf.baseline > lowest - LEVEL * size)
  const middle = (segment.x0 + segment.x1) / 2
  const rule = rules.find(
    ({ axis, at, from, to }) =>
      axis === 'h' && at > baseline && at < lowest && from < middle && to > middle,
  )
  const fits = (i: number) => {
    const center = (columns[i].x0 + columns[i].x1) / 2
    return isUnder[i] && (!rule || (center > rule.from && center < rule.to))
  }
  const own = columns.findIndex((column, i) => fits(i) && overlap(column, segment) > 0)
  if (own < 0) return null
  if (rule)
    return {
      from: columns.findIndex((_, i) => fits(i)),
      to: columns.findLastIndex((_, i) => fits(i)),
    }
  const heads = columns.map((column, i) => below[i]?.segment ?? column)
  return centredRange(middle, own, heads, isUnder, size)
}

/** How far from the middle of its columns words may stand, in ems. */
const CENTRED = 1.5

function centredRange(
  middle: number,
  own: number,
  columns: readonly Track[],
  isUnder: readonly boolean[],
  size: number,
): Range {
  let best = { from: own, to: own }
  const off = ({ from, to }: Range) => Math.abs((columns[from].x0 + columns[to].x1) / 2 - middle)
  for (let from = own; from >= 0 && isUnder[from]; from--)
    for (let to = own; to < columns.length && isUnder[to]; to++) {
      const range = { from, to }
      const isWider = to - from > best.to - best.from
      if (off(range) < off(best) - CENTRED * size || (isWider && off(range) < CENTRED * size))
        best = range
    }
  return best
}

function laidOut(columns: Column[], spans: readonly (Head & Range)[], size: number): Header {
  const levels: number[] = []
  for (const { baseline } of spans.toSorted((a, b) => a.baseline - b.baseline))
    if (levels.length === 0 || baseline - levels[levels.length - 1] > LEVEL * size)
      levels.push(baseline)
  const levelOf = ({ baseline }: Head) =>
    levels.findLastIndex((level) => level <= baseline + LEVEL * size)
  const cells: HeaderCell[] = spans.map((span) => ({
    ...{ row: levelOf(span), rowSpan: 1 },
    ...{ col: span.from, colSpan: span.to - span.from + 1 },
  }))
  for (const col of columns.keys()) {
    const above = spans.filter(({ from, to }) => col >= from && col <= to)
    const row = above.length === 0 ? 0 : Math.max(...above.map(levelOf)) + 1
    cells.push({ row, rowSpan: levels.length + 1 - row, col, colSpan: 1 })
    for (let gap = 0; gap < row; gap++)
      if (!above.some((span) => levelOf(span) === gap))
        cells.push({ row: gap, rowSpan: 1, col, colSpan: 1 })
  }
  const inner = levels.map((level, i) => (level + (levels[i + 1] ?? level + size)) / 2)
  return { columns, inner: inner.map((y) => y - 0.1 * size), cells }
}
