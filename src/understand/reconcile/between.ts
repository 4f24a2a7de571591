/** The identities between tables: figures that two tables print, or that one sums of others. */

import { checkSum, takenOff } from '../../../schemas/check.js'
import type { BudgetTable, Check, Rule, Term } from '../../../schemas/document.js'
import type { Fund } from '../../../schemas/funds.js'
import type { Identity, KindDescription } from '../../../schemas/kind.js'
import type { TableKind } from '../../../schemas/kinds.js'
import { carryOvers, hasCarryOver } from './carry-over.js'
import { figuresOf } from './figures.js'
import { dismissed } from './referee.js'
import { hasFigure, type Sheet, sheetOf } from './sheet.js'

export function reconcileDocument(
  tables: readonly BudgetTable[],
  kinds: readonly KindDescription[],
): Check[] {
  const sheets = tables.map(sheetOf)
  return sheets.flatMap((sheet) => {
    const { kind } = sheet.table
    const identities = kinds.find(({ id }) => id === kind)?.identities ?? []
    if (kind === 'unrecognized' || onlyTable(sheets, sheet, [kind]) === null) return []
    return identities.flatMap((identity) => {
      if (identity.rule === 'equals_table') return equalsTable(sheets, sheet, identity) ?? []
      if (identity.rule === 'sum_of_tables') return sumOfTables(sheets, sheet, identity) ?? []
      return []
    })
  })
}

function equalsTable(
  sheets: readonly Sheet[],
  sheet: Sheet,
  identity: Extract<Identity, { rule: 'equals_table' }>,
): Check | null {
  const other = onlyTable(sheets, sheet, [identity.other])
  if (!other) return null
  const lefts = figuresOf(sheet, identity.column, !hasCarryOver(other))
  const rights = figuresOf(other, identity.otherColumn)
  const fund = typeof identity.otherColumn === 'string' ? null : identity.otherColumn.fund
  const words = wordsOf(identity)
  return compare({ rule: identity.rule, words, lefts, rights, sheets: [sheet, other], fund })
}

function wordsOf({ column, other, otherColumn }: Extract<Identity, { rule: 'equals_table' }>) {
  return (kind: string) =>
    typeof otherColumn === 'string'
      ? `${kind} = ${other}`
      : `${kind}: ${column} = ${other}: ${otherColumn.row}.${otherColumn.fund}`
}

/** Tables beyond the first that are not there, or are empty, add nothing: nothing is disclosed under them. */
function sumOfTables(
  sheets: readonly Sheet[],
  sheet: Sheet,
  identity: Extract<Identity, { rule: 'sum_of_tables' }>,
): Check | null {
  const places = identity.others.map((kinds) => [kinds].flat())
  const there = places.filter((kinds) => kinds.some((kind) => tablesOf(sheets, sheet, kind).length))
  const others = there.map((kinds) => onlyTable(sheets, sheet, kinds))
  if (there.length < 2 || there[0] !== places[0]) return null
  const known = others.filter((other) => other !== null)
  if (known.length < others.length) return null
  const filled = known.filter(isFilled)
  const terms = filled.map((other) => figuresOf(other, 'total', true)[0])
  if (terms.length === 0 || terms.includes(undefined as never)) return null
  const lefts = figuresOf(sheet, identity.column, true)
  const words = (kind: string) => `${kind} = ${known.map(({ table }) => table.kind).join(' + ')}`
  const rights = [terms.flat()]
  const compared = [sheet, ...filled]
  return compare({ rule: identity.rule, words, lefts, rights, sheets: compared, fund: null })
}

function tablesOf(sheets: readonly Sheet[], { table }: Sheet, kind: TableKind): Sheet[] {
  return sheets.filter((other) => other.table.kind === kind && other.table.owner === table.owner)
}

/** The one table of some kinds that has the same owner and unit; null where there is none, or a choice. */
function onlyTable(
  sheets: readonly Sheet[],
  sheet: Sheet,
  kinds: readonly TableKind[],
): Sheet | null {
  const found = kinds.flatMap((kind) => tablesOf(sheets, sheet, kind))
  const filled = found.length > 1 && kinds.length > 1 ? found.filter(isFilled) : found
  const [only] = filled.length === 0 ? found : filled
  return filled.length <= 1 && only?.table.unit === sheet.table.unit ? only : null
}

function isFilled(sheet: Sheet): boolean {
  return sheet.table.rows.some((row) => hasFigure(sheet, row))
}

interface Comparison {
  rule: Rule
  words: (kind: string) => string
  /** What the figure may be, the likelier first. */
  lefts: Term[][]
  rights: Term[][]
  sheets: Sheet[]
  /** Of the figures, where they are of one budget. */
  fund: Fund | null
}

/**
 * Figures that differ are held against the tables' other totals, and against what is carried
 * over: one of the tables leaves it out. An empty table says nothing of another.
 */
function compare({ rule, words, lefts, rights, sheets, fund }: Comparison): Check | null {
  const identity = words(sheets[0].table.kind)
  const fixed = Math.min(...sheets.map((sheet) => sheet.fixed))
  const [left] = lefts.flatMap(([term, ...more]) => (term && more.length === 0 ? [term] : []))
  const [right] = rights
  if (!left || !right) return null
  const plain = checkSum(rule, identity, left, right, fixed)
  if (plain?.outcome !== 'fails') return plain
  if (!sheets.every(isFilled)) return dismissed(plain, 'empty_table')
  const others = lefts.flatMap(([term]) => rights.map((terms) => ({ term, terms })))
  const totals = others.map(({ term, terms }) => checkSum(rule, identity, term, terms, fixed))
  const carried = sheets
    .flatMap((sheet) => carryOvers(sheet, [left, ...right], fund))
    .flatMap((term) =>
      [term, takenOff(term)].map((each) =>
        checkSum(rule, `${identity} + carry-over`, left, [...right, each], fixed),
      ),
    )
  return found(totals, 'other_total') ?? found(carried, 'carry_over') ?? plain
}

function found(checks: readonly (Check | null)[], reading: Check['reading']): Check | null {
  const check = checks.find((each) => each !== null && each.outcome !== 'fails')
  return check ? { ...check, reading } : null
}
