/** What the panel makes of the narrative: its figures, the checks that hold them against the tables, and the views. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { BudgetDocument } from '../../schemas/document.js'
import { check, document, narrativeFact, table, term } from '../helpers/document.js'
import { folderOf } from '../helpers/folder.js'
import { build, outputs, query } from '../helpers/panel.js'

let out = ''

const ofFact = (fact: string, value: string) =>
  term({ table: null, row: null, column: null, fact, value, label: '支出预算（总计）' })

function documentOf(digit: string, given: Partial<BudgetDocument>): BudgetDocument {
  const source = { file: `${digit}.pdf`, sha256: digit.repeat(64), pages: 1, producer: null }
  const report = { kind: 'budget', fiscalYear: 2025, department: `${digit}局`, scope: 'department' }
  return document(given.tables ?? [], { source, report, ...given } as Partial<BudgetDocument>)
}

beforeAll(async () => {
  const withTables = documentOf('a', {
    tables: [table()],
    facts: [
      narrativeFact(),
      narrativeFact({ id: 'f2' }),
      narrativeFact({ id: 'f3', measure: 'change_rate', value: '5', unit: '%', basis: null }),
    ],
    checks: [
      check({
        ...{ rule: 'prose', identity: 'narrative total_expenditure', outcome: 'fails' },
        ...{ left: term({ value: '1300.00' }), right: [ofFact('f1', '1312.40')] },
      }),
      check({
        ...{ rule: 'prose', identity: 'this = last + change', left: ofFact('f2', '1312.40') },
        right: [ofFact('f1', '1312.40')],
      }),
    ],
  })
  const three = (id: string, subject: 'abroad' | 'reception' | 'vehicles', value: string) =>
    narrativeFact({ id, subject, value })
  const withoutTables = documentOf('b', {
    status: 'no_tables',
    facts: [
      narrativeFact(),
      narrativeFact({ id: 'f2', text: '支出总预算13124000元', value: '13124000', unit: '元' }),
      narrativeFact({ id: 'f3', basis: 'last_year_budget', period: 2024, value: '1200' }),
      three('f4', 'abroad', '1'),
      three('f5', 'reception', '2'),
      three('f6', 'vehicles', '3'),
      narrativeFact({ id: 'f7', subject: 'three_public_expenses', value: '6' }),
      narrativeFact({ id: 'f8', subject: 'three_public_expenses', value: null, unit: null }),
      narrativeFact({ id: 'f9', subject: 'reception', qualifier: '某中心', value: '1' }),
    ],
  })
  const contradictory = documentOf('c', {
    status: 'no_tables',
    facts: [narrativeFact(), narrativeFact({ id: 'f2', value: '1312.50' })],
  })
  const root = outputs({ 'a.json': withTables, 'b.json': withoutTables, 'c.json': contradictory })
  out = folderOf({})
  await build(root, out)
}, 60_000)

test('a row a figure, money in 元, with the worst of its checks; figures alike have keys of their own', async () => {
  const rows = await query(
    out,
    `SELECT subject, narrative_measure, amount, printed_value, printed_unit, check_outcome
     FROM narrative_facts JOIN documents USING (document_id) WHERE department = 'a局' ORDER BY json_fact`,
  )
  expect(rows).toEqual([
    ['total_expenditure', 'amount', '13124000.0000', '1312.4000', '万元', 'fails'],
    ['total_expenditure', 'amount', '13124000.0000', '1312.4000', '万元', 'holds'],
    ['total_expenditure', 'change_rate', null, '5.0000', '%', null],
  ])
  expect(
    await query(out, 'SELECT count(*) - count(DISTINCT narrative_id) FROM narrative_facts'),
  ).toEqual([['0']])
})

test('terms of checks point at cells or at figures of the narrative, sums are in 元', async () => {
  const rows = await query(
    out,
    `SELECT identity, side, fact_id IS NOT NULL, json_fact, left_amount, difference FROM check_terms
     JOIN checks USING (check_id) LEFT JOIN narrative_facts USING (narrative_id)
     ORDER BY identity, side`,
  )
  expect(rows).toEqual([
    ['narrative total_expenditure', 'left', 'true', null, '13000000.0000', '0.0000'],
    ['narrative total_expenditure', 'right', 'false', 'f1', '13000000.0000', '0.0000'],
    ['this = last + change', 'left', 'false', 'f2', '13124000.0000', '0.0000'],
    ['this = last + change', 'right', 'false', 'f1', '13124000.0000', '0.0000'],
  ])
})

describe('a document without tables is in the views by what its narrative states', () => {
  test('the totals of expenditure, last year’s beside this year’s', async () => {
    const rows = await query(
      out,
      `SELECT table_kind, year, phase, amount, narrative_id IS NOT NULL FROM expenditure_totals
       WHERE owner = 'b局' ORDER BY year`,
    )
    expect(rows).toEqual([
      ['expenditure_summary', '2024', 'previous_year_budget', '12000000.0000', 'true'],
      ['expenditure_summary', '2025', 'budget', '13124000.0000', 'true'],
    ])
  })

  test('the three public expenses, the whole’s and no unit’s', async () => {
    const rows = await query(
      out,
      "SELECT item, amount, fact_id FROM three_public WHERE owner = 'b局' ORDER BY item",
    )
    expect(rows).toEqual([
      ['abroad', '10000.0000', null],
      ['reception', '20000.0000', null],
      ['total', '60000.0000', null],
      ['vehicles', '30000.0000', null],
    ])
  })

  test('also where another table is there; not where it contradicts itself', async () => {
    expect(
      await query(
        out,
        "SELECT owner, table_kind, stated_in FROM expenditure_totals WHERE owner <> 'b局'",
      ),
    ).toEqual([['a局', 'expenditure_summary', 'narrative']])
  })
})
