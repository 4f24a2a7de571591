/** What a row and a column say about a figure: whose, of which classification, of which funds, of which year. */
import { CODE_PATTERNS } from '../../schemas/codes.js'
import type { BudgetDocument, BudgetRow, BudgetTable, Column } from '../../schemas/document.js'
import type { AgencySource, CodeSystem, Direction, FundType } from '../../schemas/panel/values.js'
import { FUND_TYPES } from '../../schemas/panel/values.js'
import type { Phase } from '../../schemas/phases.js'
import { fold } from '../../schemas/text.js'
import { traitsOf } from '../../schemas/traits.js'

const PATTERNS = Object.entries(CODE_PATTERNS).map(
  ([system, pattern]) => [system as CodeSystem, new RegExp(`^(?:${pattern})$`)] as const,
)

export function systemOf(code: string): CodeSystem | null {
  return PATTERNS.find(([, pattern]) => pattern.test(code))?.[0] ?? null
}

export interface Agency {
  agency_code: string | null
  agency_name: string | null
  agency_source: AgencySource | null
}

/** The unit of the row; else the owner of the table, of the document. */
export function agencyOf(row: BudgetRow, table: BudgetTable, document: BudgetDocument): Agency {
  const { unitCode, unitName } = row
  if (unitCode || unitName)
    return { agency_code: unitCode || null, agency_name: unitName || null, agency_source: 'row' }
  const owner = table.owner ?? document.report.department
  const source = table.owner === null ? 'document' : 'table'
  return { agency_code: null, agency_name: owner, agency_source: owner === null ? null : source }
}

export interface RowCodes {
  exp_func_code: string | null
  exp_func_name: string | null
  dep_bgt_eco_code: string | null
  dep_bgt_eco_name: string | null
  gov_bgt_eco_code: string | null
  gov_bgt_eco_name: string | null
  other_code: string | null
  pro_code: string | null
}

/** A name is the name of the row's own code; of two classifications side by side the row names the first. */
export function codesOf(row: BudgetRow, table: BudgetTable): RowCodes {
  const system = row.code === null ? null : systemOf(row.code)
  const own = (wanted: CodeSystem) => (system === wanted ? row.code : null)
  const named = (wanted: CodeSystem) => (system === wanted ? row.name || null : null)
  const other = row.code !== null && system === null ? row.code : null
  const ofProject = traitsOf(table.kind)?.otherCodes === 'project' && other !== null
  return {
    exp_func_code: own('functional'),
    exp_func_name: named('functional'),
    dep_bgt_eco_code: own('department_economic'),
    dep_bgt_eco_name: named('department_economic'),
    gov_bgt_eco_code: own('government_economic') ?? governmentCode(row),
    gov_bgt_eco_name: named('government_economic'),
    other_code: ofProject ? null : other,
    pro_code: ofProject ? other : null,
  }
}

function governmentCode({ governmentCode }: BudgetRow): string | null {
  return governmentCode && systemOf(governmentCode) === 'government_economic'
    ? governmentCode
    : null
}

const FUND_TITLES: readonly [FundType, RegExp][] = [
  ['general_budget', /一般公共预算|公共财政预算/],
  ['government_fund', /政府性基金/],
  ['state_capital', /国有资本经营/],
]

/** The one fund that the header names, else the one that the title does. */
export function fundOf(table: BudgetTable, column: Column): FundType | null {
  const atoms = column.meaning?.split('.') ?? []
  const named = FUND_TYPES.filter((fund) => atoms.includes(fund))
  if (named.length > 0) return only(named)
  const title = fold(table.title)
  return only(FUND_TITLES.filter(([, words]) => words.test(title)).map(([fund]) => fund))
}

function only(funds: readonly FundType[]): FundType | null {
  return funds.length === 1 ? funds[0] : null
}

export function directionOf(table: BudgetTable, row: BudgetRow): Direction | null {
  if (row.panel !== null) return row.panel === 'revenue' ? 'revenue' : 'expenditure'
  return traitsOf(table.kind)?.direction ?? null
}

export interface Time {
  phase: Phase
  figure_year: number | null
}

/** A difference between years is of neither. */
const CHANGE: Time = { phase: 'unstated', figure_year: null }

/** What a row that names a year, or a change between two, says beyond its column (深圳 lists 2025年, 2026年, 增减 per unit). */
export function timeOfRow(
  row: BudgetRow,
  fiscalYear: number | null,
): ((column: Time) => Time) | null {
  const name = fold(row.name)
  if (/^(?:增减|比上年|较上年)/.test(name)) return () => CHANGE
  const period = /^((?:19|20)\d\d)年度?(预算|决算|执行)?数?$/.exec(name)
  if (!period) return null
  return ({ phase }) => ofPeriod(Number(period[1]), period[2], phase, fiscalYear)
}

function ofPeriod(
  year: number,
  word: string | undefined,
  phase: Phase,
  fiscalYear: number | null,
): { phase: Phase; figure_year: number } {
  const own = { 预算: 'budget', 决算: 'executed', 执行: 'executed' } as const
  const stated = own[word as keyof typeof own] ?? null
  if (year === fiscalYear) return { phase: stated ?? phase, figure_year: year }
  if (year !== (fiscalYear ?? 0) - 1) return { phase: stated ?? 'unstated', figure_year: year }
  return { phase: stated === null ? 'previous_year' : `previous_year_${stated}`, figure_year: year }
}
