/** What names of rows tell of them beside the totals of `vocabulary.ts`: sums of parts, what carries over, what is a body, how a unit stands to its department. */
import { BODIES } from './heading-words.js'

/** Totals of a part, whatever the list is of: 人员经费合计 at the foot of final accounts by economics. */
export const PART_TOTAL_WORDS = /^(?:人员经费|公用经费|基本支出|项目支出)(?:合计|小计|总计)$/
/** Any other words before such an ending name what the row sums: 教育支出合计, 一般公共预算小计. */
export const NAMED_TOTAL_WORDS = /.(?:合计|小计|总计|共计)$/

/**
 * What carries over or balances a list beside its numbered items: 上年结转, 年终结转结余, 用事业基金弥补收支差额.
 * Such a row stands in no item's part of the list (f1_calc's 04 prints one between the total and the grand total).
 */
export const BALANCE_WORDS = /结转|结余|弥补.{0,4}(?:差额|亏损)|预备费|调入|滚存/

/** What the names of departments and their units end in, a remark in brackets left out; owners of tables are fewer. */
export const ORGANIZATION_ENDINGS = new RegExp(
  `(?:${BODIES}|办|科|室|[一二三四五六七八九十]中|园|电台|电视台|宫|厂|镇|乡|街道|机关|基地|公司|集团|本级)$`,
)

/** What brackets behind such a name say of its standing: （本级）, （二级部门）; others hold its second name. */
export const STANDING_WORDS = /\(?(?:本级|机关|本部|汇总)\)?$|\([^()]{0,4}(?:部门|单位)\)$/
