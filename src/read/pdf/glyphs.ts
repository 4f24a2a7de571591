import type { Box } from '../../../schemas/document.js'
import type { CutRun, GlyphRun } from '../../../schemas/stages.js'
import { Overprints } from './overprints.js'

/** One painted character, upright, in displayed coordinates (points, origin top left). */
export interface Glyph {
  text: string
  /** Origin, and the advance that its font declares. */
  x: number
  baseline: number
  advance: number
  size: number
  /** What of the page it is painted within. */
  clip: Box
  /** It stands beside its clip and cannot be seen; others of its run may be. */
  beyond: boolean
  /** It was painted over since, or stands in the colour of its ground. */
  hidden: boolean
  /** It is much paler than text is, or lets its ground through: a watermark is painted so. */
  isFaint: boolean
  /** It is in the colour of a stamp. */
  isVivid: boolean
}

/** Overprinted copies (fake bold, doubled titles) lie within this part of an em of each other. */
const OVERPRINT = 0.2
/** A wider gap than this part of an em is a blank; a wider one than the second ends the run. */
const BLANK = 0.3
const BREAK = 1.1
const SAME_LINE = 0.15
/** Clips whose sides differ by less than this many points are one. */
const SAME_CLIP = 1

/**
 * Drops each glyph that repeats an earlier one at the same spot. Two figures that are painted over each other
 * share the point, or a digit: they stay two.
 */
export function dropOverprints(glyphs: Glyph[]): Glyph[] {
  const overprints = new Overprints<Glyph>(glyphs.length, OVERPRINT)
  const copies = new Map<Glyph, Glyph>()
  for (const glyph of glyphs) {
    if (glyph.text === ' ' || glyph.beyond) continue
    const first = overprints.firstOf(glyph)
    if (first !== glyph) copies.set(glyph, first)
  }
  if (copies.size === 0) return glyphs
  return stringsOf(glyphs).flatMap((string) =>
    isOtherFigure(string, copies) ? string : string.filter((glyph) => !copies.has(glyph)),
  )
}

/** A whole text may cast a shadow: further from it than a copy that makes it bold, no further than this part of an em. */
const SHADOW = 0.4
/** So many characters are a text; a digit beside the same digit casts none. */
const LEAST_SHADOW = 3

/** Drops each run that says the same as an earlier one right under it. */
export function dropShadows(runs: readonly GlyphRun[]): GlyphRun[] {
  const shadows = new Overprints(runs.length, SHADOW)
  return runs.filter(({ text, box, baseline, size }) => {
    if (text.length < LEAST_SHADOW) return true
    const printed = { text, x: box[0], baseline, size }
    return shadows.firstOf(printed) === printed
  })
}

/** A figure of which some digits are those of another string, and some are not. */
function isOtherFigure(string: readonly Glyph[], copies: ReadonlyMap<Glyph, Glyph>): boolean {
  const own = new Set(string)
  const shared = string.filter((glyph) => copies.has(glyph))
  return (
    shared.length > 0 &&
    shared.length < string.length &&
    string.every(({ text }) => /^[-\d.,()]$/.test(text)) &&
    shared.every((glyph) => !own.has(copies.get(glyph) as Glyph))
  )
}

/** Joins glyphs that follow one another on a line into runs, in painting order. */
export function toRuns(glyphs: Glyph[]): GlyphRun[] {
  return stringsOf(glyphs)
    .map(toRun)
    .filter((run) => run !== null)
}

function stringsOf(glyphs: Glyph[]): Glyph[][] {
  const strings: Glyph[][] = []
  let current: Glyph[] = []
  let last: Glyph | null = null
  for (const glyph of glyphs) {
    if (last && follows(last, glyph)) current.push(glyph)
    else {
      strings.push(current)
      current = [glyph]
    }
    last = glyph
  }
  strings.push(current)
  return strings
}

/** As `toRuns`, bounds by bounds: each cell of a table has its own. */
export function toCutRuns(glyphs: Glyph[]): CutRun[] {
  const within = new Map<Box, Glyph[]>()
  for (const glyph of glyphs) {
    const list = within.get(glyph.clip)
    if (list) list.push(glyph)
    else within.set(glyph.clip, [glyph])
  }
  return [...within].flatMap(([clip, cut]) =>
    toRuns(dropOverprints(cut)).map((run) => ({ run, clip })),
  )
}

/**
 * Fonts may declare any advance (重庆/商务委 declares twice the real one), so the
 * step between origins is compared with the declared advance only from above.
 */
function follows(last: Glyph, next: Glyph): boolean {
  const size = Math.min(last.size, next.size)
  if (Math.abs(last.baseline - next.baseline) > SAME_LINE * size) return false
  if (last.isFaint !== next.isFaint) return false
  if (Math.max(last.size, next.size) > 1.5 * size || !sameClip(last.clip, next.clip)) return false
  const step = next.x - last.x
  return step > -0.05 * size && step - Math.max(last.advance, 0) < BREAK * size
}

/** Programs that print spreadsheets clip each cell: what another clip holds is another cell's. */
function sameClip(a: Box, b: Box): boolean {
  return (
    a === b ||
    (Math.abs(a[0] - b[0]) < SAME_CLIP &&
      Math.abs(a[1] - b[1]) < SAME_CLIP &&
      Math.abs(a[2] - b[2]) < SAME_CLIP &&
      Math.abs(a[3] - b[3]) < SAME_CLIP)
  )
}

function toRun(glyphs: Glyph[]): GlyphRun | null {
  const first = glyphs[0]
  const last = glyphs.at(-1)
  if (!first || !last || glyphs.every(isUnseen)) return null
  const { text, origins } = spell(glyphs)
  const start = text.length - text.trimStart().length
  const trimmed = text.trim()
  if (trimmed === '') return null
  const size = first.size
  const end = last.x + Math.min(last.advance, 1.2 * size)
  const box: Box = [origins[start], first.baseline - 0.85 * size, end, first.baseline + 0.15 * size]
  const kept = origins.slice(start, start + trimmed.length)
  const run = {
    text: trimmed,
    box,
    origins: kept,
    baseline: first.baseline,
    size,
    clip: first.clip,
  }
  const isVivid = first.isVivid && glyphs.every((glyph) => glyph.isVivid)
  if (!first.isFaint && !isVivid) return run
  return {
    ...run,
    ...(first.isFaint ? { isFaint: true } : {}),
    ...(isVivid ? { isVivid } : {}),
  }
}

/** A run of which the page shows nothing is not there; one that is cut off at its cell's edge is whole. */
function isUnseen({ beyond, text }: Glyph): boolean {
  return beyond || text.trim() === ''
}

/** The run's text, a blank where the page leaves one, with an origin for each UTF-16 unit. */
function spell(glyphs: Glyph[]): { text: string; origins: number[] } {
  let text = ''
  const origins: number[] = []
  let end = Number.POSITIVE_INFINITY
  const figure = figureStep(glyphs)
  for (const glyph of glyphs) {
    const gap = glyph.x - end
    if (gap > BLANK * glyph.size) {
      text += ' '
      origins.push(end)
    }
    for (let i = 0; i < glyph.text.length; i++) {
      origins.push(glyph.x + (glyph.advance * i) / glyph.text.length)
    }
    text += glyph.text
    end = glyph.x + (isFigure(glyph) ? Math.min(glyph.advance, figure) : glyph.advance)
  }
  return { text, origins }
}

/** Asked of every glyph: a digit, a point or a comma. */
function isFigure({ text }: Glyph): boolean {
  if (text.length !== 1) return false
  const code = text.charCodeAt(0)
  return (code >= ZERO && code <= NINE) || code === POINT || code === COMMA
}

const [ZERO, NINE, POINT, COMMA] = [48, 57, 46, 44]

/**
 * The widest that a figure can be in this run: its digits' real steps tell, where the
 * font declares more (重庆/科学技术局 runs two cells' amounts together otherwise).
 */
function figureStep(glyphs: Glyph[]): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 1; i < glyphs.length; i++) {
    if (!isFigure(glyphs[i - 1]) || !isFigure(glyphs[i])) continue
    const step = glyphs[i].x - glyphs[i - 1].x
    if (step > 0.15 * glyphs[i].size) least = Math.min(least, step)
  }
  return least * 2
}
