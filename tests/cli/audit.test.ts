import { expect, test } from 'vitest'
import { auditDocuments } from '../../src/cli/audit.js'
import { document, failingCheck, table } from '../helpers/document.js'

test('an audit counts tables, checks and what is left over, and puts the worst document first', () => {
  const issue = {
    code: 'identity_fails',
    severity: 'warning' as const,
    message: 'off by 12.4',
    table: 't1',
    page: 1,
    bbox: null,
  }
  const leftover = [
    { text: '9.99', page: 1, bbox: [0, 0, 1, 1] as [number, number, number, number] },
  ]
  const good = document([table()])
  const bad = document([table({ checks: [failingCheck()], leftover })], {
    status: 'review',
    source: { ...good.source, file: 'bad.pdf' },
    issues: [issue],
  })
  expect(auditDocuments([good, bad])).toMatchObject({
    documents: 2,
    statuses: { ok: 1, review: 1 },
    tables: { general_budget_expenditure: 2 },
    checks: { fails: 1 },
    leftover: 1,
    worst: [{ file: 'bad.pdf', fails: 1, issues: 1, first: 'off by 12.4' }],
  })
})
