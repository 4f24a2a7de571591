/** 单价 100 万元以上设备: what a piece of equipment costs at least is part of its name. */
import { defineRule, figure, matching, optional, some, word } from '../rule.js'
import { pieceOf } from '../token.js'

/** What counts as equipment behind a threshold. */
const EQUIPMENT = /设备|仪器|资产/

export default defineRule({
  name: 'threshold',
  sign: /以[上下内]/,
  reads: [
    optional(word('worth')),
    figure('money'),
    word('above', 'below'),
    some(matching(/^(?:的|通用|专用|大型|大型设备|.{0,4}设备|仪器|资产|和)$/), 4),
  ],
  makes: ([worth, [money], [bound], what]) => {
    const { value, unit } = pieceOf(money, 'figure')!
    const named =
      bound.sense?.word === 'above' &&
      (worth.length > 0 || what.some(({ text }) => EQUIPMENT.test(text)))
    return named
      ? { kind: 'equipment', threshold: inYuan(value, unit), buy: false }
      : { kind: 'nothing' }
  },
  examples: {
    '单价100万元（含）以上设备2台（套）': [{ subject: 'equipment_over_1m', value: '2' }],
    单位价值50万元以上通用设备0台: [{ subject: 'equipment_over_500k', value: '0' }],
    '2032年拟购置单价20万元以上的设备1台': [{ subject: 'equipment_to_buy_over_200k', value: '1' }],
  },
  not: [
    '对500万元以上的项目开展评审',
    '工程投资3000万元及以下的项目',
    '采购限额标准50万元以上的货物',
  ],
})

function inYuan(value: string, unit: string | null): string {
  return unit === '元' ? value : `${value}0000`
}
