/** What a form calls its money: whole, parts, and the states of the budget that a review prints. */
import type { PerformanceFunding } from '../performance.js'

export type MoneyItem = PerformanceFunding['item']
export type MoneyPhase = PerformanceFunding['phase']

/**
 * The first that a label holds says what it is; 其中, colons, ordinals and units are taken off before.
 * Parts come before wholes: 财政拨款合计 is a part, 资金总额 is none.
 */
export const MONEY_ITEMS: readonly (readonly [RegExp, MoneyItem])[] = [
  [/结转|结余/, 'carry_over'],
  [/一般公共预算|公共财政预算|公共预算/, 'general_public_budget'],
  [/政府性基金|基金预算|土地基金/, 'government_fund'],
  [/专户|教育收费|非税/, 'special_account'],
  [/国有资本/, 'state_capital'],
  [
    /补助区县|补助市县|补助下级|补助地方|转移支付|对下|下级|区县级?支出|县区支出|下达/,
    'transfers_down',
  ],
  [/^(?:市|省|区|县|自治区|州)?本?级(?:支出|资金)?$|本级支出/, 'own_level'],
  [/^基本支出|^人员(?:经费|类)/, 'basic'],
  [/^项目支出|^特定目标类/, 'project'],
  [
    /财政拨款|财政资金|财政补助|财政性资金|财政补贴|预算拨款|上级补助|(?:中央|省|市|县|区)级?(?:财政)?(?:补助|资金|拨款)/,
    'appropriation',
  ],
  [/其[他它]|自筹|自有|单位资金|社会资金|事业收入|经营收入|非财政/, 'other'],
]

/** Words of which a label of the whole is made, and nothing else: 年度资金申请总额, 当年预算, 预算金额. */
export const MONEY_WHOLE =
  /^(?:本|该|年度|当年|全年|年|项目|部门|单位|整体|专项|政策|实施期|实施周期|总|财政|预算|资金|金额|经费|投入|支出|申请|安排|下达|合计|总计|总额|总|情况|数|额|需求|使用|规模|收支|小计|来源|计划|核定|批复)+$/
/** A whole that says so: it begins a form's sum even where the frame around it has a figure of its own. */
export const MONEY_TOTAL = /总额|合计|总计|总投入|总预算|小计/

/** Labels of the frame around the money, as in 项目资金（万元）; where an amount stands beside one, it is the total. */
export const MONEY_FRAME =
  /^(?:年度|当年|本年度?|项目|部门|单位|整体|专项|政策)*(?:资金|经费|预算|投入|支出)+(?:金额|情况|安排|申请|资金|预算|来源|总体情况|执行情况|构成|使用情况|数|规模|需求)*$|^金额$|^收支预算$/

/** Period words within a label. */
export const MONEY_PERIODS: readonly (readonly [RegExp, MoneyPhase])[] = [
  [/实施期|实施周期|全周期|项目总|总投资|中长期|中期/, 'implementation_period'],
  [/年度|当年|本年|全年|今年|(?:19|20)\d\d年/, 'annual'],
]

/** Columns of a review's money. */
export const MONEY_STATES: readonly (readonly [RegExp, MoneyPhase])[] = [
  [
    /^(?:年初|期初)(?:部门)?(?:预算|资金|安排|批复|设定)?(?:数|金额|资金|额)?$/,
    'year_start_budget',
  ],
  [
    /^(?:全年|调整后?|年度|本年|当年|年末|实际到位)(?:的)?(?:预算|资金|到位|下达)(?:数|金额|资金|额)?$|^预算(?:数|金额|资金)$|^全年预算安排数?$|^资金到位数?$/,
    'full_year_budget',
  ],
  [
    /^(?:全年|实际|年度|本年|当年)?(?:资金)?(?:执行|支出|决算|使用|完成)(?:数|金额|资金|额)$|^实际支出$|^实际执行$|^全年执行$/,
    'executed',
  ],
]
/** 执行率（B/A）, 分值 and 得分 beside them. */
export const MONEY_POINTS: readonly (readonly [RegExp, 'rate' | 'weight' | 'score'])[] = [
  [/执行率|支出率|完成率/, 'rate'],
  [/^(?:分值|权重|标准分|满分)/, 'weight'],
  [/^(?:自评)?(?:得分|评分|分数)$/, 'score'],
]

/** What the record calls them. */
export const POINT_NAMES = {
  rate: 'execution_rate',
  weight: 'execution_weight',
  score: 'execution',
} as const
