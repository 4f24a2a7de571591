/** A change with its rate in brackets: 较上年减少 1 万元（10%）. */
import { defineRule, figure, mark, piece } from '../rule.js'
import { pieceOf } from '../token.js'

export default defineRule({
  name: 'bracket_rate',
  sign: /[(（][\d.]+[%％][)）]/,
  reads: [piece('change'), mark('open'), figure('percent'), mark('close')],
  keep: { before: 2, after: 1 },
  makes: ([[change], , [figure]]) => {
    const { direction } = pieceOf(change, 'change')!
    return { kind: 'change', direction, figure: pieceOf(figure, 'figure')! }
  },
  examples: {
    '收入预算90万元，比上年减少10万元（10%）': [
      {},
      { measure: 'change', value: '10', direction: 'decrease' },
      { subject: 'total_revenue', measure: 'change_rate', value: '10', direction: 'decrease' },
    ],
  },
  not: ['依据有关规定（10%）'],
})
