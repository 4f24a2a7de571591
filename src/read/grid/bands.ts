/** Rules so close to each other that nothing is written between them are one edge of the table. */
import type { GlyphRun, Rule } from '../../../schemas/stages.js'

/**
 * No row or column is thinner than this part of an em. Double rules are 0.3 em apart and more, the strips
 * by which Word shades a cell 0.2 em from its rules; the thinnest blank row is 0.9 em high
 * (重庆/商务委员会 p16).
 */
const LEAST = 0.7
/** The ink of a character lies this part of an em right of its origin. */
const INK = 0.3

/** Where a run stands along one axis, from its first character to its last, and where along the other. */
interface Written {
  from: number
  to: number
  at: number
}

/** @param axis of the rules between which the runs stand: between vertical ones from left to right */
function written(runs: GlyphRun[], axis: Rule['axis']): Written[] {
  return runs.map(({ box, origins, size }) => {
    const [left, y] = [origins[0] + INK * size, (box[1] + box[3]) / 2]
    if (axis === 'h') return { from: y, to: y, at: left }
    return { from: left, to: origins[origins.length - 1] + INK * size, at: y }
  })
}

/** Height of an em of most of the text. */
function emOf(runs: GlyphRun[]): number {
  return runs.map(({ size }) => size).toSorted((a, b) => a - b)[runs.length >> 1] ?? 0
}

/**
 * @param edges where the rules of one axis are
 * @returns the edges, with one in the middle of those that have no room for text between them, and none there
 */
export function withoutBands(edges: number[], rules: Rule[], runs: GlyphRun[]): number[] {
  const least = LEAST * emOf(runs)
  const text = written(runs, rules[0].axis)
  const isBand = (from: number, to: number) =>
    to - from < least && !text.some((run) => standsBetween(run, from, to, rules))
  const groups: number[][] = []
  for (const edge of edges) {
    const group = groups.at(-1)
    if (group && isBand(group[group.length - 1], edge)) group.push(edge)
    else groups.push([edge])
  }
  return groups.map((group) => (group[0] + group[group.length - 1]) / 2)
}

/** Text of a merged cell can stand where the rules of the cells beside it are: it is not between them. */
function standsBetween(
  { from, to, at }: Written,
  low: number,
  high: number,
  rules: Rule[],
): boolean {
  if (from <= low || to >= high) return false
  const [middle, reach] = [(low + high) / 2, high - low]
  const passes = (least: number, most: number) =>
    rules.some((rule) => rule.at > least && rule.at < most && rule.from <= at && at <= rule.to)
  return passes(low - reach, middle) && passes(middle, high + reach)
}
