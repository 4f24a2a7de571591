/** From so much to so much is no figure: 缴存比例 5%-12%, 2-3 次, 2031-2035 年. */
import { defineRule, either, matching, number, optional, unit } from '../rule.js'

export default defineRule({
  name: 'range',
  sign: /\d\D{0,3}(?:[-—~至到])+\d/,
  reads: [
    number(),
    optional(unit()),
    matching(/^(?:-+|—+|~+|至|到)$/),
    number(),
    optional(either(unit(), matching(/^年$/))),
  ],
  makes: () => ({ kind: 'nothing' }),
  examples: {},
  not: ['住房公积金缴存比例为5%-12%', '2031-2035年项目支出规划', '收入预算0.04-0.1万元'],
})
