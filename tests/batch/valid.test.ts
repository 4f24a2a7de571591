/** A document is checked element by element, and nothing that its whole schema refuses passes. */
import { expect, test } from 'vitest'
import { type BudgetDocument, documentSchema } from '../../schemas/document.js'
import { flawsOf } from '../../src/batch/valid.js'
import { document, table } from '../helpers/document.js'

const sound = () => document([table(), table({ title: '二' })])
const spoilt = (spoil: (it: Record<string, unknown>) => void): BudgetDocument => {
  const it = structuredClone(sound())
  spoil(it as unknown as Record<string, unknown>)
  return it
}

test('a sound one has no flaws', () => {
  expect([...flawsOf(sound())]).toEqual([])
})

test.each<[string, BudgetDocument]>([
  ['a status of no name', spoilt((it) => Object.assign(it, { status: 'fine' }))],
  ['a key too many', spoilt((it) => Object.assign(it, { more: 1 }))],
  ['a list that is none', spoilt((it) => Object.assign(it, { tables: 'none' }))],
  ['a list that is missing', spoilt((it) => delete it.facts)],
  [
    'a key too many in its second table',
    spoilt((it) => Object.assign((it.tables as object[])[1], { more: 1 })),
  ],
  ['a check that is none', spoilt((it) => Object.assign(it, { checks: [null] }))],
  [
    'a text without end',
    spoilt((it) => Object.assign((it.tables as object[])[0], { title: '长'.repeat(70_000) })),
  ],
])('%s is a flaw, at the place that the whole schema tells', (_, it) => {
  const whole = documentSchema.safeParse(it).error?.issues ?? []
  expect(whole).not.toEqual([])
  expect([...flawsOf(it)]).toEqual(whole)
})
