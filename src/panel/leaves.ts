/**
 * What each row is to the sums of its list: total, subtotal, leaf or memo. Codes, units
 * and the document's checks say which rows make up which; where only the layout does,
 * a reading must be borne out by the figures, and what is not is left unsaid.
 */
import type { BudgetRow, BudgetTable } from '../../schemas/document.js'
import type { LeafReason, RowKind } from '../../schemas/panel/values.js'
import { traitsOf } from '../../schemas/traits.js'
import { isEmpty, type List } from './list.js'
import { type Choice, choicesOf, combine, type Reading } from './reading.js'
import { type Scope, scopesOf } from './totals.js'
import { nested, type Tree, treeOf } from './tree.js'

export interface Place {
  kind: RowKind | null
  leaf: boolean | null
  reason: LeafReason | null
}

export interface PlacedList {
  list: List
  places: ReadonlyMap<BudgetRow, Place>
  /** The printed totals with the leaves that they are held against. */
  scopes: Scope[]
}

export function placeRows(table: BudgetTable, list: List): PlacedList {
  if (traitsOf(table.kind)?.form) return unsaid(list, 'form')
  const tree = treeOf(list, table.checks)
  const totals = totalsOf(list, tree)
  const trimmed = { ...tree, roots: tree.roots.filter((row) => !totals.includes(row)) }
  if (trimmed.roots.length === 0) return onlyTotals(list, totals)
  const solved = solve(list, trimmed, totals)
  return {
    list,
    places: placesOf(list, totals, solved),
    scopes: solved.unsure.size > 0 ? [] : scopesOf(list, totals, solved.reading.leaves),
  }
}

function unsaid(list: List, reason: LeafReason): PlacedList {
  const place = { kind: null, leaf: null, reason }
  return { list, places: new Map(list.rows.map((row) => [row, place])), scopes: [] }
}

/** Rows that say 合计; and the unlabelled one of a file of units: the department's, on top, with its name only. */
function totalsOf(list: List, tree: Tree): BudgetRow[] {
  const totals = list.rows.filter(
    (row) =>
      row.role === 'total' ||
      (row.role === 'subtotal' && !tree.children.has(row) && row.code === null),
  )
  const [first] = list.rows
  const unlabelled =
    totals.length === 0 &&
    first?.role === 'unit' &&
    !tree.children.has(first) &&
    tree.roots.length > 1
  return unlabelled ? [first] : totals
}

/** A total of nothing is all that its list says: it counts. */
function onlyTotals(list: List, totals: readonly BudgetRow[]): PlacedList {
  const lone: Place =
    totals.length === 1
      ? { kind: 'total', leaf: true, reason: null }
      : { kind: 'total', leaf: null, reason: 'several_totals' }
  const places = new Map(list.rows.map((row) => [row, totals.includes(row) ? lone : UNLABELLED]))
  return { list, places, scopes: [] }
}

const UNLABELLED: Place = { kind: null, leaf: null, reason: 'unlabelled_row' }

interface Solved {
  reading: Reading
  /** Rows whose part in the sums is not borne out. */
  unsure: ReadonlySet<BudgetRow>
}

function solve(list: List, tree: Tree, totals: readonly BudgetRow[]): Solved {
  const choices = choicesOf(list, tree)
  const open = choices.filter(({ readings }) => readings.length > 1)
  const plain = choose(list, choices, totals)
  if (plain.fails === 0 && (open.length === 0 || totals.length > 0))
    return { reading: plain.reading, unsure: new Set() }
  const other = [withoutUncoded(list, choices, totals), asNested(list, tree, totals)].find(
    (attempt) => attempt !== null && attempt.fails === 0,
  )
  if (other) return { reading: other.reading, unsure: new Set() }
  return { reading: plain.reading, unsure: unsureRows(list, tree, open, plain) }
}

interface Attempt {
  reading: Reading
  fails: number
  columns: number
  /** Columns in which the leaves come to more than the total. */
  beyond: number
}

function attempt(list: List, reading: Reading, totals: readonly BudgetRow[]): Attempt {
  const scopes = scopesOf(list, totals, reading.leaves)
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  return {
    reading,
    fails: sum(scopes.map(({ fails }) => fails)),
    columns: sum(scopes.map(({ columns }) => columns)),
    beyond: sum(scopes.map(({ beyond }) => beyond)),
  }
}

/** One question after the other: the reading of each that leaves fewest totals unexplained. */
function choose(list: List, choices: readonly Choice[], totals: readonly BudgetRow[]): Attempt {
  const picked = choices.map(({ readings }) => readings[0])
  let best = attempt(list, combine(picked), totals)
  for (let round = 0; round < 2 && best.fails > 0; round++) {
    choices.forEach(({ readings }, i) => {
      for (const reading of readings.slice(1)) {
        const next = attempt(list, combine(picked.with(i, reading)), totals)
        if (next.fails >= best.fails) continue
        picked[i] = reading
        best = next
      }
    })
  }
  return best
}

/** Beside rows of codes, rows without may detail them: projects below the function that pays for them. */
function withoutUncoded(
  list: List,
  choices: readonly Choice[],
  totals: readonly BudgetRow[],
): Attempt | null {
  const isExtra = ({ row }: Choice) => row.code === null && row.role === 'item'
  if (totals.length === 0 || !choices.some(({ row }) => row.code !== null)) return null
  if (!choices.some(isExtra)) return null
  const coded = combine(choices.filter((c) => !isExtra(c)).map(({ readings }) => readings[0]))
  const extra = combine(choices.filter(isExtra).map(({ readings }) => readings[0]))
  const memos = [...coded.memos, ...extra.leaves, ...extra.subtotals, ...extra.memos]
  return attempt(list, { ...coded, memos }, totals)
}

/** Units and their projects in one file: each row is the sum of those that follow it (广州). */
function asNested(list: List, tree: Tree, totals: readonly BudgetRow[]): Attempt | null {
  if (totals.length === 0 || tree.children.size > 0) return null
  const inner = nested(list, tree.roots)
  if (inner.children.size === 0) return null
  return attempt(list, combine(choicesOf(list, inner).map(({ readings }) => readings[0])), totals)
}

/** Questions that no total answered; and a list that only its layout orders, which comes to more than its totals: some rows repeat others. */
function unsureRows(
  list: List,
  tree: Tree,
  open: readonly Choice[],
  plain: Attempt,
): Set<BudgetRow> {
  const coded = list.rows.some(({ code }) => code !== null)
  if (!coded && list.panel === null && plain.beyond > 0 && plain.fails === plain.columns)
    return new Set(list.rows)
  const rows = open.flatMap(({ readings: [first] }) => [
    ...first.leaves,
    ...first.subtotals,
    ...first.memos,
  ])
  return new Set(rows.filter((row) => tree.children.has(row) || !isEmpty(list, row)))
}

function placesOf(
  list: List,
  totals: readonly BudgetRow[],
  { reading, unsure }: Solved,
): Map<BudgetRow, Place> {
  const places = new Map<BudgetRow, Place>(list.rows.map((row) => [row, UNLABELLED]))
  const set = (rows: readonly BudgetRow[], kind: RowKind) => {
    for (const row of rows) places.set(row, { kind, leaf: kind === 'leaf', reason: null })
  }
  set(reading.leaves, 'leaf')
  set(reading.subtotals, 'subtotal')
  set(reading.memos, 'memo')
  for (const row of unsure)
    if (places.get(row) !== UNLABELLED)
      places.set(row, { kind: null, leaf: null, reason: 'unreadable_structure' })
  set(
    totals.filter(({ role }) => role !== 'subtotal'),
    'total',
  )
  set(
    totals.filter(({ role }) => role === 'subtotal'),
    'subtotal',
  )
  return places
}
