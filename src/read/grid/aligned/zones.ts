/**
 * Tables without rules: lines of figures that follow one another, with a header of known words over them and
 * a title over that. Without any of these they are not taken for a table: prose never is.
 */
import type { GlyphRun, Grid, Rule } from '../../../../schemas/stages.js'
import { fold } from '../../../../schemas/text.js'
import { looksLikeTitle } from '../../../../schemas/title-text.js'
import { buildGrid } from './build.js'
import { type Track, tracksOf } from './columns.js'
import { cutAtTracks, headerOf, headerWords } from './header.js'
import { rowsOf } from './rows.js'
import { isFigureLine, type Line, linesOf, type Segment } from './segments.js'

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
    const body = bodyFrom(lines, from, place.rules)
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

/** The next lines of figures, with the lines between them, and those around them that are rows without figures. */
function bodyFrom(lines: readonly Line[], from: number, rules: readonly Rule[]): Body | null {
  const first = lines.findIndex((line, i) => i >= from && isFigureLine(line) && !isIndexLine(line))
  if (first < 0) return null
  const figures = [first]
  for (let i = first + 1; i < lines.length; i++) {
    const isFar = lines[i].baseline - lines[i - 1].baseline > PITCH * lines[i - 1].size
    if (isFar || endsTable(lines[i]) || crosses(lines[i], lines, figures)) break
    if (isFigureLine(lines[i])) figures.push(i)
  }
  const last = figures[figures.length - 1]
  return { from: first, to: rowsBelow(lines, first, last, rules), figures }
}

/** Words that run across the figures above them are no row's. */
function crosses(line: Line, lines: readonly Line[], figures: readonly number[]): boolean {
  if (isFigureLine(line)) return false
  const above = figures.flatMap((i) =>
    lines[i].segments.slice(1).filter(({ isFigure }) => isFigure),
  )
  return line.segments.some(
    (words) =>
      !words.isFigure &&
      above.some((figure) => words.x0 < figure.x0 - line.size && words.x1 > figure.x1 + line.size),
  )
}

/** Rows below the last figures have none: they begin where names do, to this part of an em, no further below than rows are. */
const SAME_LEFT = 0.5
const ROW_STEP = 1.2

function rowsBelow(
  lines: readonly Line[],
  first: number,
  last: number,
  rules: readonly Rule[],
): number {
  const body = lines.slice(first, last + 1)
  const names = body.flatMap(({ segments }) => namesOf(segments))
  const across = acrossOf(rules, body)
  const usual = Math.max(...body.slice(1).map((line, i) => line.baseline - body[i].baseline))
  const isName = ({ x0 }: Segment, size: number) =>
    names.some((name) => Math.abs(name.x0 - x0) < SAME_LEFT * size)
  let to = last
  for (const line of lines.slice(last + 1)) {
    const { segments, baseline, size } = line
    const isNear = baseline - lines[to].baseline < ROW_STEP * usual
    const isClosed =
      across.length === 0 || across.some(({ at }) => at > baseline && at < baseline + usual)
    const isOther = endsTable(line) || isLabelLine(line)
    if (isOther || !isNear || !isClosed || !segments.every((each) => isName(each, size))) break
    to += 1
  }
  return to
}

const namesOf = (segments: readonly Segment[]) => segments.filter(({ isFigure }) => !isFigure)

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
  const tracks = tracksOf(body.figures.map((i) => lines[i]))
  const head = headerAbove(cutAtTracks(lines.slice(0, body.from + 1), tracks), body.from, from)
  const isLone = body.figures.length < LEAST_LINES
  const figures = lines[body.from].segments.filter(({ isFigure }) => isFigure)
  if (isLone && (figures.length < LEAST_LINES || (head?.words ?? 0) <= LEAST_WORDS)) return null
  if (!head || !hasTitle(lines, head.from)) return null
  if (tracks.length < 2) return null
  return toZone(lines, head, { ...body, from: head.to }, tracks, place)
}

interface HeadLines {
  from: number
  to: number
  /** How many header words they say. */
  words: number
}

/** The lines right above the figures that say nothing but header words, as many as do. */
function headerAbove(lines: readonly Line[], body: number, least: number): HeadLines | null {
  let from = body
  while (from > least && body - from < HEADER_LINES) {
    const line = lines[from - 1]
    if (lines[from].baseline - line.baseline > HEADER_GAP * line.size || isLabelLine(line)) break
    from -= 1
  }
  for (let to = body; to > from && to >= body - FIRST_ROWS; to--)
    for (let first = from; first < to; first++) {
      const said = lines.slice(first, to).filter((line) => !isIndexLine(line))
      const words = said.length > 0 ? headerWords(said) : 0
      if (words >= LEAST_WORDS) return { from: first, to, words }
    }
  return null
}

/** The first rows below a header may have no figures: so many lines of words, a name that wraps among them. */
const FIRST_ROWS = 2

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
  const headLines = cutAtTracks(lines.slice(head.from, head.to), tracks)
  const header = headerOf(
    headLines.filter((line) => !isIndexLine(line)),
    tracks,
    place.rules,
  )
  const rows = baselinesOf(lines, body, place)
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

/** Baselines by row. */
function baselinesOf(lines: readonly Line[], { from, to }: Body, { rules }: Place): number[][] {
  const own = lines.slice(from, to + 1)
  const rows = rowsOf(own, isFigureLine, acrossOf(rules, own))
  return rows.map((row) => row.map(({ baseline }) => baseline))
}

/** A rule parts rows if it is as long as this part of the lines: words can be underlined. */
const ACROSS = 0.5

function acrossOf(rules: readonly Rule[], lines: readonly Line[]): Rule[] {
  const [left, right] = sidesOf(lines, 0)
  return rules.filter(
    ({ axis, from, to }) =>
      axis === 'h' && Math.min(to, right) - Math.max(from, left) >= ACROSS * (right - left),
  )
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
  const rows = baselinesOf(lines, body, place)
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
