/** A name of the functional classification with its level: 住房改革支出（款）住房公积金（项）. */
import { fold } from '../../../../schemas/text.js'
import {
  but,
  defineRule,
  either,
  literal,
  mark,
  matching,
  number,
  optional,
  type Part,
  some,
} from '../rule.js'

const LEVELS = { 类: 'class', 款: 'section', 项: 'item' } as const

/** Words of the grammar that names hold too: 疾病预防控制, 无线电监管, 增减挂钩试点. */
const WITHIN = new Set<string>(
  'than none increase decrease buy calendar means reason involves more stock plain'.split(' '),
)

/** What a name is made of: no verb of the grammar, no figure, no mark but 、. */
export const nameWord: Part = {
  min: 1,
  max: 1,
  test: ({ is, sense }) =>
    is === 'text' ||
    is === 'dun' ||
    (is === 'word' && !sense?.owner && (sense?.word === undefined || WITHIN.has(sense.word))),
}

export default defineRule({
  name: 'level',
  sign: /[(（]\d{0,3}[类款项][)）]/,
  reads: [
    nameWord,
    some(but(either(nameWord, matching(/^[()]$/)), matching(/^[类款项]$/)), 16),
    mark('open'),
    optional(number()),
    matching(/^\d{0,2}[类款项]$/),
    mark('close'),
    optional(literal('支出')),
  ],
  makes: (groups, text) => {
    const tokens = groups.flat()
    const name = text
      .slice(tokens[0].from, tokens[tokens.length - 1].to)
      .replace(/[“”"]/g, '')
      .replace(/^[的为是、和及]+/, '')
    if (/^[\d类款项()]/.test(fold(name))) return null
    const level = LEVELS[groups[4][0].text.slice(-1) as keyof typeof LEVELS]
    const subject = level === 'class' ? 'expenditure_by_function' : 'expenditure_item'
    return { kind: 'name', subject, qualifier: name, level }
  },
  examples: {
    '一般公共服务（类）支出90万元': [
      { subject: 'expenditure_by_function', qualifier: '一般公共服务（类）支出' },
    ],
    '住房改革支出（款）住房公积金（项）90万元': [
      { subject: 'expenditure_item', qualifier: '住房公积金（项）' },
    ],
    '住房保障支出（221类）住房改革支出（02款）购房补贴（03项）207万元': [
      { subject: 'expenditure_item', qualifier: '购房补贴（03项）', value: '207' },
    ],
  },
  not: ['按支出功能分类（类）列示'],
})
