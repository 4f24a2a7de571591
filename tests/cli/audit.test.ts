import { expect, test } from 'vitest'
import { finding } from '../../schemas/findings.js'
import { auditDocuments } from '../../src/cli/audit.js'
import { describeAudit } from '../../src/cli/audit-words.js'
import { document, failingCheck, table } from '../helpers/document.js'

test('an audit counts tables, checks and what is left over, and puts the worst document first', () => {
  const whose = { zh: '合计 = Σ类', en: 'total = Σ classes' }
  const said = { identity: whose, label: '合计', value: '1', difference: '12.4', whose }
  const issue = finding('identity_fails', said, { table: 't1', page: 1 })
  const leftover = [
    { text: '9.99', page: 1, bbox: [0, 0, 1, 1] as [number, number, number, number] },
  ]
  const good = document([table()])
  const bad = document([table({ checks: [failingCheck()], leftover })], {
    status: 'review',
    source: { ...good.source, file: 'bad.pdf' },
    issues: [issue],
  })
  expect(auditDocuments([good, bad], 'en')).toMatchObject({
    documents: 2,
    statuses: { ok: 1, review: 1 },
    tables: { general_budget_expenditure: 2 },
    checks: { fails: 1 },
    leftover: 1,
    worst: [{ file: 'bad.pdf', fails: 1, issues: 1, first: expect.stringContaining('12.4 off') }],
  })
})

test('it begins with what needs a person: errors before warnings, twenty of them unless all are asked for', () => {
  const warned = (i: number) =>
    document([], {
      status: 'review',
      source: { file: `w${i}.pdf`, sha256: 'a'.repeat(64), pages: 1, producer: null },
      issues: [finding('government_budget', { titles: ['债务限额'] }), ...Array(3).fill(odd)],
    })
  const whose = { zh: '合计 = Σ类', en: 'total = Σ classes' }
  const said = { identity: whose, label: '合计', value: '1', difference: '12.4', whose }
  const odd = finding('identity_fails', said, { page: 7 })
  const lost = finding('page_unreadable', { page: 4 } as never, { page: 4 })
  const failed = document([], { issues: [odd, lost], status: 'review' })
  const all = [...Array.from({ length: 30 }, (_, i) => warned(i)), failed]
  const audit = auditDocuments(all, 'en')
  const lines = describeAudit(audit, 'en', { folder: 'out', all: false }).split('\n')
  expect(lines[0]).toMatch(/^31 of 31 documents need a look, the worst first/)
  expect(lines[1]).toBe('  ✗ foo.pdf (review; 1 error, 1 warning)')
  expect(lines[2]).toMatch(/^ {6}p4: /)
  expect(lines.filter((line) => /^ {2}[✗!]/.test(line))).toHaveLength(20)
  expect(lines).toContain('  … and 11 more (--all names them)')
  expect(lines.indexOf('errors')).toBeGreaterThan(0)
  expect(lines.indexOf('errors')).toBeLessThan(lines.indexOf('warnings'))
  expect(lines.indexOf('warnings')).toBeLessThan(lines.indexOf('by status'))
  const whole = describeAudit(audit, 'zh', { folder: 'out', all: true }).split('\n')
  expect(whole.filter((line) => /^ {2}[✗!]/.test(line))).toHaveLength(31)
})
