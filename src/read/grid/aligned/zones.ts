/**
 * Tables without rules: lines of figures that follow one another, with a header of known words over them and
 * a title over that. Without any of these they are not taken for a table: prose never is.
 */
import { isHeaderText } from '../../../../schemas/header-text.js'
import type { GlyphRun, Grid, Rule } from '../../../../schemas/stages.js'
import { fold } from '../../../../schemas/text.js'
import { looksLikeTitle } from '../../../../schemas/title-text.js'
import { buildGrid } from './build.js'
import { type Track, tracksOf } from './columns.js'
import { headerOf } from './header.js'
import { isFigureLine, type Line, linesOf } from './segments.js'

/** Lines of figures of one table follow within so many ems. */
const PITCH = 4.5
/** So many of them are a table; one is, where it has as many figures, and a header of one word more. */
const LEAST_LINES = 2
/** A header has so many words that are known, stands so near above the figures, in ems, and has no more lines. */
const LEAST_WORDS = 2
const HEADER_GAP = 4
const HEADER_LINES = 6
/** A title stands no more than so many lines above its header. */
const TITLE_LINES = 6

export interface Zone {
  grid: Grid
  tracks: Track[]
}

interface Place {
  page: number
  rules: readonly Rule[]
}

/** @param runs of a page that no lattice holds */
export function alignedZones(runs: readonly GlyphRun[], place: Place, before: Zone | null): Zone[] {
  const lines = linesOf(runs)
  const found: Zone[] = []
  let from = 0
  while (from < lines.length) {
    const body = bodyFrom(lines, from)
    if (!body) break
    const zone =
      zoneOf(lines, body, from, place) ?? goneOn(lines, body, place, from === 0 ? before : null)
    if (zone) found.push(zone)
    from = body.to + 1
  }
  return found
}

interface Body {
  from: number
  to: number
  /** Where the lines of figures are among the lines. */
  figures: number[]
}

/** The next lines of figures, with the lines between them. */
function bodyFrom(lines: readonly Line[], from: number): Body | null {
  const first = lines.findIndex((line, i) => i >= from && isFigureLine(line) && !isIndexLine(line))
  if (first < 0) return null
  const figures = [first]
  for (let i = first + 1; i < lines.length; i++) {
    const last = lines[figures[figures.length - 1]]
    if (lines[i].baseline - last.baseline > PITCH * last.size || endsTable(lines[i])) break
    if (isFigureLine(lines[i])) figures.push(i)
  }
  return { from: first, to: figures[figures.length - 1], figures }
}

const TEXT = /[。；]/

function endsTable({ segments }: Line): boolean {
  const text = segments.map((segment) => segment.text).join('')
  return TEXT.test(text) || looksLikeTitle(text) || /^(?:备?注|说明)[:：]/.test(text)
}

/** 1 2 3 …: it numbers the columns, and belongs to the header. */
function isIndexLine({ segments }: Line): boolean {
  return (
    segments.length > 2 && segments.every(({ text }) => /^(?:\d{1,2}|\*+|栏次|行次)$/.test(text))
  )
}

function zoneOf(lines: readonly Line[], body: Body, from: number, place: Place): Zone | null {
  const head = headerAbove(lines, body.from, from)
  const isLone = body.figures.length < LEAST_LINES
  const figures = lines[body.from].segments.filter(({ isFigure }) => isFigure)
  if (isLone && (figures.length < LEAST_LINES || (head?.words ?? 0) <= LEAST_WORDS)) return null
  if (!head || !hasTitle(lines, head.from)) return null
  const tracks = tracksOf(body.figures.map((i) => lines[i]))
  if (tracks.length < 2) return null
  return toZone(lines, head, body, tracks, place)
}

interface HeadLines {
  from: number
  to: number
  /** How many header words they say. */
  words: number
}

/** The lines right above the figures that say nothing but header words. */
function headerAbove(lines: readonly Line[], body: number, least: number): HeadLines | null {
  let from = body
  let words = 0
  while (from > least && body - from < HEADER_LINES) {
    const line = lines[from - 1]
    if (lines[from].baseline - line.baseline > HEADER_GAP * line.size) break
    const known = isIndexLine(line)
      ? line.segments.length
      : line.segments.filter(({ text }) => isHeaderText(text)).length
    if (known * 2 <= line.segments.length || isLabelLine(line)) break
    words += known
    from -= 1
  }
  return words >= LEAST_WORDS ? { from, to: body, words } : null
}

/** A line of the table's owner, its unit or its title is none of the header. */
function isLabelLine({ segments }: Line): boolean {
  return segments.some(
    ({ text }) =>
      /[:：]/.test(text) ||
      /^[(（]?(?:金额)?单位/.test(text) ||
      (looksLikeTitle(text) && segments.length === 1),
  )
}

function hasTitle(lines: readonly Line[], header: number): boolean {
  return lines
    .slice(Math.max(0, header - TITLE_LINES), header)
    .some(
      ({ segments }) =>
        segments.some(({ text }) => looksLikeTitle(text)) ||
        looksLikeTitle(segments.map(({ text }) => text).join('')),
    )
}

/** Edges stand this part of an em above a line's baseline and below it. */
const ASCENT = 1
const DESCENT = 0.35
/** The table's sides stand so many ems beyond its text. */
const SIDE = 0.5

function toZone(
  lines: readonly Line[],
  head: HeadLines,
  body: Body,
  tracks: Track[],
  place: Place,
): Zone {
  const headLines = lines.slice(head.from, head.to)
  const header = headerOf(
    headLines.filter((line) => !isIndexLine(line)),
    tracks,
    place.rules,
  )
  const rows = rowsOf(lines, body)
  const index = headLines.filter(isIndexLine).map(({ baseline }) => [baseline])
  const all = [...headLines, ...lines.slice(body.from, body.to + 1)]
  const size = Math.max(...all.map((line) => line.size))
  const [left, right] = sidesOf(all, SIDE * size)
  const top = headLines[0].baseline - ASCENT * size
  const frame = { page: place.page, left, right, basis: 'aligned' as const }
  const bands = [...index, ...rows]
  const above = headLines.filter((line) => !isIndexLine(line)).at(-1)?.baseline ?? top
  return { grid: buildGrid(frame, header, [], top, heightsOf(above, bands, size)), tracks }
}

function sidesOf(lines: readonly Line[], beyond: number): [number, number] {
  const segments = lines.flatMap((line) => line.segments)
  return [
    Math.min(...segments.map(({ x0 }) => x0)) - beyond,
    Math.max(...segments.map(({ x1 }) => x1)) + beyond,
  ]
}

/** Edges in the middle between what stands above and below. */
function heightsOf(above: number, rows: readonly number[][], size: number): number[] {
  const ys: number[] = []
  let last = above
  for (const baselines of rows) {
    const first = baselines[0] - ASCENT * size
    ys.push((last + DESCENT * size + first + 0.2 * size) / 2)
    last = baselines[baselines.length - 1]
  }
  return [...ys, last + DESCENT * size]
}

/** A line without figures that follows nearer than this part of the usual distance is a wrapped one. */
const WRAPPED = 0.8

/** Baselines by row: a line of figures with the lines that its words wrap into, which stand nearer to it than rows do. */
function rowsOf(lines: readonly Line[], { from, to, figures }: Body): number[][] {
  const steps = figures.slice(1).map((at, i) => lines[at].baseline - lines[figures[i]].baseline)
  const usual = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 0
  const rows = figures.map((at) => [lines[at].baseline])
  const alone: number[][] = []
  for (let i = from; i <= to; i++) {
    if (figures.includes(i)) continue
    const { baseline } = lines[i]
    const near = rows.toSorted((a, b) => Math.abs(a[0] - baseline) - Math.abs(b[0] - baseline))[0]
    if (Math.abs(near[0] - baseline) < WRAPPED * usual) near.push(baseline)
    else alone.push([baseline])
  }
  return [...rows, ...alone]
    .map((row) => row.toSorted((a, b) => a - b))
    .toSorted((a, b) => a[0] - b[0])
}

/** The rest of a table that the page before has begun: figures on top of the page, in the same columns. */
function goneOn(
  lines: readonly Line[],
  body: Body,
  place: Place,
  before: Zone | null,
): Zone | null {
  if (!before || place.page !== before.grid.page + 1) return null
  const own = tracksOf(body.figures.map((i) => lines[i]))
  const { xs } = before.grid
  const columnAt = ({ x0, x1 }: Track) => xs.findLastIndex((x) => x <= (x0 + x1) / 2)
  const isInOne = (track: Track) => {
    const at = columnAt(track)
    return at >= 0 && at + 1 < xs.length
  }
  const isFirst = lines
    .slice(0, body.from)
    .every((line) => /^[-—\s\d第页]*$/.test(fold(line.segments.map(({ text }) => text).join(''))))
  if (!isFirst || !own.every(isInOne) || new Set(own.map(columnAt)).size !== own.length) return null
  const size = Math.max(...body.figures.map((i) => lines[i].size))
  const rows = rowsOf(lines, body)
  const top = rows[0][0] - ASCENT * size
  const [, ...ys] = heightsOf(top, rows, size)
  const grid = { basis: 'aligned' as const, page: place.page, xs, ...withRows(xs, [top, ...ys]) }
  return { grid: { ...grid, box: [xs[0], top, xs[xs.length - 1], ys[ys.length - 1]] }, tracks: own }
}

function withRows(xs: number[], ys: number[]): Pick<Grid, 'ys' | 'cells'> {
  const cells: Grid['cells'] = []
  for (let row = 0; row + 1 < ys.length; row++)
    for (let col = 0; col + 1 < xs.length; col++)
      cells.push({
        ...{ row, col, rowSpan: 1, colSpan: 1, isOpen: false },
        box: [xs[col], ys[row], xs[col + 1], ys[row + 1]],
      })
  return { ys, cells }
}
