/** A figure with what adding it up needs: its code, its amount in 元, its digits as printed. */
import type { BudgetRow } from '../../schemas/document.js'
import type { Fact } from '../panel/table.js'

export interface Line {
  fact: Fact
  code: string | null
  /** In 元. */
  amount: string | null
  /** As printed, in its unit. */
  value: string | null
}

/** Figures of one column of one list of a table, in the order of the page. */
export type Column = readonly Line[]

const CODES = ['exp_func_code', 'dep_bgt_eco_code', 'gov_bgt_eco_code', 'other_code', 'pro_code']

/** @param rows of the fact's table, by their ids */
export function lineOf(fact: Fact, rows: ReadonlyMap<string, BudgetRow>): Line {
  const { shared, own } = fact
  const code = CODES.map((name) => shared[name]).find((each) => each !== null) ?? null
  const cells = rows.get(shared.json_row as string)?.cells
  const value = cells?.[own.json_column as string]?.value ?? null
  return { fact, code: code as string | null, amount: own.amount as string | null, value }
}

export function leavesOf(column: Column): Line[] {
  return column.filter(({ fact }) => fact.shared.is_leaf === true)
}

/** What the document is about: its own year, planned or spent; columns of last year stand beside it. */
export function isOfOwnYear({ shared, own }: Fact): boolean {
  const isOwn = own.figure_year === null || own.figure_year === shared.fiscal_year
  return isOwn && (own.phase === 'budget' || own.phase === 'executed')
}
