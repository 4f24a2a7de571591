/** In each list and column the leaves against every printed total, where no other check says as much. */
import { checkSum, fixedDigits, termOf } from '../../../schemas/check.js'
import { Exact } from '../../../schemas/decimal.js'
import type {
  BudgetRow,
  BudgetTable,
  Check,
  KindReason,
  Rule,
  Term,
} from '../../../schemas/document.js'
import { isForm } from './columns.js'
import { idIn, type List, listsOf } from './list.js'
import { type Scope, scopesOf } from './totals.js'

export const LEAF_IDENTITY = 'total = Σ leaves'

/** Laws that sum rows of one list. */
const SUMS_OF_ROWS: ReadonlySet<Rule> = new Set(['rollup', 'row_names', 'list_sum', 'leaves'])

/** Every table with what its leaves come to among its checks; the other checks are there, and rows have their kinds. */
export function checkLeaves(tables: readonly BudgetTable[]): BudgetTable[] {
  return tables.map((table) =>
    isForm(table) ? table : { ...table, checks: [...table.checks, ...leafChecks(table)] },
  )
}

function leafChecks(table: BudgetTable): Check[] {
  if (!table.rows.some(isPrintedTotal)) return []
  const known = checksByCell(table)
  const fixed = fixedDigits(table)
  return listsOf(table).flatMap((list) => {
    const { rows } = list
    const ofSome = ({ kind }: BudgetRow) => kind === 'subtotal'
    return scopesOf(list, rows.filter(isPrintedTotal), rows.filter(isCounted), ofSome)
      .filter(({ leaves }) => leaves.length > 0)
      .flatMap((scope) => scopeChecks({ table, list, scope, known, fixed }))
  })
}

function isPrintedTotal({ kind, kindReason }: BudgetRow): boolean {
  return kind === 'total' || (kind === 'subtotal' && kindReason === 'total_words')
}

/** Rows of which the total denies every reading are held against it all the same: that is what it denies. */
function isCounted({ kind, kindReason }: BudgetRow): boolean {
  return kind === 'leaf' || kindReason === 'contradicted'
}

interface Case {
  table: BudgetTable
  list: List
  scope: Scope
  known: Known
  /** Decimals that the table prints of every figure. */
  fixed: number
}

function scopeChecks(given: Case): Check[] {
  const steps = stepsOf(given)
  return given.list.columns.flatMap((ids) => {
    const standing = steps.map((step) => standingCheck(given.known, step, ids))
    return leafCheck(given, ids, standing) ?? []
  })
}

/** @param standing of each step down to the leaves what is said of it: a check, nothing, or that nothing is printed */
function leafCheck(
  given: Case,
  ids: readonly string[],
  standing: readonly Standing[],
): Check | null {
  const { table, scope, fixed } = given
  const isSilent = standing.includes('unchecked')
  const found = standing.filter((each) => typeof each === 'object')
  if (!isSilent && found.every(({ outcome }) => outcome !== 'fails')) return null
  const term = (row: BudgetRow) => termOf(table, row, idIn(row, ids))
  const check = checkSum('leaves', LEAF_IDENTITY, term(scope.total), scope.leaves.map(term), fixed)
  if (check === null || check.outcome !== 'fails') return check && isSilent ? check : null
  if (explains(found, check)) return null
  return isAccusation(given)
    ? check
    : { ...check, outcome: 'not_applicable', reading: 'order_unproven' }
}

/** Whether the failures that stand already come to the whole difference: it is not said twice. */
function explains(found: readonly Check[], { difference, tolerance }: Check): boolean {
  const sum = found.reduce((total, check) => total.plus(check.difference), new Exact(0))
  const rest = new Exact(difference).minus(sum).abs()
  return found.some(({ outcome }) => outcome === 'fails') && rest.lessThanOrEqualTo(tolerance)
}

/**
 * That leaves do not come to a total accuses the publication only where codes and units say what is below
 * what and another column bears it out, and where the kind of the table claims such a law at all:
 * 烟台/信访局 withholds rows of its procurement, which claims none.
 */
function isAccusation({ table, list, scope, known }: Case): boolean {
  const parts = list.rows.filter((row) => isCounted(row) || row.kind === 'subtotal')
  const sure = parts.every((row) => SURE.has(row.kindReason) || isPrintedTotal(row))
  return known.size > 0 && table.leftover.length === 0 && sure && scope.proves > 0
}

const SURE: ReadonlySet<KindReason> = new Set(['codes', 'units'])

type Known = ReadonlyMap<string, readonly Check[]>

/** The sums of rows that stand already, by the cell of the whole. */
function checksByCell({ checks }: BudgetTable): Known {
  const known = new Map<string, Check[]>()
  for (const check of checks) {
    if (!SUMS_OF_ROWS.has(check.rule) || check.outcome === 'not_applicable') continue
    known.set(cellOf(check.left), [...(known.get(cellOf(check.left)) ?? []), check])
  }
  return known
}

function cellOf({ row, column }: Pick<Term, 'row' | 'column'>): string {
  return `${row} ${column}`
}

/** A row and those that it sums directly. */
interface Step {
  whole: BudgetRow
  parts: readonly BudgetRow[]
}

/** The steps from the total down to its leaves: together they say what the leaves come to. */
function stepsOf({ list, scope: { total, leaves } }: Case): Step[] {
  const byId = new Map(list.rows.map((row) => [row.id, row]))
  const parts = new Map<BudgetRow, BudgetRow[]>([[total, []]])
  const climbed = new Set<BudgetRow>()
  for (const leaf of leaves) {
    for (let row = leaf; row !== total && !climbed.has(row); ) {
      climbed.add(row)
      const whole = wholeOf(row, byId) ?? total
      parts.set(whole, [...(parts.get(whole) ?? []), row])
      row = whole
    }
  }
  return [...parts].map(([whole, rows]) => ({ whole, parts: rows }))
}

/** The nearest row above that is a sum: what stands below a leaf only explains it. */
function wholeOf(row: BudgetRow, byId: ReadonlyMap<string, BudgetRow>): BudgetRow | null {
  for (let at = byId.get(row.parent ?? ''); at; at = byId.get(at.parent ?? ''))
    if (at.kind === 'subtotal') return at
  return null
}

type Standing = Check | 'unchecked' | 'blank'

/** The check that stands for a step in a column: of the same whole and the same parts. */
function standingCheck(known: Known, { whole, parts }: Step, ids: readonly string[]): Standing {
  const cell = ({ id, cells }: BudgetRow): string | null => {
    const column = idIn({ cells }, ids)
    return (cells[column]?.value ?? null) === null ? null : cellOf({ row: id, column })
  }
  const filled = new Set(parts.flatMap((row) => cell(row) ?? []))
  const own = cell(whole)
  if (own === null) return filled.size === 0 ? 'blank' : 'unchecked'
  const isSame = ({ right }: Check) =>
    right.length === filled.size && right.every((term) => filled.has(cellOf(term)))
  return known.get(own)?.find(isSame) ?? 'unchecked'
}
