/** A year is no figure: 2032 年, 2032 年度. */
import { defineRule, literal, matching, number } from '../rule.js'

const YEAR = number(/^(?:19[89]|20\d)\d$/)

export default defineRule({
  name: 'year',
  reads: [YEAR, literal('年', '年度', '年份')],
  makes: ([[digits]]) => ({ kind: 'year', year: Number(digits.text) }),
  examples: {
    '2032年收入预算90万元': [{ subject: 'total_revenue', period: 2032, value: '90' }],
    '2032年度收入预算90万元': [{ subject: 'total_revenue', period: 2032, value: '90' }],
  },
  not: ['建设2032档案开放年活动', '收入预算：2032年。'],
})

/** 2032 年初预算: what begins with 年 goes on behind the year. */
export const gluedYear = defineRule({
  name: 'glued_year',
  reads: [YEAR, matching(/^年./)],
  keep: { after: 1 },
  makes: ([[digits]]) => ({ kind: 'year', year: Number(digits.text) }),
  examples: {
    收入2032年初预算90万元: [{ subject: 'total_revenue', period: 2032, value: '90' }],
  },
  not: [],
})
