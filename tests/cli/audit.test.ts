import { expect, test } from 'vitest'
import { finding } from '../../schemas/findings.js'
import { auditDocuments } from '../../src/cli/audit.js'
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
