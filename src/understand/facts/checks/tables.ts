/** The narrative against the tables: one figure, printed in both. */
import { POWER } from '../../../../schemas/amount.js'
import { Exact } from '../../../../schemas/decimal.js'
import type { BudgetTable, Check, NarrativeFact, Report } from '../../../../schemas/document.js'
import type { Measure } from '../../../../schemas/measures.js'
import {
  AT_LEAST,
  BASIC_TABLES,
  NAMED_IN,
  TABLES_OF_FUND,
  USES,
  WITNESSES,
  type Witness,
} from '../../../../schemas/prose/witnesses.js'
import { traitsOf } from '../../../../schemas/traits.js'
import { cellsNamed, cellsOf, onlyTable } from './cells.js'
import { factSide, type Side, sumCheck } from './term.js'

export function tableChecks(
  facts: readonly NarrativeFact[],
  tables: readonly BudgetTable[],
  report: Report,
): Check[] {
  return facts
    .filter((fact) => isOwn(fact, report))
    .flatMap((fact) => checksOf(fact, tables, report))
}

/** This year's amounts: what budgets plan, and what accounts say was spent. */
function isOwn({ measure, value, period, basis }: NarrativeFact, report: Report): boolean {
  if (measure !== 'amount' || value === null || period !== report.fiscalYear) return false
  return basis === 'budget' || basis === 'executed'
}

function checksOf(fact: NarrativeFact, tables: readonly BudgetTable[], report: Report): Check[] {
  const budgeted = report.kind === 'final_accounts' && fact.basis === 'budget'
  const places = placesOf(fact, tables, report, budgeted)
  return places.flatMap(({ table, cells, atLeast }) => {
    const factor = factorOf(fact, table)
    return factor ? (held(fact, factor, cells, atLeast) ?? []) : []
  })
}

interface Place {
  table: BudgetTable
  cells: Side[]
  /** The prose may say more. */
  atLeast?: boolean
}

/** A figure that any cell bears out holds; else the likeliest is held against it. */
function held(fact: NarrativeFact, factor: Exact, cells: Side[], atLeast = false): Check | null {
  const checks = cells.map((cell) =>
    sumCheck(`narrative ${fact.subject}`, cell, [factSide(fact, factor)]),
  )
  const check = checks.find(({ outcome }) => outcome !== 'fails') ?? checks[0]
  if (!check || (atLeast && new Exact(check.difference).lessThanOrEqualTo(0))) return null
  return check
}

function factorOf({ unit }: NarrativeFact, table: BudgetTable): Exact | null {
  if (unit === null || !(unit in POWER) || table.unit === null) return null
  return new Exact(10).pow(POWER[unit as keyof typeof POWER] - POWER[table.unit])
}

function placesOf(
  fact: NarrativeFact,
  tables: readonly BudgetTable[],
  { department }: Report,
  budgeted: boolean,
): Place[] {
  const { subject, qualifier, fund } = fact
  const own = (kind: BudgetTable['kind']) => onlyTable(tables, kind, department)
  const kinds = TABLES_OF_FUND[fund ?? 'all']
  if (budgeted && !isBudgetedIn(WITNESSES[subject])) return []
  if (subject === 'procurement' && fund !== null) return []
  if (subject === 'expenditure_by_function' || subject === 'expenditure_item')
    return NAMED_IN[fund ?? 'all'].flatMap((kind) =>
      placed(own(kind), (table) => cellsNamed(table, qualifier ?? '', fact.text)),
    )
  if (qualifier !== null) return []
  const use = USES[subject]
  if (use !== undefined) return useOf(use, fund && BASIC_TABLES[fund], kinds, own, budgeted)
  const witnesses = WITNESSES[subject] ?? []
  return [
    ...witnesses.flatMap((witness) =>
      placed(own(witness.kind), (table) => cellsOf(table, witness, budgeted)),
    ),
    ...(budgeted ? [] : atLeast(fact, own)),
  ]
}

/** Accounts print the budget beside what was spent of the three public expenses only. */
function isBudgetedIn(witnesses: readonly Witness[] = []): boolean {
  return (
    witnesses.length > 0 &&
    witnesses.every(({ kind }) => traitsOf(kind)?.views.includes('three_public'))
  )
}

type Own = (kind: BudgetTable['kind']) => BudgetTable | null

function placed(table: BudgetTable | null, read: (table: BudgetTable) => Side[]): Place[] {
  return table ? [{ table, cells: read(table) }] : []
}

function useOf(
  column: Measure,
  basic: BudgetTable['kind'] | null | undefined,
  kinds: readonly BudgetTable['kind'][],
  own: Own,
  budgeted: boolean,
): Place[] {
  const whole = column === 'basic' ? undefined : column
  const inBasic = column === 'project' || !basic ? [] : [{ kind: basic, column: whole }]
  const witnesses = [...kinds.map((kind) => ({ kind, column })), ...inBasic]
  return witnesses.flatMap((witness) =>
    placed(own(witness.kind), (table) => cellsOf(table, witness, budgeted)),
  )
}

/** Of the basic expenditure of one fund, which the sentence's figure holds. */
function atLeast({ subject }: NarrativeFact, own: Own): Place[] {
  const code = AT_LEAST[subject]
  const kind = BASIC_TABLES.general_budget
  if (code === undefined || kind === undefined) return []
  const table = own(kind)
  return placed(table, (each) => cellsNamed(each, code, '')).map((place) => ({
    ...place,
    atLeast: true,
  }))
}
