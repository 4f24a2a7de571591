/**
 * Tables without rules: lines of figures that follow one another, with a header of known words over them and
 * a title over that. Without any of these they are not taken for a table: prose never is.
 */
import type { GlyphRun, Grid } from '../../../../schemas/stages.js'
import { fold } from '../../../../schemas/text.js'
import { looksLikeTitle } from '../../../../schemas/title-text.js'
import {
  ASCENT,
  type Body,
  baselinesOf,
  bodyFrom,
  FIRST_ROWS,
  HEADER_GAP,
  heightsOf,
  isIndexLine,
  isLabelLine,
  type Place,
  sidesOf,
} from './body.js'
import { buildGrid } from './build.js'
import { type Track, tracksOf } from './columns.js'
import { cutAtTracks, headerOf, headerWords } from './header.js'
import { type Line, linesOf, textOf } from './segments.js'
import { type OpenGrid, rowsUnder } from './under.js'

/** So many lines of figures are a table; one is, where it has as many figures, and a header of one word more. */
const LEAST_LINES = 2
/** A header has so many words that are known, and no more lines. */
export const LEAST_WORDS = 2
const HEADER_LINES = 6
/** A title stands no more than so many lines above its header. */
const TITLE_LINES = 6

export interface Zone {
  grid: Grid
  head: string
}

/** @param runs of a page that no lattice holds */
export function alignedZones(
  runs: readonly GlyphRun[],
  place: Place,
  before: OpenGrid | null,
): Zone[] {
  const lines = linesOf(runs)
  const found: Zone[] = []
  let from = 0
  while (from < lines.length) {
    const body = bodyFrom(lines, from, place.rules)
    if (!body) break
    const above = from === 0 ? before : null
    const zone = zoneOf(lines, body, from, place, above) ?? goneOn(lines, body, place, above)
    if (zone) found.push(zone)
    from = body.to + 1
  }
  return found
}

function zoneOf(
  lines: readonly Line[],
  body: Body,
  from: number,
  place: Place,
  before: OpenGrid | null,
): Zone | null {
  const tracks = tracksOf(body.figures.map((i) => lines[i]))
  const head = headerAbove(cutAtTracks(lines.slice(0, body.from + 1), tracks), body.from, from)
  const isLone = body.figures.length < LEAST_LINES
  const figures = lines[body.from].segments.filter(({ isFigure }) => isFigure)
  if (isLone && (figures.length < LEAST_LINES || (head?.words ?? 0) <= LEAST_WORDS)) return null
  if (!head || tracks.length < 2) return null
  const isAgain =
    before?.page === place.page - 1 && before.head === saidBy(lines.slice(head.from, head.to))
  if (!isAgain && !hasTitle(lines, head.from)) return null
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

/** What the lines of a head say, wherever its words stand. */
export function saidBy(lines: readonly Line[]): string {
  return lines.map(({ segments }) => fold(textOf(segments))).join('/')
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
  const grid = buildGrid(frame, header, [], top, heightsOf(above, bands, size))
  return { grid, head: saidBy(lines.slice(head.from, head.to)) }
}

/** The rest of a table that the page before has begun: figures on top of the page, in the same columns. */
function goneOn(
  lines: readonly Line[],
  body: Body,
  place: Place,
  before: OpenGrid | null,
): Zone | null {
  const isFirst = lines
    .slice(0, body.from)
    .every((line) => /^[-—\s\d第页]*$/.test(fold(textOf(line.segments))))
  if (!before || !isFirst || place.page !== before.page + 1) return null
  const { xs, head } = before
  const rows = rowsUnder(xs, lines, body, place)
  if (!rows) return null
  const { ys } = rows
  const box: Grid['box'] = [xs[0], ys[0], xs[xs.length - 1], ys[ys.length - 1]]
  return { grid: { basis: 'aligned', page: place.page, box, xs, ...rows }, head }
}
