/** A verdict is on the one finding that was looked at, however many stand at its place. */
import { expect, test } from 'vitest'
import type { Correction, Place } from '../../schemas/corrections.js'
import { finding, type Issue } from '../../schemas/findings.js'
import { settleFindings } from '../../src/correct/settle.js'
import { corrected } from '../helpers/corrections.js'
import { column, row, table } from '../helpers/document.js'

const BOX: Issue['bbox'] = [10, 10, 50, 20]
const TABLES = [
  table({
    ...{ id: 't1', title: '收入表', columns: [column('a'), column('b')] },
    rows: [row('t1.r1', { label: '合计' }), row('t1.r2', { label: '其他' })],
  }),
  table({ ...{ id: 't2', title: '支出表', columns: [column('a')] }, rows: [row('t2.r1')] }),
]
const odd = (text: string, place: Partial<Issue> = {}) =>
  finding('odd_code', { text }, { table: 't1', page: 3, bbox: BOX, ...place })

function verdict(place: Partial<Place> = {}, more: Partial<Correction> = {}): Correction {
  const whole = { page: 3, bbox: BOX, table: null, row: null, column: null, ...place }
  const said = { what: 'finding', read: 'odd_code', right: 'not_a_fault', place: whole } as const
  return corrected({ ...said, ...more } as Correction)
}

const settle = (issues: Issue[], ...corrections: Correction[]) =>
  settleFindings(issues, { corrections, stale: [] }, TABLES, (_, box) => box)
const settledOf = (issues: Issue[]) =>
  issues.flatMap(({ settled, message }) => (settled ? [message.en.slice(1, 2)] : []))
const refusedOf = (issues: Issue[]) =>
  issues.flatMap(({ code, message }) => (code === 'correction_refused' ? [message.en] : []))

test('of two findings at one place that say different things none is settled unseen', () => {
  const after = settle([odd('A'), odd('B')], verdict())
  expect(settledOf(after)).toEqual([])
  expect(refusedOf(after)).toEqual([expect.stringContaining('or there are several')])
})

test('one that says the same twice is one', () => {
  expect(settledOf(settle([odd('A'), odd('A')], verdict()))).toEqual(['A', 'A'])
})

const UNPLACED = [
  odd('A', { bbox: null, row: 't1.r1', column: 'a' }),
  odd('B', { bbox: null, row: 't1.r2', column: 'a' }),
  odd('C', { bbox: null, row: 't1.r1', column: 'b' }),
  odd('D', { bbox: null, table: 't2' }),
]

test.each([
  ['a table', { table: '支出表' }, ['D']],
  ['a table and a row', { table: '收入表', row: '其他' }, ['B']],
  ['a row and a column', { row: '合计', column: ['b'] }, ['C']],
  ['no more than a table of several', { table: '收入表' }, []],
  ['a row that has none', { row: '无此行' }, []],
])('where it says %s, the finding is of that', (_, place, settled) => {
  const after = settle(UNPLACED, verdict({ bbox: null, ...place }))
  expect(settledOf(after)).toEqual(settled)
  expect(refusedOf(after)).toHaveLength(settled.length === 0 ? 1 : 0)
})

test('of two identities of one figure each is settled by itself', () => {
  const of = (identity: string, text: string) => ({ ...odd(text), identity })
  const both = [of('total = Σ classes', 'A'), of('expenditure = narrative', 'B')]
  expect(settledOf(settle(both, verdict({ identity: 'total = Σ classes' })))).toEqual(['A'])
  expect(settledOf(settle(both, verdict({ identity: 'expenditure = narrative' })))).toEqual(['B'])
  expect(settledOf(settle(both, verdict({ identity: 'another' })))).toEqual([])
  expect(refusedOf(settle(both, verdict()))).toHaveLength(1)
})

test('a second person who agrees takes nothing away of what the finding was', () => {
  const aside: Issue['bbox'] = [10.3, 10, 50, 20]
  const [issue] = settle([odd('A')], verdict(), verdict({ bbox: aside }, { who: '乙' }))
  expect(issue).toMatchObject({ severity: 'info', settled: { from: 'warning', by: '甲' } })
})

test('two who do not agree settle nothing', () => {
  const other = verdict({ bbox: [10.3, 10, 50, 20] }, { who: '乙', right: 'as_published' })
  const after = settle([odd('A')], verdict(), other)
  expect(after[0]).toEqual(odd('A'))
  expect(refusedOf(after)).toHaveLength(2)
  expect(refusedOf(after)[1]).toMatch('by 乙 was not put in: another correction says otherwise')
})
