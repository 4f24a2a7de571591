/** 占 x %: the part that the amount before it is of a whole. 占总支出的 9.5 % */
import { defineRule, figure, optional, type Part, some, word } from '../rule.js'
import { pieceOf } from '../token.js'

const STOPS = new Set(['stop', 'semi'])
/** What the whole is called: anything up to the figure, brackets too. */
const whole: Part = {
  min: 1,
  max: 1,
  test: ({ is, piece, sense }) =>
    !STOPS.has(is) &&
    is !== 'comma' &&
    piece?.kind !== 'figure' &&
    piece?.kind !== 'change' &&
    sense?.word !== 'ratio',
}

export default defineRule({
  name: 'share',
  sign: /占/,
  reads: [word('share'), some(whole, 24), optional(word('ratio')), figure('percent')],
  makes: (groups) => ({ kind: 'share', of: 'whole', figure: pieceOf(groups[3][0], 'figure')! }),
  examples: {
    '教育支出280.50万元，占11.31%': [
      { subject: 'expenditure_by_function', measure: 'amount' },
      { subject: 'expenditure_by_function', measure: 'share', value: '11.31' },
    ],
    '基本支出280.50万元，占本年支出合计的比例为11.31%': [{}, { measure: 'share' }],
  },
  not: ['占地3,000平方米', '占编12人'],
})

/** 比重 x %, with no verb. */
export const ratio = defineRule({
  name: 'ratio',
  sign: /比[重例]/,
  reads: [word('ratio'), figure('percent')],
  makes: ([, [figure]]) => ({ kind: 'share', of: 'whole', figure: pieceOf(figure, 'figure')! }),
  examples: {
    '教育支出280.50万元，比重为11.31%': [{}, { measure: 'share', value: '11.31' }],
  },
  not: [],
})
