/**
 * Leaves -> sums by code at a level.
 *
 * The rule: the sum is of the printed leaves alone whose codes begin with the code of the level. It is ours
 * (`derived`), and stands beside what the document prints for that code. A leaf whose code is shorter, or that
 * has none, stands as it is printed, so that all rows together are all leaves. Nothing is filled in: where
 * a leaf has no amount in 元 there is no sum, and where the leaves do not come to the print both stay, and it is said.
 */
import { POWER, scale } from '../../schemas/amount.js'
import { toleranceOf } from '../../schemas/check.js'
import { Exact } from '../../schemas/decimal.js'
import type { Doubt } from '../../schemas/flat/columns.js'
import { LEVELS, type Level } from '../../schemas/flat.js'
import { fits } from '../panel/value.js'
import { type Column, type Line, leavesOf } from './line.js'

export interface Sum {
  leaves: Line[]
  /** The one row that prints it. */
  row: Line | null
  code: string | null
  isOurs: boolean
  amount: string | null
  proof: Doubt | null
  /** Its code stands above the level. */
  isAbove: boolean
}

/** The leaves as they stand. */
export function asPrinted(column: Column): Sum[] {
  const all = proofOfAll(column)
  return leavesOf(column).map((leaf) => ({ ...alone(leaf), proof: isTotal(leaf) ? null : all }))
}

/** The leaves by their codes at the level, in the order of the page. */
export function rolledUp(column: Column, level: Level): Sum[] {
  const all = proofOfAll(column)
  const groups = new Map<string, Line[]>()
  for (const [i, leaf] of leavesOf(column).entries()) {
    const key = codeAt(leaf, LEVELS[level]) ?? `row ${i}`
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push(leaf)
  }
  const printed = printedSums(column)
  return [...groups.values()].map((leaves) => sumOf(printed, leaves, LEVELS[level], all))
}

/** A leaf that is the whole of its code. */
function alone(leaf: Line): Sum {
  const { code, amount } = leaf
  return { leaves: [leaf], row: leaf, code, isOurs: false, amount, proof: null, isAbove: false }
}

/** Null where the leaf stands above the level, or its code is of no classification. */
function codeAt({ fact: { shared }, code }: Line, digits: number): string | null {
  const isClassified = shared.other_code === null && shared.pro_code === null
  return code !== null && isClassified && code.length >= digits ? code.slice(0, digits) : null
}

/** Rows that print the sum of their code; null where several do. */
function printedSums(column: Column): Map<string, Line | null> {
  const printed = new Map<string, Line | null>()
  for (const line of column) {
    if (line.code === null || line.fact.shared.is_leaf === true) continue
    printed.set(line.code, printed.has(line.code) ? null : line)
  }
  return printed
}

/** @param all what the leaves of the whole column come to, for codes that no row prints */
function sumOf(
  printed: ReadonlyMap<string, Line | null>,
  leaves: Line[],
  digits: number,
  all: Doubt | null,
): Sum {
  const [first] = leaves
  const code = codeAt(first, digits)
  if (code === null || (leaves.length === 1 && first.code === code)) {
    const isAbove = code === null && first.code !== null && first.code.length < digits
    return { ...alone(first), proof: isTotal(first) ? null : all, isAbove }
  }
  const row = printed.get(code) ?? null
  const proof = row?.value ? proofOf(leaves, [row]) : all
  return { leaves, row, code, isOurs: true, amount: total(leaves), proof, isAbove: false }
}

/** In 元, exactly; null where a leaf has no amount, or all are blank. */
function total(leaves: readonly Line[]): string | null {
  const amounts = leaves.filter(({ fact }) => fact.own.amount_gap !== 'blank')
  if (amounts.length === 0 || amounts.some(({ amount }) => amount === null)) return null
  const sum = amounts.reduce((before, { amount }) => before.plus(amount as string), new Exact(0))
  return fits(sum.toFixed()) ? sum.toFixed() : null
}

/** Of all leaves of a column against its printed totals. */
function proofOfAll(column: Column): Doubt | null {
  return proofOf(leavesOf(column), column.filter(isTotal))
}

/** Whether the leaves come to one of the rows that print their sum, but for what few digits can explain. */
function proofOf(leaves: readonly Line[], printed: readonly Line[]): Doubt | null {
  const sum = total(leaves)
  const stated = printed.filter(({ amount }) => amount !== null)
  if (sum === null || stated.length === 0) return leaves.every(isTotal) ? null : 'leaves_unproved'
  const holds = stated.some((line) =>
    new Exact(sum)
      .minus(line.amount as string)
      .abs()
      .lessThanOrEqualTo(tolerance([line, ...leaves])),
  )
  return holds ? null : 'leaves_differ'
}

/** A total that is all its list has needs no proof. */
function isTotal({ fact }: Line): boolean {
  return fact.shared.row_kind === 'total'
}

/** In 元; figures printed in several units are as exact as the coarsest. */
function tolerance(lines: readonly Line[]): string {
  const terms = lines.flatMap(({ value }) => (value === null ? [] : { value }))
  const powers = lines.flatMap(({ fact: { own } }) =>
    own.unit === null ? [] : POWER[own.unit as keyof typeof POWER],
  )
  return scale(toleranceOf(terms).toFixed(), Math.max(...powers))
}
