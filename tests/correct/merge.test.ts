import { expect, test } from 'vitest'
import { correctionsSchema } from '../../schemas/corrections.js'
import { ConflictError, mergeCorrections } from '../../src/correct/merge.js'
import { corrected, fileOf } from '../helpers/corrections.js'

const SHA = 'a'.repeat(64)
const source = { source: { sha256: SHA } } as Parameters<typeof fileOf>[0]
const place = { page: 3, bbox: [1, 2, 3, 4] as const, table: '表', row: '合计', column: ['金额'] }
const cell = (right: string, who = '甲', more: object = {}) =>
  corrected({ what: 'cell', read: '1', right, who, place: { ...place, ...more } as never })

test('two people who say the same, or speak of different places, are joined', () => {
  const files = [
    { name: 'a.json', file: fileOf(source, cell('2'), cell('5', '甲', { row: '其他' })) },
    { name: 'b.json', file: fileOf(source, cell('2', '乙'), cell('7', '乙', { page: 4 })) },
  ]
  const { corrections, stale } = mergeCorrections(files, SHA)
  expect(corrections.map(({ right, who }) => [right, who])).toEqual([
    ['2', '甲'],
    ['5', '甲'],
    ['7', '乙'],
  ])
  expect(stale).toEqual([])
})

test('two people who say otherwise of one place are both named', () => {
  const files = [
    { name: 'one/a.json', file: fileOf(source, cell('2')) },
    { name: 'two/a.json', file: fileOf(source, cell('3', '乙')) },
  ]
  expect(() => mergeCorrections(files, SHA)).toThrow(ConflictError)
  expect(() => mergeCorrections(files, SHA)).toThrow(
    'page 3, 表, 合计: 甲 says "2" (one/a.json) and 乙 says "3" (two/a.json)',
  )
})

test('corrections of another PDF are set apart, and are in nobody’s way', () => {
  const old = { ...fileOf(source, cell('3', '乙')), sha256: 'b'.repeat(64) }
  const files = [
    { name: 'a.json', file: fileOf(source, cell('2')) },
    { name: 'b.json', file: old },
  ]
  const { corrections, stale } = mergeCorrections(files, SHA)
  expect([corrections.length, stale.length]).toEqual([1, 1])
})

test.each([
  ['nobody', { ...cell('2'), who: '' }],
  ['no reason', { ...cell('2'), why: '' }],
  ['no time', { ...cell('2'), when: 'yesterday' }],
  [
    'a code that is none',
    corrected({ what: 'code', read: null, right: '2O1', place: place as never }),
  ],
  [
    'a meaning of no word',
    corrected({ what: 'meaning', read: null, right: 'gold', place: place as never }),
  ],
  ['more than it may say', { ...cell('2'), also: 1 }],
])('a correction of %s is no correction', (_, correction) => {
  const file = { ...fileOf(source), corrections: [correction] }
  expect(correctionsSchema.safeParse(file).success).toBe(false)
})
