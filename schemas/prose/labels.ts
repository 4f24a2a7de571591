/** What the fields of a fact are called, for those who read the outputs. */
import type { NarrativeFact } from '../facts.js'
import type { Label } from '../labels.js'
import { SUBJECT_LIST, type Subject } from './subjects.js'

export const SUBJECT_LABELS = Object.fromEntries(
  Object.entries(SUBJECT_LIST).map(([subject, { label }]) => [subject, label]),
) as Record<Subject, Label>

export const FACT_MEASURE_LABELS: Record<NarrativeFact['measure'], Label> = {
  amount: { zh: '金额', en: 'Amount' },
  change: { zh: '增减额', en: 'Change' },
  change_rate: { zh: '增减率', en: 'Rate of change' },
  share: { zh: '占比或完成率', en: 'Share, or rate of completion' },
  count: { zh: '数量', en: 'Number' },
}

export const FACT_FUND_LABELS: Record<NonNullable<NarrativeFact['fund']>, Label> = {
  general_budget: { zh: '一般公共预算', en: 'General public budget' },
  appropriation: { zh: '财政拨款', en: 'Appropriation' },
  government_fund: { zh: '政府性基金预算', en: 'Government-managed funds' },
  state_capital: { zh: '国有资本经营预算', en: 'State capital budget' },
}

export const FACT_BASIS_LABELS: Record<NonNullable<NarrativeFact['basis']>, Label> = {
  budget: { zh: '预算', en: 'Budget' },
  executed: { zh: '决算（执行）', en: 'Executed' },
  last_year_budget: { zh: '上年预算', en: "Last year's budget" },
  last_year_executed: { zh: '上年决算（执行）', en: 'Last year, executed' },
}

export const FACT_DIRECTION_LABELS: Record<NonNullable<NarrativeFact['direction']>, Label> = {
  increase: { zh: '增加', en: 'Increase' },
  decrease: { zh: '减少', en: 'Decrease' },
  unchanged: { zh: '持平', en: 'Unchanged' },
}
