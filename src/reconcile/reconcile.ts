/** What a table and a document must satisfy, by the identities that its kind declares. */
import type { BudgetRow, BudgetTable, Check, Term } from '../../schemas/document.js'
import type { Identity, KindDescription } from '../../schemas/kind.js'
import { fold } from '../../schemas/text.js'
import { checkSum, termOf } from './check.js'
import { rollupChecks } from './rollup.js'
import { rowSums } from './row-sum.js'

/** The identities within one table. */
export function reconcileTable(table: BudgetTable, kind: KindDescription | null): Check[] {
  return distinct((kind?.identities ?? []).flatMap((identity) => checkIdentity(table, identity)))
}

function checkIdentity(table: BudgetTable, identity: Identity): Check[] {
  if (identity.rule === 'rollup') return rollupChecks(table)
  if (identity.rule === 'row_sum') return rowSums(table, identity.whole, identity.parts)
  if (identity.rule === 'panels_balance') return panelsBalance(table)
  if (identity.rule === 'row_names') return rowNames(table, identity.whole, identity.parts)
  return []
}

/** The grand totals of side-by-side lists are one figure. */
function panelsBalance(table: BudgetTable): Check[] {
  const ends = panelTotals(table)
  const [first, ...rest] = ends
  if (!first) return []
  return rest.flatMap((other) => {
    const identity = `${panelOf(table, first)} = ${panelOf(table, other)}`
    return checkSum(identity, first, [other]) ?? []
  })
}

/** The grand total of each list, in its first amount column; or what this year alone comes to, where the list says it. */
export function panelTotals(table: BudgetTable, thisYear = false): Term[] {
  const panels = [...new Set(table.rows.map((row) => row.panel))]
  return panels.flatMap((panel) => {
    const rows = table.rows.filter((row) => row.panel === panel && row.role === 'total')
    const current = thisYear ? rows.find((row) => /^[本当]年/.test(fold(row.name))) : undefined
    const total = current ?? rows.findLast((row) => /总计$/.test(fold(row.name))) ?? rows.at(-1)
    return total ? (firstTerm(table, total) ?? []) : []
  })
}

function firstTerm(table: BudgetTable, row: BudgetRow): Term | null {
  for (const column of Object.keys(row.cells)) {
    const term = termOf(table, row, column)
    if (term) return term
  }
  return null
}

/** In a list of named rows: one row = the sum of others, found by the key words of their names. */
function rowNames(table: BudgetTable, whole: string, parts: readonly string[]): Check[] {
  const bare = (text: string) => fold(text).replaceAll('"', '')
  // 公务用车购置 also opens 公务用车购置及运行维护费: the shortest name is meant.
  const find = (word: string) =>
    table.rows
      .filter((row) => row.panel === null && bare(row.name).startsWith(bare(word)))
      .toSorted((a, b) => a.name.length - b.name.length)[0]
  const total = find(whole)
  const rows = parts.map(find)
  if (!total || rows.some((row) => row === undefined)) return []
  const amounts = table.columns.filter(({ type }) => type === 'amount').map(({ id }) => id)
  return amounts.flatMap(
    (column) =>
      checkSum(
        `${whole} = ${parts.join(' + ')}`,
        termOf(table, total, column),
        rows.map((row) => termOf(table, row as BudgetRow, column)),
      ) ?? [],
  )
}

function distinct(checks: Check[]): Check[] {
  return [...new Map(checks.map((check) => [check.id, check])).values()]
}

/** The identities between tables: totals that two tables both print. */
export function reconcileDocument(
  tables: BudgetTable[],
  kinds: readonly KindDescription[],
): Check[] {
  return tables.flatMap((table) => {
    const kind = kinds.find((candidate) => candidate.id === table.kind)
    return (kind?.identities ?? []).flatMap((identity) =>
      identity.rule === 'equals_table' ? (equalsTable(tables, table, identity) ?? []) : [],
    )
  })
}

function equalsTable(
  tables: BudgetTable[],
  table: BudgetTable,
  identity: Extract<Identity, { rule: 'equals_table' }>,
): Check | null {
  const others = tables.filter(
    (other) => other.kind === identity.other && other.owner === table.owner,
  )
  const same = tables.filter((other) => other.kind === table.kind && other.owner === table.owner)
  if (others.length !== 1 || same.length !== 1 || others[0].unit !== table.unit) return null
  const right = totalTerm(others[0], identity.otherColumn)
  const left = totalTerm(table, identity.column, !hasCarryOver(others[0]))
  return right ? checkSum(`${table.kind} = ${identity.other}`, left, [right]) : null
}

/** A table that leaves out what comes from last year or goes to the next equals this year's part only (决算). */
function hasCarryOver(table: BudgetTable): boolean {
  return table.columns.some(({ meaning }) => /carry_over|carry_forward/.test(meaning ?? ''))
}

/** A table's total of one meaning: a column of its total row, or for side-by-side lists a list's. */
function totalTerm(table: BudgetTable, meaning: string, thisYear = false): Term | null {
  if (meaning === 'revenue')
    return panelTotals(table, thisYear).find((term) => panelOf(table, term) === 'revenue') ?? null
  if (meaning === 'expenditure')
    return panelTotals(table, thisYear).find((term) => panelOf(table, term) !== 'revenue') ?? null
  const total = totalRow(table)
  const columns = table.columns.filter((column) => column.type === 'amount')
  const column =
    columns.find((c) => c.meaning === meaning) ??
    columns.find((c) => c.meaning === `${meaning}.total`) ??
    (meaning === 'total' && columns.length === 1 ? columns[0] : undefined)
  return total && column ? termOf(table, total, column.id) : null
}

/** The total row; unlabelled where the first row bears only the unit's name and the others its codes (深圳). */
function totalRow(table: BudgetTable): BudgetRow | undefined {
  const labelled = table.rows.find((row) => row.role === 'total' && row.panel === null)
  const [first, ...rest] = table.rows
  const unlabelled =
    first?.role === 'unit' && (rest.length === 0 || rest.some((row) => row.code !== null))
  return labelled ?? (unlabelled ? first : undefined)
}

function panelOf(table: BudgetTable, term: Term): string | null {
  return table.rows.find((row) => row.id === term.row)?.panel ?? null
}
