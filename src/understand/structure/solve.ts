/**
 * What each row is to the sums of its list: total, subtotal, leaf or memo. Codes and units
 * say which rows make up which; where only the layout does, a reading must be borne out
 * by the figures, and what is not is left unsaid.
 */
import type { BudgetRow, BudgetTable, KindReason, RowKind } from '../../../schemas/document.js'
import { alternatives, asNested, isUncoded, withUnnamed } from './alternatives.js'
import { type Attempt, attemptOf, choose, isBetter } from './attempt.js'
import { isEmpty, type List } from './list.js'
import { type Choice, choicesOf, isHeading } from './reading.js'
import { totalsOf, wholeTotals } from './totals.js'
import { type Tree, treeOf } from './tree.js'

export interface Place {
  kind: RowKind | null
  reason: KindReason
  /** The row that it is a part of. */
  whole: BudgetRow | null
}

export interface Solved {
  places: ReadonlyMap<BudgetRow, Place>
  /** Whether the figures alone say what is part of what. */
  inferred: boolean
  /** Whether every printed total is the sum of its leaves, and one of them of more than noughts. */
  proved: boolean
}

export function solve({ owner }: BudgetTable, list: List): Solved {
  const tree = treeOf(list)
  const totals = totalsOf(list, tree, owner)
  const trimmed = without(tree, totals)
  const { attempt, unsure, inferred } = decide(list, trimmed, totals)
  const outside = outsiders(list, attempt)
  const kept = attempt.reading.filter(({ row }) => !outside.has(row))
  return {
    places: placesOf(list, totals, { ...attempt, reading: kept }, unsure),
    inferred,
    proved: attempt.fails === 0 && attempt.proves > 0,
  }
}

/** A total sums what stands beside it, in the block of a unit too: it is no part of the unit's row. */
function without({ roots, children }: Tree, totals: readonly BudgetRow[]): Tree {
  const others = (rows: readonly BudgetRow[]) => rows.filter((row) => !totals.includes(row))
  const kept = [...children].map(([row, parts]) => [row, others(parts)] as const)
  return { roots: others(roots), children: new Map(kept.filter(([, parts]) => parts.length > 0)) }
}

interface Decided {
  attempt: Attempt
  /** Rows whose part in the sums is not borne out. */
  unsure: ReadonlySet<BudgetRow>
  inferred: boolean
}

const NONE: ReadonlySet<BudgetRow> = new Set()

function decide(list: List, tree: Tree, totals: readonly BudgetRow[]): Decided {
  const choices = choicesOf(list, tree)
  const open = choices.filter(({ readings }) => readings.length > 1)
  const plain = choose(list, choices, totals)
  if (totals.length === 0) return withoutTotal(list, tree, open, plain)
  if (plain.fails === 0) return detailed(list, tree, totals, plain)
  const others: Decided[] = []
  for (const { attempt, inferred } of alternatives(list, tree, totals)) {
    others.push({ attempt, inferred, unsure: NONE })
    if (attempt.fails === 0) return others[others.length - 1]
  }
  const better = others.find(({ attempt }) => isBetter(attempt, plain))
  if (better) return better
  const ofSome = attemptOf(list, plain.reading, totals, true)
  if (ofSome.fails === 0) return { attempt: ofSome, unsure: NONE, inferred: false }
  return { attempt: plain, unsure: contradicted(list, tree, open, plain), inferred: false }
}

/** A reading that every total bears out, down to the rows without a name; one that sets rows aside only if no other does less. */
function detailed(list: List, tree: Tree, totals: readonly BudgetRow[], plain: Attempt): Decided {
  const reading = withUnnamed(list, plain.reading)
  const attempt = reading === null ? null : attemptOf(list, reading, totals)
  if (attempt?.fails === 0) return { attempt, unsure: NONE, inferred: true }
  const least = setAside(plain)
  if (least > 0) {
    for (const other of alternatives(list, tree, totals))
      if (other.attempt.fails === 0 && setAside(other.attempt) < least)
        return { ...other, unsure: NONE }
  }
  return { attempt: plain, unsure: NONE, inferred: false }
}

/** How many rows count for nothing only so that the others come to the total. */
function setAside({ reading }: Attempt): number {
  return reading.filter(({ kind, reason }) => kind === 'memo' && reason === 'printed_total').length
}

/** Two figures that come to a third in every column: one that equals another proves nothing. */
const LEAST_PARTS = 2

/** Without a total only rows that come to another in every column say anything beyond the layout. */
function withoutTotal(list: List, tree: Tree, open: readonly Choice[], plain: Attempt): Decided {
  const questions = open.filter(({ row }) => !isPlainHeading(list, tree, row))
  const asked = { attempt: plain, unsure: rowsIn(list, tree, questions), inferred: false }
  if (open.length > 0 || tree.children.size > 0 || !isUncoded(list)) return asked
  const reading = asNested(list, tree, { least: LEAST_PARTS, deep: false })
  if (reading === null) return asked
  return { attempt: attemptOf(list, reading, []), unsure: NONE, inferred: true }
}

/** Where nothing is printed beside a name, what stands right below it counts, whatever the name is. */
function isPlainHeading(list: List, { children }: Tree, row: BudgetRow): boolean {
  return isHeading(list, row) && (children.get(row) ?? []).every((child) => !children.has(child))
}

/** Questions that no total answered; and a list that only its layout orders, which comes to more than its totals: some rows repeat others. */
function contradicted(
  list: List,
  tree: Tree,
  open: readonly Choice[],
  plain: Attempt,
): ReadonlySet<BudgetRow> {
  const repeats = plain.beyond > 0 && plain.fails === plain.columns
  if (isUncoded(list) && list.panel === null && repeats) return new Set(list.rows)
  return rowsIn(list, tree, open)
}

function rowsIn(list: List, tree: Tree, open: readonly Choice[]): ReadonlySet<BudgetRow> {
  const rows = open.flatMap(({ readings: [first] }) => first.map(({ row }) => row))
  return new Set(rows.filter((row) => tree.children.has(row) || !isEmpty(list, row)))
}

/** Figures above totals that sum all others, as a row of indexes has them (栏次 1 2 3): what they are is not said. */
function outsiders(list: List, { reading, scopes, proves, fails }: Attempt): Set<BudgetRow> {
  if (fails > 0 || proves === 0) return new Set()
  const totals = new Set(scopes.map(({ total }) => total))
  const above = new Set(
    list.rows.slice(
      0,
      list.rows.findIndex((row) => totals.has(row)),
    ),
  )
  const summed = new Set(scopes.flatMap(({ leaves }) => leaves))
  const leaves = reading.filter(({ kind }) => kind === 'leaf').map(({ row }) => row)
  return new Set(leaves.filter((row) => above.has(row) && !summed.has(row) && !isEmpty(list, row)))
}

function placesOf(
  list: List,
  totals: readonly BudgetRow[],
  { reading, scopes }: Attempt,
  unsure: ReadonlySet<BudgetRow>,
): Map<BudgetRow, Place> {
  const places = new Map<BudgetRow, Place>(list.rows.map((row) => [row, unsaid(row)]))
  const why: KindReason = totals.length === 0 ? 'no_total' : 'contradicted'
  for (const { row, kind, reason, whole } of reading)
    places.set(row, unsure.has(row) ? { kind: null, reason: why, whole } : { kind, reason, whole })
  const leaves = reading.filter(({ kind }) => kind === 'leaf').map(({ row }) => row)
  const whole = wholeTotals(list, scopes, leaves)
  const alone = reading.length === 0 && totals.length === 1
  for (const row of totals)
    places.set(row, {
      kind: row.role === 'subtotal' || !whole.has(row) ? 'subtotal' : 'total',
      reason: alone ? 'nothing_below' : reasonOfTotal(row),
      whole: null,
    })
  return places
}

/** A row without a name that nothing places; one with a name that no total sums. */
function unsaid({ role }: BudgetRow): Place {
  return { kind: null, reason: role === 'blank' ? 'blank' : 'contradicted', whole: null }
}

function reasonOfTotal({ role }: BudgetRow): KindReason {
  return role === 'total' || role === 'subtotal' ? 'total_words' : 'units'
}
