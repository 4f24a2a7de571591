/** Labels of totals, however they are dressed: 总计：, 合  计, （合计）, 收 入 总 计, 合计(1+2). */
import type { BudgetRow } from '../../../schemas/document.js'
import { NAMED_TOTAL_WORDS, PART_TOTAL_WORDS } from '../../../schemas/row-words.js'
import { fold } from '../../../schemas/text.js'
import { SUBTOTAL_WORDS, TOTAL_WORDS } from '../../../schemas/vocabulary.js'

/** A formula, a unit or a number behind a label. */
const REMARK = /\((?:[\d+\-=~、.一二三四五六七八九十]+|(?:单位:)?[千万亿]?元)\)$/

/** A label without the marks around it. */
export function bareLabel(label: string): string {
  const plain = fold(label)
    .replace(/^[*#·]+|[*:：=。]{1,99}$/g, '')
    .replace(REMARK, '')
  return /^[[(]([^[\]()]+)[\])]$/.exec(plain)?.[1] ?? plain
}

export function isTotalLabel(label: string): boolean {
  const bare = bareLabel(label)
  return TOTAL_WORDS.test(bare) && !PART_TOTAL_WORDS.test(bare)
}

/** Of a part, whatever list it stands in: 人员经费合计. */
export function isPartTotalLabel(label: string): boolean {
  return PART_TOTAL_WORDS.test(bareLabel(label))
}

export function isSubtotalLabel(label: string): boolean {
  return SUBTOTAL_WORDS.test(bareLabel(label))
}

/** Whether a label says that its row sums others. */
export function isSumLabel(label: string): boolean {
  const bare = bareLabel(label)
  return TOTAL_WORDS.test(bare) || SUBTOTAL_WORDS.test(bare) || NAMED_TOTAL_WORDS.test(bare)
}

/**
 * @param name without its ordinal
 * @param own the row's own words: 小计 or 合计 where the name is that of its class
 */
export function roleOf(
  name: string,
  own: string,
  code: string | null,
  isUnit: boolean,
): BudgetRow['role'] {
  if (name === own ? code !== null && isSubtotalLabel(own) : isSumLabel(own)) return 'subtotal'
  if (isTotalLabel(name)) return 'total'
  if (isSumLabel(name)) return 'subtotal'
  if (name === '' && code === null) return 'blank'
  return isUnit && code === null ? 'unit' : 'item'
}
