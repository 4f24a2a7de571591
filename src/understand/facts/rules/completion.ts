/** 完成预算的 x %: a share whose whole is the budget. */
import { defineRule, figure, filler, literal, optional, type Part, some, word } from '../rule.js'
import { pieceOf } from '../token.js'

const between: Part = {
  min: 1,
  max: 1,
  test: ({ is, piece }) =>
    is !== 'stop' &&
    is !== 'semi' &&
    is !== 'comma' &&
    piece?.kind !== 'figure' &&
    piece?.kind !== 'change',
}

export default defineRule({
  name: 'completion',
  sign: /完成|率/,
  reads: [word('complete'), some(between, 10), figure('percent')],
  makes: ([, , [figure]]) => ({ kind: 'share', of: 'budget', figure: pieceOf(figure, 'figure')! }),
  examples: {
    '住房公积金（项）90万元，完成年初预算的98.05%': [
      {},
      { measure: 'share', value: '98.05', basis: 'budget' },
    ],
  },
  not: ['完成3个课题'],
})

/** 为年初预算的 98 %. */
export const ofBudget = defineRule({
  name: 'of_budget',
  sign: /预算.{0,3}[\d.]+[%％]/,
  reads: [filler('budget'), optional(literal('的')), figure('percent'), optional(literal('的'))],
  makes: ([, , [figure]]) => ({ kind: 'share', of: 'budget', figure: pieceOf(figure, 'figure')! }),
  examples: {
    '住房公积金（项）90万元，为年初预算的98.05%': [{}, { measure: 'share', basis: 'budget' }],
  },
  not: [],
})

/** 为年初预算数 10 万元的 82 %. */
export const ofFigure = defineRule({
  name: 'of_figure',
  sign: /[万亿]?元的[\d.]+[%％]/,
  reads: [figure('money'), literal('的'), figure('percent')],
  keep: { before: 1 },
  makes: ([, , [figure]]) => ({ kind: 'share', of: 'budget', figure: pieceOf(figure, 'figure')! }),
  examples: {
    '住房公积金（项）90万元，为年初预算数100万元的90%': [
      { value: '90' },
      { value: '100' },
      { measure: 'share', value: '90', basis: 'budget' },
    ],
  },
  not: [],
})
