/** What a change is measured against: 比上年, 与 2031 年度相比, 较 2031 年年初预算数, 同比. */
import {
  anything,
  but,
  defineRule,
  either,
  filler,
  literal,
  optional,
  type Part,
  piece,
  some,
  word,
} from '../rule.js'
import { pieceOf, type Token } from '../token.js'

const noun: Part = {
  min: 1,
  max: 1,
  test: ({ is, sense, text, piece }) =>
    piece?.kind === 'name' ||
    (is === 'text' && text.length < 12) ||
    !!(
      sense &&
      (sense.nouns || sense.fund || sense.side || sense.filler || sense.code || sense.owner)
    ) ||
    sense?.word === 'this_year',
}

/** 与 and its like join as often as they compare: a verb of comparing must follow. */
const JOINS = new Set(['与', '和', '同', '跟'])
const COMPARES = new Set(['increase', 'decrease', 'either', 'equal', 'compared'])

export default defineRule({
  name: 'comparison',
  reads: [
    word('than', 'compared'),
    optional(literal('于', '的')),
    either(word('last_year'), piece('year')),
    some(but(noun, word('compared')), 12),
    optional(word('compared')),
    optional(anything),
  ],
  keep: { after: 1 },
  makes: ([[than], , [when], inner, compared, [next]]) => {
    const verb = compared.length > 0 || COMPARES.has(next?.sense?.word ?? '')
    if (JOINS.has(than.text) && !verb) return null
    return {
      kind: 'comparison',
      with: 'last_year',
      basis: basisOf(inner),
      year: pieceOf(when, 'year')?.year ?? null,
      nouns: inner,
    }
  },
  examples: {
    '2032年收入预算90万元，比上年增加10万元': [
      { measure: 'amount' },
      { measure: 'change', value: '10', direction: 'increase', basis: null },
    ],
    '收入预算90万元，与2031年度相比，减少10万元': [
      {},
      { measure: 'change', direction: 'decrease', period: 2032 },
    ],
    '收入预算90万元，较2031年年初预算数增加10万元': [
      {},
      { measure: 'change', basis: 'last_year_budget' },
    ],
    '收入预算90万元，比上年执行数增加10万元': [{}, { basis: 'last_year_executed' }],
  },
  not: ['2031年和2032年均开展培训', '较大规模的会议'],
})

/** 比年初预算, 与预算数: against this year's own budget. */
export const ownBudget = defineRule({
  name: 'own_budget',
  reads: [
    word('than'),
    optional(word('this_year')),
    filler('budget'),
    some(filler('plain'), 2),
    optional(word('compared')),
    optional(anything),
  ],
  keep: { after: 1 },
  makes: ([[than], , , , compared, [next]]) => {
    const verb = compared.length > 0 || COMPARES.has(next?.sense?.word ?? '')
    if (JOINS.has(than.text) && !verb) return null
    return { kind: 'comparison', with: 'budget', basis: 'budget', year: null, nouns: [] }
  },
  examples: {
    '住房公积金（项）90万元，比年初预算增加10万元': [
      {},
      { measure: 'change', basis: 'budget', value: '10' },
    ],
  },
  not: ['与预算单位联系'],
})

export const yearOnYear = defineRule({
  name: 'year_on_year',
  sign: /同比/,
  reads: [word('year_on_year')],
  makes: () => ({ kind: 'comparison', with: 'last_year', basis: null, year: null, nouns: [] }),
  examples: {
    '收入预算90万元，同比增长3%': [{}, { measure: 'change_rate', value: '3' }],
  },
  not: [],
})

/** The last word counts: 上年预算执行数 was executed. */
function basisOf(inner: readonly Token[]): 'budget' | 'executed' | null {
  const said = inner.map(({ sense }) => sense?.filler).filter((kind) => kind && kind !== 'plain')
  const last = said.at(-1)
  if (said.includes('executed')) return 'executed'
  if (last === 'budget') return 'budget'
  return inner.some(({ text }) => /预算/.test(text)) && inner.some(({ sense }) => sense?.filler)
    ? 'budget'
    : null
}
