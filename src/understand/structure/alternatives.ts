/**
 * Other readings of a list than the one that codes, units, ordinals and indents give: what is asked where
 * the printed total denies that one. None is kept unless the figures bear it out.
 */
import type { BudgetRow } from '../../../schemas/document.js'
import { type Attempt, attemptOf } from './attempt.js'
import { isEmpty, type List } from './list.js'
import { type Manner, nested } from './nested.js'
import { type Choice, choicesOf, type Placed, type Reading, readingsOf } from './reading.js'
import { below, type Tree } from './tree.js'

export interface Alternative {
  attempt: Attempt
  /** Whether the figures alone say what is part of what. */
  inferred: boolean
}

/** The likelier first; each is worked out when it is asked for. */
export function* alternatives(
  list: List,
  tree: Tree,
  totals: readonly BudgetRow[],
): Generator<Alternative> {
  const coded = withoutUncoded(choicesOf(list, tree))
  if (coded !== null) yield { attempt: attemptOf(list, coded, totals), inferred: false }
  for (const outer of nestings(list, tree)) {
    for (const deep of [false, true]) {
      const reading = asNested(list, outer, { least: 1, deep })
      if (reading !== null) yield { attempt: attemptOf(list, reading, totals), inferred: true }
    }
  }
}

/** Beside rows of codes, rows without may detail them: projects below the function that pays for them. */
function withoutUncoded(choices: readonly Choice[]): Reading | null {
  const isExtra = ({ row }: Choice) => row.code === null && row.role === 'item'
  if (!choices.some(({ row }) => row.code !== null) || !choices.some(isExtra)) return null
  return choices.flatMap((choice) =>
    isExtra(choice) ? choice.readings[0].map(asMemo) : choice.readings[0],
  )
}

function asMemo(placed: Placed): Placed {
  return { ...placed, kind: 'memo', reason: 'printed_total' }
}

/**
 * Lists in which the figures may say what is part of what: units and their projects in one file (广州);
 * the last of them without a name of their own, what is bought being said in other columns; and all
 * of these under names that are centred, whose indents mean nothing (无锡).
 */
function nestings(list: List, tree: Tree): Tree[] {
  const hinted = tree.children.size > 0 && isUncoded(list)
  const flat = { roots: inOrder(list, below(tree, tree.roots)), children: new Map() }
  const named = hinted ? [tree, flat] : [tree]
  const unnamed = unnamedRows(list)
  if (unnamed.length === 0) return named
  return [
    ...named.map((outer) => ({ ...outer, roots: inOrder(list, [...outer.roots, ...unnamed]) })),
    ...named,
  ]
}

export function isUncoded(list: List): boolean {
  return list.rows.every(({ code }) => code === null)
}

function inOrder(list: List, rows: readonly BudgetRow[]): BudgetRow[] {
  const wanted = new Set(rows)
  return list.rows.filter((row) => wanted.has(row))
}

function unnamedRows(list: List): BudgetRow[] {
  return list.rows.filter((row) => row.role === 'blank' && !isEmpty(list, row))
}

/** Each row is the sum of those that follow it, or of none; what stands below it by the layout stays there. */
export function asNested(list: List, tree: Tree, manner: Manner): Reading | null {
  const inner = nested(list, tree.roots, manner)
  if (inner.children.size === 0) return null
  if ([...inner.children.keys()].some((row) => tree.children.has(row))) return null
  const children = new Map([...tree.children, ...inner.children])
  return choicesOf(list, { roots: inner.roots, children })
    .flatMap(({ readings }) => readings[0])
    .map(byFigures)
}

function byFigures(placed: Placed): Placed {
  const told = placed.kind === 'memo' || placed.row.code !== null
  return told ? placed : { ...placed, reason: 'arithmetic' }
}

/** What rows without a name come to, where each of them details a leaf above it: they are the leaves. */
export function withUnnamed(list: List, reading: Reading): Reading | null {
  const unnamed = unnamedRows(list)
  if (unnamed.length === 0 || !isUncoded(list)) return null
  const leaves = reading.filter(({ kind }) => kind === 'leaf').map(({ row }) => row)
  const rows = inOrder(list, [...leaves, ...unnamed])
  const found = [false, true]
    .map((deep) => nested(list, rows, { least: 1, deep }))
    .find(({ roots }) => roots.every(({ role }) => role !== 'blank'))
  if (found === undefined) return null
  return reading.flatMap((placed) =>
    found.children.has(placed.row)
      ? readingsOf(list, found, placed.row, placed.whole)[0].map(byFigures)
      : [placed],
  )
}
