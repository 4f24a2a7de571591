/**
 * Words that are laid over a table in the size of its text: a stamp's 已审核, the name of a portal in tiles. A person
 * tells them from the words of cells by where they stand: between two lines, over a rule, on top of a figure;
 * and by how: in the colour of a stamp, or painted before or after all that the table says.
 */
import type { Box } from '../../../schemas/document.js'
import type { GlyphRun, Rule } from '../../../schemas/stages.js'
import { AMOUNT, DASH, fold } from '../../../schemas/text.js'
import { Places } from './places.js'

/** Two texts lie over each other if they share so many ems of width. */
const SHARED = 0.4
/** Lines of one cell stand at least so many ems apart; what stands nearer, and not on the same line, is laid over. */
const SAME_LINE = 0.12
const NEXT_LINE = 0.8
/** A rule between these parts of an em above the baseline goes through the middle of the words. */
const MIDDLE = [0.15, 0.6] as const
/**
 * Words that are cut off so many points beyond a rule, or nearer, end at it: the second line of a cell that is too low
 * (a spreadsheet clips each cell, somewhere on its rules: a final account's 对民间非营利组织和群众性自治组织补贴).
 */
const CUT = 2
/** A table has so many figures; lines and words with fewer are a drawing. */
const LEAST_FIGURES = 4
/** More of a page than this part in colour is no stamp. */
const STAMPS = 0.2

export function withoutLaid(
  runs: readonly GlyphRun[],
  rules: readonly Rule[],
): { runs: GlyphRun[]; laid: GlyphRun[] } {
  const table = boundsOf(rules)
  const within = table ? runs.filter((run) => isWithin(run, table)) : []
  const none = { runs: [...runs], laid: [] }
  if (!mayBeLaid(within, rules)) return none
  const coloured = new Set(inColour(within))
  const between = new Set(betweenLines(within, rules))
  const across = new Set(acrossLine(within, coloured, rules))
  if (between.size + across.size === 0) return none
  const last = new Set(outermost(within, new Set([...between, ...across].map(textOf))))
  const isSure = (run: GlyphRun) =>
    between.has(run) ? last.has(run) || coloured.has(run) : across.has(run) && last.has(run)
  const texts = new Set(within.filter(isSure).map(textOf))
  const isLaid = (run: GlyphRun) => texts.has(run.text) && (last.has(run) || coloured.has(run))
  return { runs: runs.filter((run) => !isLaid(run)), laid: runs.filter(isLaid) }
}

/** Most pages begin and end with what is a cell's, and have nothing in colour: the rest of them is not asked. */
function mayBeLaid(runs: readonly GlyphRun[], rules: readonly Rule[]): boolean {
  if (runs.length === 0) return false
  const ends = new Set([runs[0].text, runs[runs.length - 1].text])
  const asked = runs.filter((run) => isWords(run) && (run.isVivid || ends.has(run.text)))
  const level = asked.length > 0 ? onAxis(rules, 'h') : []
  const isOdd = (run: GlyphRun) =>
    run.isVivid ||
    level.some((rule) => isStruck(run, rule)) ||
    runs.some((other) => isBetween(run, other))
  return asked.some(isOdd) && runs.filter(({ text }) => isFigure(text)).length >= LEAST_FIGURES
}

const textOf = ({ text }: GlyphRun) => text

/** Words that stand where none of a cell would: between its lines, or over a rule. */
function betweenLines(runs: readonly GlyphRun[], rules: readonly Rule[]): GlyphRun[] {
  const places = placesOf(runs)
  const level = new Places(onAxis(rules, 'h'), ({ at }) => [at, at])
  return runs
    .filter(isWords)
    .filter(
      (run) =>
        level.some(run.box[1], run.box[3], (rule) => isStruck(run, rule)) ||
        places.some(run.box[1], run.box[3], (other) => isBetween(run, other)),
    )
}

function isBetween(run: GlyphRun, other: GlyphRun): boolean {
  const apart = apartOf(run, other)
  return apart > SAME_LINE && apart < NEXT_LINE
}

/**
 * Words of a stamp may chance to stand on the line of a figure, and go over the rule beside them. Words that are
 * too long for their cell do so too, in the colour of their table, or in their turn.
 */
function acrossLine(
  runs: readonly GlyphRun[],
  coloured: ReadonlySet<GlyphRun>,
  rules: readonly Rule[],
): GlyphRun[] {
  if (coloured.size === 0) return []
  const places = placesOf(runs)
  const upright = onAxis(rules, 'v')
  return [...coloured].filter(isWords).filter(
    (run) =>
      upright.some((rule) => isCrossed(run, rule)) ||
      places.some(run.box[1], run.box[3], (other) => {
        return !coloured.has(other) && apartOf(run, other) <= SAME_LINE
      }),
  )
}

const placesOf = (runs: readonly GlyphRun[]) => new Places(runs, ({ box }) => [box[1], box[3]])

const onAxis = (rules: readonly Rule[], axis: Rule['axis']) =>
  rules.filter((rule) => rule.axis === axis)

/** No text with an amount in it is ever taken for a stamp's. */
const HOLDS_AMOUNT = /\d\.\d\d|\d,\d{3}/

function isWords({ text }: GlyphRun): boolean {
  return !HOLDS_AMOUNT.test(text) && !isFigure(text)
}

export function isFigure(text: string): boolean {
  const folded = fold(text)
  return AMOUNT.test(folded) || DASH.test(folded)
}

/** Whether a level rule goes through the middle of words, and they are seen on both sides of it. */
function isStruck({ baseline, size, box, clip }: GlyphRun, { at, from, to }: Rule): boolean {
  const above = (baseline - at) / size
  return (
    above > MIDDLE[0] &&
    above < MIDDLE[1] &&
    Math.min(to, box[2]) - Math.max(from, box[0]) > SHARED * size &&
    Math.min(at - clip[1], clip[3] - at) > CUT
  )
}

/** Whether an upright rule goes through words: others than a stamp's do so for want of room. */
function isCrossed({ baseline, size, box }: GlyphRun, { at, from, to }: Rule): boolean {
  const isBeside = from < baseline - size && to > baseline
  return isBeside && Math.min(at - box[0], box[2] - at) > SHARED * size
}

/** How far, in ems, the baselines of two texts are apart that lie over each other; without end where they do not, or are cut so that they cannot. */
function apartOf(run: GlyphRun, other: GlyphRun): number {
  const size = Math.min(run.size, other.size)
  const shared = Math.min(run.box[2], other.box[2]) - Math.max(run.box[0], other.box[0])
  const seen = Math.min(run.clip[3], other.clip[3]) - Math.max(run.clip[1], other.clip[1])
  if (run === other || shared < SHARED * size || seen <= CUT) return Number.POSITIVE_INFINITY
  return Math.abs(run.baseline - other.baseline) / size
}

/** Runs that are painted before or after all others. */
function outermost(runs: readonly GlyphRun[], texts: ReadonlySet<string>): GlyphRun[] {
  const isOther = ({ text }: GlyphRun) => !texts.has(text)
  const first = runs.findIndex(isOther)
  return first < 0 ? [] : [...runs.slice(0, first), ...runs.slice(runs.findLastIndex(isOther) + 1)]
}

/** What is in colour, where the table is not. */
function inColour(runs: readonly GlyphRun[]): GlyphRun[] {
  const vivid = runs.filter(({ isVivid }) => isVivid)
  return lengthOf(vivid) < STAMPS * lengthOf(runs) ? vivid : []
}

export function lengthOf(runs: readonly GlyphRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0)
}

function boundsOf(rules: readonly Rule[]): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { axis, at, from, to } of rules)
    if (axis === 'h') {
      left = Math.min(left, from)
      right = Math.max(right, to)
      top = Math.min(top, at)
      bottom = Math.max(bottom, at)
    } else {
      left = Math.min(left, at)
      right = Math.max(right, at)
      top = Math.min(top, from)
      bottom = Math.max(bottom, to)
    }
  return left < right && top < bottom ? [left, top, right, bottom] : null
}

function isWithin({ box: run }: GlyphRun, box: Box): boolean {
  const [x, y] = [(run[0] + run[2]) / 2, (run[1] + run[3]) / 2]
  return x > box[0] && x < box[2] && y > box[1] && y < box[3]
}
