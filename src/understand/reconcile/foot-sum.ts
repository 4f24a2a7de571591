/**
 * Foot rows that sum classes: 人员经费合计 = 301 + 303, 公用经费合计 = the other classes.
 *
 * The national final accounts print the classes in two or three blocks side by side and the sums
 * below them; a foot row and its classes then stand in columns of different blocks.
 */

import { checkSum, termOf } from '../../../schemas/check.js'
import type { BudgetRow, Check, Term } from '../../../schemas/document.js'
import type { Identity } from '../../../schemas/kind.js'
import { fold } from '../../../schemas/text.js'
import { fails, type Sheet } from './sheet.js'

type FootSum = Extract<Identity, { rule: 'foot_sum' }>

export function footSums(sheet: Sheet, { feet }: FootSum): Check[] {
  const { rows } = sheet.table
  const classes = rows.filter(({ code, parent }) => code?.length === 3 && parent === null)
  const named = feet.map(({ name }) => rows.find((row) => isFoot(row, name)))
  const claimed = feet.flatMap(({ classes: own }) => own ?? [])
  return feet.flatMap(({ name, classes: own }, i) => {
    const foot = named[i]
    if (!foot || classes.length === 0) return []
    const parts = classes.filter(({ code }) =>
      own ? own.includes(code as string) : !claimed.includes(code as string),
    )
    return decideFoot(sheet, name, foot, parts, blockOf(rows, named, foot, classes))
  })
}

function isFoot({ role, code, name }: BudgetRow, wanted: string): boolean {
  return role === 'subtotal' && code === null && fold(name) === fold(wanted)
}

/** The classes by the law; those of its own block where only these close. */
function decideFoot(
  sheet: Sheet,
  name: string,
  foot: BudgetRow,
  parts: readonly BudgetRow[],
  block: readonly BudgetRow[],
): Check[] {
  const plain = footChecks(sheet, name, foot, parts)
  if (!plain.some(fails) || block.length === 0) return plain
  const other = footChecks(sheet, name, foot, block)
  return other.some(fails) ? plain : other.map((check) => ({ ...check, reading: 'block' as const }))
}

function footChecks(
  { table, columns, fixed }: Sheet,
  name: string,
  foot: BudgetRow,
  parts: readonly BudgetRow[],
): Check[] {
  return columns.flatMap((column) => {
    const left = termOf(table, foot, column)
    const right = parts.map((row) => termOf(table, row, column) ?? onlyTerm(table, row, columns))
    return checkSum('list_sum', `${name} = Σ classes`, left, right, fixed) ?? []
  })
}

/** A row's one amount, where it stands in another block. */
function onlyTerm(table: Sheet['table'], row: BudgetRow, columns: readonly string[]): Term | null {
  const terms = columns.flatMap((id) => termOf(table, row, id) ?? [])
  return terms.length === 1 ? terms[0] : null
}

/** The classes since the foot row before, in the order of the blocks. */
function blockOf(
  rows: readonly BudgetRow[],
  feet: readonly (BudgetRow | undefined)[],
  foot: BudgetRow,
  classes: readonly BudgetRow[],
): BudgetRow[] {
  const at = (row: BudgetRow) => rows.indexOf(row)
  const before = feet.flatMap((other) => (other && at(other) < at(foot) ? at(other) : []))
  const from = Math.max(-1, ...before)
  return classes.filter((row) => at(row) > from && at(row) < at(foot))
}
