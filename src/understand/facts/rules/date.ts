/** The day that a stock is counted on: 截至 2031 年 12 月底, 2031 年末, 上年末. Its year is the period. */
import { defineRule, either, matching, number, optional, piece, some, word } from '../rule.js'
import { pieceOf } from '../token.js'

export default defineRule({
  name: 'date',
  sign: /年|月/,
  reads: [
    optional(word('until')),
    either(piece('year'), word('last_year')),
    optional(matching(/^年度?$/)),
    some(either(number(), word('calendar')), 6),
  ],
  makes: ([until, [year], , days]) => {
    if (until.length === 0 && !days.some(({ sense }) => sense?.word === 'calendar')) return null
    return { kind: 'date', year: pieceOf(year, 'year')?.year ?? null, last: !year.piece }
  },
  examples: {
    '截至2031年12月31日，本部门共有车辆3辆': [{ subject: 'vehicles_in_use', period: 2031 }],
    '截至2031年底，本部门共有车辆3辆': [{ subject: 'vehicles_in_use', period: 2031 }],
    上年末固定资产金额为90万元: [{ subject: 'fixed_assets', period: 2031 }],
    本部门共有车辆3辆: [{ subject: 'vehicles_in_use', period: null }],
  },
  not: ['计划于2032年12月底前完成'],
})
