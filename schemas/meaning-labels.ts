/**
 * What the figures of a column are called, in both languages: in Chinese as headers mostly print
 * it, the first word of its term in the vocabulary, so that the word is said once.
 */
import { type Label, TYPE_LABELS } from './labels.js'
import { MEASURES, type Measure } from './measures.js'
import { ECONOMIC_TERMS, TERMS } from './vocabulary.js'

const ENGLISH: Record<string, string> = {
  total: 'Total',
  current_revenue: "This year's revenue",
  appropriation: 'Fiscal appropriation',
  general_public_budget: 'General public budget',
  government_funds: 'Government funds',
  state_capital: 'State capital budget',
  special_account: 'Special fiscal account',
  own_revenue: "Units' own funds",
  institution: 'Institution income',
  operating_income: 'Operating income',
  superior_subsidy: 'Subsidies from superior units',
  subsidiary_remittance: 'Remittances from subsidiary units',
  other_revenue: 'Other revenue',
  fund_balance: 'Balances of own funds used',
  carry_over: 'Carried over from last year',
  debt: 'Debt',
  current_expenditure: "This year's expenditure",
  basic: 'Basic expenditure',
  personnel: 'Personnel funds',
  public: 'Office funds',
  project: 'Project expenditure',
  operating: 'Operating expenditure',
  upward: 'Payments to superior units',
  subsidiary: 'Subsidies to subsidiary units',
  carry_forward: 'Carried forward to next year',
  contingency: 'Contingency',
  wages: 'Wages and welfare',
  goods_services: 'Goods and services',
  individuals: 'Subsidies to individuals and families',
  debt_interest: 'Debt interest',
  construction: 'Capital construction',
  capital: 'Capital expenditure',
  enterprise_subsidy: 'Subsidies to enterprises',
  social_security_subsidy: 'Subsidies to social security funds',
  other_expenditure: 'Other expenditure',
  three_public: 'Three public expenses',
  abroad: 'Official travel abroad',
  reception: 'Official reception',
  vehicles: 'Official vehicles',
  vehicle_purchase: 'Vehicle purchase',
  vehicle_operation: 'Vehicle operation',
  conference: 'Conferences',
  training: 'Training',
  agency_operating: 'Agency operating expenses',
  procurement: 'Government procurement',
  unit_price: 'Unit price',
  quota: 'Reserved for small and medium enterprises',
  quota_small: 'Reserved for small and micro enterprises',
  change: 'Change on last year',
  // Atoms that say something beside a measure.
  superior_department_subsidy: 'Subsidies from superior departments',
  education_fees: 'Education fees',
  other_special_account: 'Other money of special accounts',
  budget_outlay: 'Budget outlay',
  non_tax: 'Non-tax revenue',
  other_funds: 'Other funds',
  previous_year: 'Last year',
  budgeted: 'Budgeted',
  rate: 'Rate',
  count: 'Number',
}

/** Measures whose headers are read as an atom of another name. */
const ATOM_OF: Record<string, string> = {
  general_public_budget: 'general_budget',
  government_funds: 'government_fund',
  own_revenue: 'unit_funds',
  other_revenue: 'other',
}

const MEASURE_OF = new Map(Object.entries(ATOM_OF).map(([measure, atom]) => [atom, measure]))

/** Every atom of the vocabulary, in its order. */
export const ATOM_LABELS: ReadonlyMap<string, Label> = new Map(
  [...TERMS, ...ECONOMIC_TERMS].flatMap(({ atom, words }): [string, Label][] =>
    atom ? [[atom, { zh: words[0], en: ENGLISH[MEASURE_OF.get(atom) ?? atom] ?? atom }]] : [],
  ),
)

/** What a header says that names no figure in particular: 金额, 预算数. */
const PLAIN = 'amount'

/** `general_budget.basic` -> 一般公共预算：基本支出 */
export function meaningLabel(meaning: string): Label {
  return joinLabels(meaning.split('.').map(atomLabel))
}

/** @param labels outermost first */
export function joinLabels(labels: readonly Label[]): Label {
  const [first, ...rest] = labels.map(({ en }) => en)
  return {
    zh: labels.map(({ zh }) => zh).join('：'),
    en: [first, ...rest.map((en) => en[0].toLowerCase() + en.slice(1))].join(', '),
  }
}

export function atomLabel(atom: string): Label {
  return ATOM_LABELS.get(atom) ?? (atom === PLAIN ? TYPE_LABELS.amount : { zh: atom, en: atom })
}

export const MEASURE_LABELS = Object.fromEntries(
  MEASURES.map((measure) => {
    const atoms = measure.split('.').map((part) => ATOM_OF[part] ?? part)
    return [measure, meaningLabel(atoms.join('.'))]
  }),
) as Record<Measure, Label>
