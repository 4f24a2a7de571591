/** So much more or less: 增加 80.50 万元, 下降 3.35 %, 大于上年 3 万元. The unit tells change from rate. */
import {
  defineRule,
  either,
  figure,
  filler,
  literal,
  optional,
  piece,
  some,
  word,
} from '../rule.js'
import { type Direction, pieceOf, type Token } from '../token.js'

export default defineRule({
  name: 'change',
  reads: [
    word('increase', 'decrease', 'either'),
    some(either(filler('plain'), literal('至')), 3),
    figure(),
  ],
  makes: ([[verb], between, [figure]]) => {
    if (between.some(({ text }) => text === '至' || text === '达到')) return null
    const read = pieceOf(figure, 'figure')!
    return { kind: 'change', direction: directionOf(verb, read.value), figure: read }
  },
  examples: {
    '收入预算90万元，比上年增加10万元，增长12.50%': [
      {},
      { measure: 'change', value: '10', direction: 'increase' },
      { measure: 'change_rate', value: '12.50', direction: 'increase' },
    ],
    '收入预算90万元，比上年减少2.1%': [{}, { measure: 'change_rate', direction: 'decrease' }],
    '收入预算90万元，比上年增加0.00万元': [{}, { measure: 'change', direction: 'unchanged' }],
  },
  not: ['公用经费人均定额增加1000元/人'],
})

/** 增加两人: people are counted in words too. */
export const spokenChange = defineRule({
  name: 'spoken_change',
  sign: /[一两二三四五六七八九十][人名]/,
  reads: [
    word('increase', 'decrease'),
    literal('一', '两', '二', '三', '四', '五', '六', '七', '八', '九', '十'),
    literal('人', '名'),
  ],
  makes: ([[verb], [numeral], [unit]]) => {
    const value = String(SPOKEN.indexOf(numeral.text.replace('二', '两')))
    if (value === '-1') return null
    const direction = directionOf(verb, value)
    return { kind: 'change', direction, figure: { value, unit: unit.text, of: 'count' } }
  },
  examples: {
    '收入预算90万元，比上年增加10万元，主要是本年增加两人': [
      {},
      {},
      { subject: 'staff_actual', measure: 'change', value: '2', unit: '人' },
    ],
  },
  not: ['增加人员经费'],
})
const SPOKEN = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

/** 本年数小于上年 3 万元: a change with no verb. */
export const moreThan = defineRule({
  name: 'more_than',
  sign: /[大小高低多少]于|超[过出]/,
  reads: [
    word('more', 'less'),
    either(word('last_year'), piece('year'), filler('budget')),
    some(filler(), 3),
    optional(literal('的')),
    figure(),
  ],
  makes: (groups) => {
    const [verb] = groups[0]
    const read = pieceOf(groups[4][0], 'figure')!
    const direction = /^0+(?:\.0+)?$/.test(read.value)
      ? 'unchanged'
      : verb.sense?.word === 'more'
        ? 'increase'
        : 'decrease'
    return { kind: 'change', direction, figure: read }
  },
  examples: {
    '收入预算90万元，本年数小于上年3万元': [
      {},
      { measure: 'change', value: '3', direction: 'decrease' },
    ],
  },
  not: ['决算数大于预算数的主要原因是人员增加'],
})

export function directionOf(verb: Token, value: string): Direction | null {
  if (/^-?0+(?:\.0+)?$/.test(value)) return 'unchanged'
  const kind = verb.sense?.word
  if (kind === 'either') return value.startsWith('-') ? 'decrease' : null
  const up = (kind === 'increase') !== value.startsWith('-')
  return up ? 'increase' : 'decrease'
}
