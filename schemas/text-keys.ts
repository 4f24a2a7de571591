/**
 * Columns of text that say which thing a row is of: two rows of one name differ in them. A remark, a reason or a goal
 * says something about the row, and is none.
 */

export const TEXT_KEYS = [
  'procurementItem',
  'procurementForm',
  'specialFund',
  'economicItem',
  'projectCode',
  'projectClass',
] as const
export type TextKey = (typeof TEXT_KEYS)[number]

/** By the words of the header's last line; the first that fits counts. */
const HEADS: readonly (readonly [RegExp, TextKey])[] = [
  [/(?:项目|资产|专项|采购).*(?:编码|代码|编号)$/, 'projectCode'],
  [/采购.*(?:形式|方式|方法|类型)$/, 'procurementForm'],
  [/(?:品目|目录|物品|规格|型号)/, 'procurementItem'],
  [/^专项(?:资金)?名称$/, 'specialFund'],
  [/^(?:支出)?经济(?:分类)?科目/, 'economicItem'],
  [/^项目(?:类别|分类|类型|性质)$/, 'projectClass'],
]

/** @param head folded */
export function textKeyOf(head: string): TextKey | null {
  return HEADS.find(([pattern]) => pattern.test(head))?.[1] ?? null
}
