/** A figure without a unit, at the end of its clause: 国有资本经营预算拨款支出预算为 0。 */
import { defineRule, filler, mark, number } from '../rule.js'

export default defineRule({
  name: 'unitless',
  sign: /0[,，、。；;)）]|\.\d\d[,，、。；;)）]/,
  reads: [filler(), number(/^0(?:\.0+)?$|\.\d\d$/), mark('comma', 'dun', 'semi', 'stop', 'close')],
  keep: { before: 1, after: 1 },
  makes: ([, [digits]]) => ({
    kind: 'figure',
    value: digits.text.replaceAll(',', ''),
    unit: null,
    of: null,
  }),
  examples: {
    '国有资本经营预算拨款支出预算为0。': [
      { subject: 'state_capital_expenditure', value: '0', unit: null },
    ],
  },
  not: ['详见附表5。', '其中第1，第2。'],
})
