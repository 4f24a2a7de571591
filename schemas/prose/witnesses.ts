/**
 * Where the tables print what a sentence says: by subject, the tables whose figure is the same one.
 * A figure that any of a table's cells named here bears out holds; where none does, the first is held against it.
 */
import type { BudgetTable } from '../document.js'
import type { Measure } from '../measures.js'
import type { Subject } from './subjects.js'
import type { Fund } from './words.js'

type Kind = BudgetTable['kind']

export interface Witness {
  kind: Kind
  /** The total of a side of lists that stand side by side; else the table's total row. */
  side?: 'revenue' | 'expenditure'
  /** What the column measures; the total where nothing is said. */
  column?: Measure
  /** The row by its name; in one column, or as a column's header. */
  named?: RegExp
}

const total = (kind: Kind, column?: Measure): Witness => ({ kind, column })
const side = (kind: Kind, which: 'revenue' | 'expenditure'): Witness => ({ kind, side: which })
const three = (column: Measure, named: RegExp): Witness => ({
  kind: 'three_public_expenses',
  column,
  named,
})

const ALL_REVENUE = [total('revenue_summary'), side('revenue_expenditure_summary', 'revenue')]
const ALL_EXPENDITURE = [
  total('expenditure_summary'),
  side('revenue_expenditure_summary', 'expenditure'),
]
const APPROPRIATED = [side('appropriation_summary', 'expenditure')]

export const WITNESSES: Partial<Record<Subject, readonly Witness[]>> = {
  total_revenue: ALL_REVENUE,
  current_year_revenue: ALL_REVENUE,
  total_expenditure: ALL_EXPENDITURE,
  current_year_expenditure: ALL_EXPENDITURE,
  total_revenue_and_expenditure: [side('revenue_expenditure_summary', 'revenue')],
  appropriation_revenue: [side('appropriation_summary', 'revenue')],
  appropriation_expenditure: [...APPROPRIATED, total('appropriation_expenditure')],
  appropriation_revenue_and_expenditure: APPROPRIATED,
  general_budget_expenditure: [total('general_budget_expenditure')],
  government_fund_expenditure: [total('government_fund_expenditure')],
  state_capital_expenditure: [total('state_capital_expenditure')],
  agency_operating_expenses: [
    total('agency_operating_expenses'),
    three('agency_operating', /^(?:机关)?运行经费$/),
  ],
  procurement: [total('government_procurement')],
  three_public_expenses: [three('three_public', /^(?:合计|总计|"?三公"?经费.*)$/)],
  abroad: [three('abroad', /^因公出国/)],
  reception: [three('reception', /^公务接待/)],
  vehicles: [three('vehicles', /^公务用车购置[及和、与].*运行/)],
  vehicle_purchase: [
    three('vehicle_purchase', /^(?:公务用车)?购置费?$|^公务用车购置(?:费用?|经费|支出)?$/),
  ],
  vehicle_operation: [
    three('vehicle_operation', /^(?:公务用车)?运行(?:维护)?(?:费用?|经费|支出)?$/),
  ],
  meetings: [three('conference', /^会议费/)],
  training: [three('training', /^培训费/)],
}

/** Uses, functions and items: of which table, the money says that the section speaks of. */
export const TABLES_OF_FUND: Record<Fund | 'all', readonly Kind[]> = {
  all: ['expenditure_summary'],
  general_budget: ['general_budget_expenditure'],
  appropriation: ['appropriation_expenditure'],
  government_fund: ['government_fund_expenditure'],
  state_capital: ['state_capital_expenditure'],
}

/** Where a function or an item stands by its name: also in lists that stand side by side. */
export const NAMED_IN: Record<Fund | 'all', readonly Kind[]> = {
  all: ['expenditure_summary', 'revenue_expenditure_summary'],
  general_budget: ['general_budget_expenditure'],
  appropriation: [
    'appropriation_expenditure',
    'general_budget_expenditure',
    'appropriation_summary',
  ],
  government_fund: ['government_fund_expenditure'],
  state_capital: ['state_capital_expenditure'],
}

/** Uses that are columns of those tables, and of the table of basic expenditure. */
export const USES: Partial<Record<Subject, Measure>> = {
  basic_expenditure: 'basic',
  project_expenditure: 'project',
  personnel_expenses: 'personnel',
  public_expenses: 'public',
}
export const BASIC_TABLES: Partial<Record<Fund, Kind>> = {
  general_budget: 'basic_expenditure_department_economic',
  appropriation: 'appropriation_basic_expenditure',
}

/**
 * 会议费 and 培训费 of the basic expenditure of one fund are a part of what the prose says of both
 * uses: the prose may say more, never less (the reference: 培训费 0.3 in the prose, 1.00 in table 6).
 */
export const AT_LEAST: Partial<Record<Subject, string>> = {
  meetings: '30215',
  training: '30216',
}

/** What a sentence says of the whole of a table, where a document has no tables: the views of the panel ask these. */
export const SAID_WHOLES: Partial<Record<Subject, Kind>> = {
  total_expenditure: 'expenditure_summary',
  general_budget_expenditure: 'general_budget_expenditure',
}

/** The three public expenses that a sentence says, by what the view of them calls an item. */
export const SAID_EXPENSES: Partial<Record<Subject, string>> = {
  three_public_expenses: 'total',
  abroad: 'abroad',
  reception: 'reception',
  vehicles: 'vehicles',
  vehicle_purchase: 'vehicle_purchase',
  vehicle_operation: 'vehicle_operation',
}
