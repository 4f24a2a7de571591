/** The number before the noun: 8 个直属事业单位, 12 个项目, 9 名在职人员. */
import { but, defineRule, figure, literal, matching, optional, type Part, some } from '../rule.js'
import { pieceOf } from '../token.js'

const noun: Part = { test: ({ sense }) => (sense?.nouns ?? []).length > 0, min: 1, max: 1 }

export default defineRule({
  name: 'counted',
  reads: [figure('count'), optional(literal('的')), some(but(matching(/^.{1,6}$/), noun), 2), noun],
  makes: ([[number], , between, [last]], text) => {
    if (between.some((token) => token.piece || !(token.is === 'text' || token.sense?.filler)))
      return null
    const read = pieceOf(number, 'figure')!
    if (!/^[个家名人辆台项所处户]$/.test(read.unit ?? '')) return null
    const first = between[0] ?? last
    const { nouns = [] } = last.sense ?? {}
    return { kind: 'counted', figure: read, nouns, noun: text.slice(first.from, last.to) }
  },
  examples: {
    下设8个直属事业单位: [{ subject: 'subordinate_units', value: '8', measure: 'count' }],
    局机关内设办公室等10个处室: [{ subject: 'internal_departments', value: '10' }],
  },
  not: ['建设5家单位食堂示范点', '召开2次预算单位会议'],
})
