import { expect, test } from 'vitest'
import { finding } from '../../schemas/findings.js'
import { onceEach } from '../../src/understand/once.js'

const unknown = (code: string, table: string) =>
  finding('unknown_code', { code, name: '某某' }, { table })

test('a code that many tables print is asked about once, where it stands first', () => {
  const issues = [unknown('2230107', 't2'), unknown('2230107', 't3'), unknown('2230108', 't3')]
  expect(
    onceEach(issues).map(({ table, message }) => [table, /\d+/.exec(message.zh)?.[0]]),
  ).toEqual([
    ['t2', '2230107'],
    ['t3', '2230108'],
  ])
})

test('each cell in doubt is said of its own', () => {
  const odd = finding('not_an_amount', { text: '无' }, { table: 't1', row: 't1.r1' })
  expect(onceEach([odd, { ...odd, row: 't1.r2' }])).toHaveLength(2)
})
