/** A correction has one name, whatever wrote its file; another one has another. */
import { expect, test } from 'vitest'
import type { Correction } from '../../schemas/corrections.js'
import { correctionName, namesOf } from '../../src/correct/names.js'
import { corrected } from '../helpers/corrections.js'

const place = { page: 3, bbox: null, table: '表', row: '合计', column: ['金额'] }
const one = corrected({ what: 'cell', read: '1', right: '2', place })

test('the order of its fields makes no other name', () => {
  const turned = Object.fromEntries(Object.entries(one).toReversed()) as Correction
  expect(correctionName(turned)).toBe(correctionName(one))
})

test.each([
  ['another person', { who: '乙' }],
  ['another time', { when: '2026-02-01T00:00:00Z' }],
  ['another place', { place: { ...place, page: 4 } }],
])('%s does', (_, other) => {
  expect(correctionName({ ...one, ...other } as Correction)).not.toBe(correctionName(one))
})

test('one that was made for another PDF becomes another where the PDF comes back', () => {
  const [now] = namesOf({ corrections: [one], stale: [] })
  expect(namesOf({ corrections: [], stale: [one] })).not.toContain(now)
})
