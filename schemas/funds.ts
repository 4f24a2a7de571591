/** The budgets that appropriations come from, and how rows name them. */
import { fold } from './text.js'

export const FUNDS = ['general_budget', 'government_fund', 'state_capital'] as const
/** The three budgets that appropriations come from. */
export type Fund = (typeof FUNDS)[number]

const FUND_NAMES: Record<Fund, RegExp> = {
  general_budget: /^(?:一般公共预算|公共财政)/,
  government_fund: /^政府性基金/,
  state_capital: /^国有资本经营/,
}

/** The fund that a row of sources names: 政府性基金预算财政拨款. */
export function fundOf(name: string): Fund | null {
  const folded = fold(name)
  return FUNDS.find((fund) => FUND_NAMES[fund].test(folded)) ?? null
}
