/** A reading of a list, held against the totals that it prints. */
import type { BudgetRow } from '../../../schemas/document.js'
import type { List } from './list.js'
import type { Choice, Reading } from './reading.js'
import { type Scope, scopesOf } from './totals.js'

export interface Attempt {
  reading: Reading
  /** The printed totals with the leaves that they are held against. */
  scopes: Scope[]
  /** Of all columns of all totals: in how many a figure is printed, ... */
  columns: number
  /** ... the leaves do not come to it, ... */
  fails: number
  /** ... they come to more, ... */
  beyond: number
  /** ... they do, and it is not nought. */
  proves: number
}

/** @param ofSome whether totals may sum only the first of the rows that follow them */
export function attemptOf(
  list: List,
  reading: Reading,
  totals: readonly BudgetRow[],
  ofSome = false,
): Attempt {
  const leaves = new Set(reading.filter(({ kind }) => kind === 'leaf').map(({ row }) => row))
  const scopes = scopesOf(
    list,
    totals,
    list.rows.filter((row) => leaves.has(row)),
    () => ofSome,
  )
  const sum = (of: (scope: Scope) => number) => scopes.reduce((all, scope) => all + of(scope), 0)
  return {
    reading,
    scopes,
    columns: sum(({ columns }) => columns),
    fails: sum(({ fails }) => fails),
    beyond: sum(({ beyond }) => beyond),
    proves: sum(({ proves }) => proves),
  }
}

/** One question after the other: the reading of each that leaves fewest totals unexplained. */
export function choose(
  list: List,
  choices: readonly Choice[],
  totals: readonly BudgetRow[],
): Attempt {
  const picked = choices.map(({ readings }) => readings[0])
  let best = attemptOf(list, picked.flat(), totals)
  for (let round = 0; round < 2 && best.fails > 0; round++) {
    choices.forEach(({ readings }, i) => {
      for (const reading of readings.slice(1)) {
        const next = attemptOf(list, picked.with(i, reading).flat(), totals)
        if (next.fails >= best.fails) continue
        picked[i] = reading
        best = next
      }
    })
  }
  return best
}

/** A total that fails in some columns, by what was misprinted or withheld: most columns bear the reading out. */
export function isBetter(attempt: Attempt, plain: Attempt): boolean {
  return attempt.fails < plain.fails && attempt.proves > attempt.fails
}
