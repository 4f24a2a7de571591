/** The identities between tables: totals that two tables print, or that one sums of others. */

import { checkSum, termOf } from '../../../schemas/check.js'
import type { BudgetRow, BudgetTable, Check, Rule, Term } from '../../../schemas/document.js'
import type { Identity, KindDescription } from '../../../schemas/kind.js'
import type { Meaning } from '../../../schemas/meaning.js'
import { fold } from '../../../schemas/text.js'
import { panelOf, panelTotals } from './panel-totals.js'

export function reconcileDocument(
  tables: BudgetTable[],
  kinds: readonly KindDescription[],
): Check[] {
  return tables.flatMap((table) => {
    const kind = kinds.find((candidate) => candidate.id === table.kind)
    return (kind?.identities ?? []).flatMap((identity) => {
      if (identity.rule === 'equals_table') return equalsTable(tables, table, identity) ?? []
      if (identity.rule === 'sum_of_tables') return sumOfTables(tables, table, identity) ?? []
      return []
    })
  })
}

function equalsTable(
  tables: BudgetTable[],
  table: BudgetTable,
  identity: Extract<Identity, { rule: 'equals_table' }>,
): Check | null {
  const other = onlyTable(tables, table, identity.other)
  if (!other || !onlyTable(tables, table, table.kind)) return null
  const right = totalTerm(other, identity.otherColumn)
  const left = totalTerm(table, identity.column, !hasCarryOver(other))
  return right
    ? compare(identity.rule, `${table.kind} = ${identity.other}`, left, [right], [table, other])
    : null
}

/** Tables beyond the first that are not there, or are empty, add nothing: nothing is disclosed under them. */
function sumOfTables(
  tables: BudgetTable[],
  table: BudgetTable,
  identity: Extract<Identity, { rule: 'sum_of_tables' }>,
): Check | null {
  if (!onlyTable(tables, table, table.kind)) return null
  const there = identity.others.filter((kind) =>
    tables.some((other) => other.kind === kind && other.owner === table.owner),
  )
  const others = there.map((kind) => onlyTable(tables, table, kind))
  if (there.length < 2 || there[0] !== identity.others[0] || others.includes(null)) return null
  const filled = others.filter((other) => other !== null).filter(hasFigures)
  const terms = filled.map((other) => totalTerm(other, 'total'))
  if (terms.length === 0 || terms.includes(null)) return null
  const left = totalTerm(table, identity.column, true)
  return compare(identity.rule, `${table.kind} = ${there.join(' + ')}`, left, terms, [
    table,
    ...filled,
  ])
}

/** The one table of a kind that has the same owner and unit; null where there is none, or a choice. */
function onlyTable(
  tables: BudgetTable[],
  table: BudgetTable,
  kind: BudgetTable['kind'],
): BudgetTable | null {
  const found = tables.filter((other) => other.kind === kind && other.owner === table.owner)
  return found.length === 1 && found[0].unit === table.unit ? found[0] : null
}

/** Two totals that differ by what last year left, or goes to the next: one of the tables leaves it out. */
function compare(
  rule: Rule,
  identity: string,
  left: Term | null,
  right: (Term | null)[],
  tables: BudgetTable[],
): Check | null {
  const plain = checkSum(rule, identity, left, right)
  if (plain?.outcome !== 'fails') return plain
  const explained = tables
    .flatMap(carryOvers)
    .map((carried) => checkSum(rule, `${identity} + carry-over`, left, [...right, carried]))
    .find((check) => check !== null && check.outcome !== 'fails')
  return explained ?? plain
}

function carryOvers(table: BudgetTable): Term[] {
  const rows = table.rows.filter(({ name }) => /结转|结余/.test(fold(name)))
  const inRows = rows.flatMap((row) => Object.keys(row.cells).map((id) => termOf(table, row, id)))
  const total = totalRow(table)
  const columns = table.columns.filter(({ meaning }) => CARRIED.test(meaning ?? ''))
  const inColumns = total ? columns.map(({ id }) => termOf(table, total, id)) : []
  return [...inRows, ...inColumns].filter((term) => term !== null)
}

const CARRIED = /carry_over|carry_forward/

/** A table that leaves out what comes from last year or goes to the next equals this year's part only (决算). */
function hasCarryOver(table: BudgetTable): boolean {
  return table.columns.some(({ meaning }) => CARRIED.test(meaning ?? ''))
}

function hasFigures(table: BudgetTable): boolean {
  return table.rows.some((row) =>
    Object.values(row.cells).some(({ value }) => value !== null && /[1-9]/.test(value)),
  )
}

/** A table's total of one meaning: a column of its total row, or for side-by-side lists a list's. */
function totalTerm(table: BudgetTable, meaning: Meaning, thisYear = false): Term | null {
  if (meaning === 'revenue')
    return panelTotals(table, thisYear).find((term) => panelOf(table, term) === 'revenue') ?? null
  if (meaning === 'expenditure')
    return panelTotals(table, thisYear).find((term) => panelOf(table, term) !== 'revenue') ?? null
  const total = totalRow(table)
  const column = total ? columnOf(table, meaning) : null
  return total && column ? termOf(table, total, column) : null
}

/** Column ids by meaning; a heading over all amounts (一般公共预算支出/合计) says what the title says. */
function columnOf(table: BudgetTable, meaning: Meaning): string | null {
  const columns = table.columns.filter((column) => column.type === 'amount')
  if (meaning === 'total' && columns.length === 1) return columns[0].id
  const heads = new Set(columns.map((column) => column.meaning?.split('.')[0]))
  const head = heads.size === 1 ? [...heads][0] : undefined
  const wanted = [meaning, `${meaning}.total`, ...(head ? [`${head}.${meaning}`] : [])]
  const found = wanted.map((each) => columns.find((column) => column.meaning === each))
  return found.find((column) => column !== undefined)?.id ?? null
}

/** The total row; unlabelled where the first row bears only the unit's name and the others its codes (深圳). */
function totalRow(table: BudgetTable): BudgetRow | undefined {
  const labelled = table.rows.find((row) => row.role === 'total' && row.panel === null)
  const [first, ...rest] = table.rows
  const unlabelled =
    first?.role === 'unit' && (rest.length === 0 || rest.some((row) => row.code !== null))
  return labelled ?? (unlabelled ? first : undefined)
}
