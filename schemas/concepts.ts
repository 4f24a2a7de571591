// biome-ignore-all format: a list, an entry on each line
/**
 * What the measures are called in full, and what they are: for taxonomies. A balance where a measure stands on one
 * side of a budget alone; money of a source is revenue in one table and what pays for expenditure in the next.
 */
import type { TotalName } from './kind.js'
import type { TableKind } from './kinds.js'
import type { Label } from './labels.js'
import type { PlainMeasure } from './measures.js'
import { traitsOf } from './traits.js'

export type Balance = 'debit' | 'credit'

/** An article of 《中华人民共和国预算法》 (as amended in 2018), where the law itself says what the thing is. */
export type Article = '五' | '六' | '九' | '十' | '十四' | '二十七' | '三十七'

export interface ConceptText {
  name: string
  /** What it is, in a sentence. */
  says: Label
  balance?: Balance
  article?: Article
}

const says = (name: string, zh: string, en: string, more: Omit<ConceptText, 'name' | 'says'> = {}): ConceptText => ({ name, says: { zh, en }, ...more })
const spent = (name: string, zh: string, en: string, article?: Article) => says(name, zh, en, { balance: 'debit', ...(article ? { article } : {}) })

export const CONCEPT_TEXTS: Record<PlainMeasure, ConceptText> = {
  total: says('TotalAmount', '本行各列的合计；表未说明是收入还是支出。', 'The total of a row, where nothing says whether of revenue or of expenditure.'),
  current_revenue: says('CurrentYearRevenue', '本年度的收入，不含上年结转结余。', 'Revenue of the year itself, without what last year left.'),
  appropriation: says('FiscalAppropriation', '财政部门拨给的资金：一般公共预算、政府性基金预算、国有资本经营预算。', 'Money that the treasury appropriates, of the general public budget, government-managed funds and the state capital operating budget.'),
  general_public_budget: says('GeneralPublicBudgetFunds', '以税收为主体的一般公共预算安排的资金。', 'Money of the general public budget, which rests on taxes.', { article: '六' }),
  budget_outlay: says('BudgetOutlay', '一般公共预算中由税收等安排的经费拨款。', 'Appropriations of the general public budget that are not of non-tax revenue.'),
  non_tax: says('NonTaxRevenue', '纳入一般公共预算管理的非税收入安排的资金。', 'Money of non-tax revenue that is managed within the general public budget.'),
  government_funds: says('GovernmentManagedFunds', '政府性基金预算安排的资金，专款专用。', 'Money of government-managed funds, each raised for a purpose of its own.', { article: '九' }),
  state_capital: says('StateCapitalOperatingBudgetFunds', '国有资本经营预算安排的资金。', 'Money of the state capital operating budget.', { article: '十' }),
  special_account: says('SpecialFiscalAccountFunds', '缴入财政专户、由财政专户管理的资金，如教育收费。', 'Money held in special fiscal accounts, such as education fees.'),
  education_fees: says('EducationFees', '财政专户管理的教育收费。', 'Education fees held in special fiscal accounts.'),
  other_special_account: says('OtherSpecialFiscalAccountFunds', '财政专户管理的其他资金。', 'Other money held in special fiscal accounts.'),
  own_revenue: says('UnitOwnFunds', '单位自行取得、不由财政拨款的资金。', 'Money that units earn or receive themselves, outside appropriations.'),
  institution: says('InstitutionalIncome', '事业单位开展专业业务活动及其辅助活动取得的收入。', 'Income of public institutions from what they are there for.'),
  operating_income: says('OperatingIncome', '事业单位在专业业务之外非独立核算的经营收入。', 'Income of public institutions from business beside it.'),
  superior_subsidy: says('SubsidiesFromSuperiorUnits', '从主管部门和上级单位取得的非财政补助收入。', 'Subsidies from superior units that are no appropriations.'),
  superior_department_subsidy: says('SubsidiesFromSuperiorDepartments', '从上级主管部门取得的补助收入。', 'Subsidies from departments above.'),
  subsidiary_remittance: says('RemittancesFromSubsidiaryUnits', '附属独立核算单位上缴的收入。', 'What subsidiary units remit.'),
  other_revenue: says('OtherRevenue', '上述各项来源以外的收入。', 'Revenue of no source named beside it.'),
  other_funds: says('OtherFunds', '财政拨款、财政专户以外的其他资金。', 'Money outside appropriations and special fiscal accounts.'),
  fund_balance: says('NonAppropriationBalancesUsed', '用于弥补收支差额的非财政拨款结余（事业基金）。', 'Balances of own money that cover a gap between revenue and expenditure.'),
  carry_over: says('CarriedOverFromLastYear', '以前年度未用完、结转本年使用的资金。', 'What earlier years left for this one to use.'),
  debt: says('DebtFunds', '债务收入安排的资金。', 'Money borrowed.'),
  current_expenditure: spent('CurrentYearExpenditure', '本年度的支出，不含结转下年。', 'Expenditure of the year itself, without what goes to the next.'),
  basic: spent('BasicExpenditure', '为保障机构正常运转、完成日常工作任务的支出，分人员经费和公用经费。', 'What keeps an agency running: personnel funds and public funds.'),
  personnel: spent('PersonnelFunds', '基本支出中用于人员的部分：工资福利支出、对个人和家庭的补助等。', 'Basic expenditure on persons: wages and welfare, subsidies to individuals and families.'),
  public: spent('PublicFunds', '基本支出中用于机构日常公用的部分：商品和服务支出、资本性支出等。', 'Basic expenditure on the office itself: goods and services, equipment.'),
  project: spent('ProjectExpenditure', '为完成特定行政任务或事业发展目标，在基本支出之外的支出。', 'Expenditure on set tasks and aims, beyond basic expenditure.'),
  operating: spent('OperatingExpenditure', '事业单位在专业业务之外开展非独立核算经营活动的支出。', 'Expenditure of public institutions on business beside what they are there for.'),
  upward: spent('PaymentsToSuperiorUnits', '按规定上缴上级单位的支出。', 'What a unit remits to the units above it.'),
  subsidiary: spent('SubsidiesToSubsidiaryUnits', '用非财政拨款资金对附属单位的补助支出。', 'Subsidies to subsidiary units out of own money.'),
  carry_forward: says('CarriedForwardToNextYear', '本年未用完、结转下年使用的资金。', 'What the year leaves for the next to use.'),
  contingency: spent('ContingencyReserve', '单位预留的机动经费。', 'Money that a unit keeps for what may come.'),
  wages: spent('WagesAndWelfare', '支付给在职人员的各类劳动报酬及为其缴纳的社会保险费等。', 'Pay of those employed, with social insurance.', '二十七'),
  goods_services: spent('GoodsAndServices', '购买商品和服务的支出。', 'Expenditure on goods and services.', '二十七'),
  individuals: spent('SubsidiesToIndividualsAndFamilies', '用于对个人和家庭的补助支出。', 'Subsidies to individuals and families.'),
  debt_interest: spent('DebtInterestAndFees', '债务利息及费用支出。', 'Interest and fees of debt.'),
  construction: spent('CapitalConstruction', '资本性支出中由发展改革部门安排的基本建设支出。', 'Capital expenditure on capital construction.'),
  capital: spent('CapitalExpenditure', '资本性支出。', 'Capital expenditure.', '二十七'),
  enterprise_subsidy: spent('SubsidiesToEnterprises', '对企业的补助支出。', 'Subsidies to enterprises.'),
  social_security_subsidy: spent('SubsidiesToSocialSecurityFunds', '对社会保障基金的补助支出。', 'Subsidies to social security funds.'),
  other_expenditure: spent('OtherExpenditure', '不能归入其他各类的支出。', 'Expenditure of no other class.', '二十七'),
  three_public: spent('ThreePublicExpenses', '因公出国（境）费、公务用车购置及运行费、公务接待费三项之和。', 'Official travel abroad, official vehicles and official receptions together.'),
  abroad: spent('OfficialTravelAbroad', '因公出国（境）的费用。', 'Cost of official travel abroad.'),
  reception: spent('OfficialReceptions', '按规定开支的各类公务接待费用。', 'Cost of official receptions.'),
  vehicles: spent('OfficialVehicles', '公务用车的购置费和运行维护费。', 'Purchase and operation of official vehicles.'),
  vehicle_purchase: spent('OfficialVehiclePurchase', '公务用车购置费。', 'Purchase of official vehicles.'),
  vehicle_operation: spent('OfficialVehicleOperation', '公务用车运行维护费。', 'Operation and upkeep of official vehicles.'),
  conference: spent('Conferences', '会议费。', 'Cost of conferences.'),
  training: spent('Training', '培训费。', 'Cost of training.'),
  agency_operating: spent('AgencyOperatingExpenses', '为保障行政单位和参照公务员法管理的事业单位运行，用于购买货物和服务的各项资金。', 'What agencies spend on goods and services to run.', '三十七'),
  procurement: spent('GovernmentProcurement', '列入政府采购预算的金额。', 'Money budgeted for government procurement.', '十四'),
  quota: spent('ProcurementReservedForSmallAndMediumEnterprises', '政府采购中预留给中小企业的金额。', 'Procurement reserved for small and medium enterprises.'),
  quota_small: spent('ProcurementReservedForSmallAndMicroEnterprises', '政府采购中预留给小型、微型企业的金额。', 'Procurement reserved for small and micro enterprises.'),
  change: says('ChangeOnLastYear', '比上年增加的金额；减少为负。', 'Change on last year; a decrease is negative.'),
}

/** What the total of a table is the total of; `revenue` and `expenditure` where it has both, or lists of them. */
export interface TotalText extends ConceptText {
  label: Label
}

const total = (name: string, zh: string, en: string, balance?: Balance): TotalText => ({
  name,
  label: { zh, en },
  says: { zh: `${zh}：表中“合计”一列。`, en: `${en}: the column 合计 of its table.` },
  ...(balance ? { balance } : {}),
})

const all = {
  revenue: total('TotalRevenue', '收入合计', 'Total revenue', 'credit'),
  expenditure: total('TotalExpenditure', '支出合计', 'Total expenditure', 'debit'),
}
const only = (name: string, zh: string, en: string) => ({ revenue: all.revenue, expenditure: total(name, zh, en, 'debit') })

export type Totals = Record<'revenue' | 'expenditure', TotalText>

/** By what the tables are of. */
const TOTALS: Record<TotalName, Totals> = {
  all,
  appropriation: {
    revenue: total('TotalAppropriationRevenue', '财政拨款收入合计', 'Total revenue from appropriations', 'credit'),
    expenditure: total('TotalAppropriationExpenditure', '财政拨款支出合计', 'Total expenditure of appropriations', 'debit'),
  },
  general_budget: only('TotalGeneralPublicBudgetExpenditure', '一般公共预算支出合计', 'Total expenditure of the general public budget'),
  general_budget_basic: only('TotalGeneralPublicBudgetBasicExpenditure', '一般公共预算基本支出合计', 'Total basic expenditure of the general public budget'),
  basic: only('TotalBasicExpenditure', '基本支出合计', 'Total basic expenditure'),
  appropriation_basic: only('TotalAppropriationBasicExpenditure', '财政拨款基本支出合计', 'Total basic expenditure of appropriations'),
  government_funds: {
    revenue: total('TotalGovernmentFundRevenue', '政府性基金预算收入合计', 'Total revenue of government-managed funds', 'credit'),
    expenditure: total('TotalGovernmentFundExpenditure', '政府性基金预算支出合计', 'Total expenditure of government-managed funds', 'debit'),
  },
  state_capital: only('TotalStateCapitalExpenditure', '国有资本经营预算支出合计', 'Total expenditure of the state capital operating budget'),
  public_expenses: only('TotalPublicExpenses', '“三公”等经费合计', 'Total of public expenses'),
  agency_operating: only('TotalAgencyOperatingExpenses', '机关运行经费合计', 'Total operating expenses of agencies'),
  project: only('TotalProjectExpenditure', '项目支出合计', 'Total project expenditure'),
  procurement: only('TotalGovernmentProcurement', '政府采购合计', 'Total government procurement'),
  carry_over: only('TotalCarriedOverExpenditure', '上年结转支出合计', 'Total expenditure of what was carried over'),
}

/** A table of no known kind is of all money, for all that is known. */
export function totalsOf(kind: TableKind | 'unrecognized'): Totals {
  return TOTALS[traitsOf(kind)?.total ?? 'all']
}
