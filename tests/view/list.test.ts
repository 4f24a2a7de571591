import { expect, test } from 'vitest'
import { FINDING_CODES } from '../../schemas/findings.js'
import { runSchema } from '../../schemas/run.js'
import { choicesOf, findable, NO_CRITERIA, search } from '../../src/view/app/list/search.js'
import { findingName } from '../../src/view/app/ui/finding-names.js'
import { listingOf } from '../../src/view/listing.js'

const NONE = { holds: 0, rounding: 0, fails: 0, not_applicable: 0 }

function entry(file: string, more: object = {}) {
  const report = {
    ...{ kind: 'budget', fiscalYear: 2026, scope: 'department' },
    department: `${file} 局`,
  }
  return {
    ...{ file, sha256: null, status: 'ok', pages: 3, tables: { revenue_summary: 1 } },
    ...{ checks: NONE, milliseconds: 1, error: null, report, findings: {}, severities: {} },
    ...more,
  }
}

function listing(files: object[]) {
  const totals = { files: 0, failed: 0, statuses: {}, tables: {}, checks: NONE }
  const head = { schema: 'kemu/run@1', version: '1', build: 'x', options: { formats: ['json'] } }
  return listingOf(runSchema.parse({ ...head, totals, files })).documents
}

test('what needs a person most comes first', () => {
  const files = [
    entry('fine.pdf'),
    entry('noted.pdf', { findings: { unknown_code: 2 }, severities: { info: 2 } }),
    entry('warned.pdf', { findings: { odd_code: 1 }, severities: { warning: 1 } }),
    entry('failing.pdf', { checks: { ...NONE, fails: 2 }, severities: { warning: 2 } }),
    entry('lost.pdf', { findings: { left_over: 1 }, severities: { error: 1 } }),
    entry('broken.pdf', { status: 'damaged', error: { code: 'damaged', message: 'is damaged' } }),
  ]
  expect(listing(files).map(({ file }) => file)).toEqual(
    ['broken', 'lost', 'failing', 'warned', 'noted', 'fine'].map((name) => `${name}.pdf`),
  )
})

test('a run of an earlier version, which says less of its inputs, is listed all the same', () => {
  const { report: _, findings: __, severities: ___, ...old } = entry('a/old.pdf')
  expect(listing([old])).toMatchObject([{ file: 'a/old.pdf', owner: null, year: null, errors: 0 }])
})

test('each word of a search must be there, and each filter must hold', () => {
  const all = listing([
    entry('深圳/2025/甲.pdf', { findings: { odd_code: 1 } }),
    entry('深圳/乙.pdf', { status: 'review' }),
    entry('烟台/甲.pdf', { report: undefined }),
  ]).map(findable)
  const found = (criteria: object) =>
    search(all, { ...NO_CRITERIA, ...criteria }).map(({ file }) => file)
  expect(found({})).toHaveLength(3)
  expect(found({ q: '甲 深圳' })).toEqual(['深圳/2025/甲.pdf'])
  expect(found({ q: 'ODD' })).toEqual(['深圳/2025/甲.pdf'])
  expect(found({ region: '深圳' })).toHaveLength(2)
  expect(found({ region: '深圳/2025' })).toEqual(['深圳/2025/甲.pdf'])
  expect(found({ year: '2026', status: 'review' })).toEqual(['深圳/乙.pdf'])
  expect(found({ finding: 'odd_code' })).toEqual(['深圳/2025/甲.pdf'])
  expect(found({ kind: 'final_accounts' })).toEqual([])
  expect(choicesOf(all).region).toEqual([
    ['深圳', 2],
    ['深圳/2025', 1],
    ['烟台', 1],
  ])
})

test('each finding has a name of Chinese words', () => {
  const unnamed = FINDING_CODES.filter((code) => !/\p{Script=Han}/u.test(findingName(code, 'zh')))
  expect(unnamed).toEqual([])
})

test('ten thousand documents are searched well within a keystroke', () => {
  const all = listing(
    Array.from({ length: 10_000 }, (_, i) => entry(`region ${i % 40}/document ${i}.pdf`)),
  ).map(findable)
  const before = process.cpuUsage()
  for (const q of ['d', 'do', 'doc', 'document 99', '局 document 77'])
    search(all, { ...NO_CRITERIA, q, year: '2026' })
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000 / 5).toBeLessThan(50)
})

test('identities that a person has settled fail no more in the list', () => {
  const files = [entry('a.pdf', { checks: { ...NONE, fails: 3 }, settled: { identity_fails: 2 } })]
  expect(listing(files)[0].fails).toBe(1)
})
