import { expect, test } from 'vitest'
import type { BudgetDocument, BudgetTable } from '../../schemas/document.js'
import { FAR } from '../../src/panel/views/doubts.js'
import { cell, column, document, narrativeFact, row, table } from '../helpers/document.js'
import { folderOf } from '../helpers/folder.js'
import { build, outputs, query } from '../helpers/panel.js'
import { structured } from '../helpers/structured.js'

const TOTAL = column('total', { path: ['合计'], meaning: 'total' })

function totalOf(
  kind: BudgetTable['kind'],
  amount: string,
  given: Partial<BudgetTable> = {},
): BudgetTable {
  return table({
    ...{ id: `${kind}${amount}`, kind, title: kind, unit: '元', owner: '某局', columns: [TOTAL] },
    rows: [row('r0', { role: 'total', name: '合计', level: 0, cells: { total: cell(amount) } })],
    ...given,
  })
}

function documentOf(
  n: number,
  year: number,
  tables: BudgetTable[],
  given: Partial<BudgetDocument> = {},
) {
  const source = { file: `某区/${n}.pdf`, sha256: String(n).repeat(64), pages: 1, producer: null }
  const report = {
    kind: 'budget',
    fiscalYear: year,
    department: '某局',
    scope: 'department',
  } as const
  return structured(document(tables, { source, report, ...given }))
}

async function panelOf(...documents: BudgetDocument[]): Promise<string> {
  const out = folderOf()
  await build(
    outputs(Object.fromEntries(documents.map((each, i) => [`某区/${i}.json`, each]))),
    out,
  )
  return out
}

const both = (amount: string, spent = amount) => [
  totalOf('revenue_summary', amount),
  totalOf('expenditure_summary', spent),
]

test('two tables of one main kind: no answer, but a doubt with the page', async () => {
  const misread = totalOf('expenditure_summary', '1745.00')
  const out = await panelOf(
    documentOf(1, 2024, both('100.00')),
    documentOf(2, 2025, [...both('110.00'), misread]),
  )
  expect(await query(out, 'SELECT year, growth FROM growth')).toEqual([['2024', null]])
  expect(await query(out, 'SELECT doubt, year, owner, region, link FROM doubts')).toEqual(
    Array(2).fill(['several_tables', '2025', '某局', '某区', '%E6%9F%90%E5%8C%BA/2.pdf#page=1']),
  )
  expect(await query(out, 'SELECT reason FROM needs_look')).toEqual(
    Array(2).fill(['several_tables']),
  )
})

test("of several tables the one of the document's owner speaks; a blank one is none", async () => {
  const unit = totalOf('expenditure_summary', '7.00', { owner: '某中心' })
  const blank = totalOf('expenditure_summary', '')
  const out = await panelOf(documentOf(1, 2025, [...both('110.00'), unit, blank]))
  expect(await query(out, 'SELECT amount FROM expenditure_totals')).toEqual([['110.0000']])
  expect(await query(out, 'FROM doubts')).toEqual([])
})

test.each([
  [(1 + FAR) * 100, false],
  [(1 + FAR) * 100 + 1, true],
  [(1 - FAR) * 100, false],
  [(1 - FAR) * 100 - 1, true],
])('expenditure of %d against revenue of 100 is far: %s', async (spent, isFar) => {
  const out = await panelOf(documentOf(1, 2025, both('100', String(spent))))
  expect(await query(out, 'SELECT doubt FROM doubts')).toEqual(isFar ? [['far_from_revenue']] : [])
  expect(await query(out, 'FROM expenditure_totals')).toHaveLength(isFar ? 0 : 1)
})

test('a table of a part may be far below revenue, and never above it', async () => {
  const of = (amount: string) =>
    panelOf(
      documentOf(1, 2025, [
        totalOf('revenue_summary', '100'),
        totalOf('general_budget_expenditure', amount),
      ]),
    )
  expect(await query(await of('5'), 'FROM doubts')).toEqual([])
  expect(await query(await of('150'), 'SELECT doubt FROM doubts')).toEqual([['far_from_revenue']])
})

test('what a sentence says stands where the table is not there, marked; and not where it is in doubt', async () => {
  const facts = [narrativeFact({ value: '90.00', unit: '元' })]
  const revenue = totalOf('revenue_summary', '90.00')
  const out = await panelOf(
    documentOf(1, 2024, [revenue], { facts }),
    documentOf(2, 2025, both('100', '900'), { facts }),
  )
  expect(await query(out, 'SELECT amount, stated_in, page FROM expenditure_totals')).toEqual([
    ['90.0000', 'narrative', '2'],
  ])
})

test('the personnel share: as the column prints it, else of 301 and 303 where the leaves come to the total', async () => {
  const lines = [
    [null, '100', '70'],
    ['30101', '60', '50'],
    ['30201', '30', '0'],
    ['30301', '10', '20'],
  ] as const
  const of = (n: number, department: string, withColumn: boolean, total = '100') => {
    const columns = [
      TOTAL,
      ...(withColumn ? [column('personnel', { path: ['人员经费'], meaning: 'personnel' })] : []),
    ]
    const rows = lines.map(([code, all, personnel], i) =>
      row(`r${i}`, {
        ...{
          code,
          name: code ?? '合计',
          role: code === null ? 'total' : 'item',
          level: code === null ? 0 : 2,
        },
        cells: {
          total: cell(code === null ? total : all),
          ...(withColumn ? { personnel: cell(personnel) } : {}),
        },
      }),
    )
    const kind = 'basic_expenditure_department_economic'
    const made = documentOf(n, 2025, [table({ kind, unit: '元', columns, rows })])
    return { ...made, report: { ...made.report, department } }
  }
  const out = await panelOf(of(1, '甲局', true), of(2, '乙局', false), of(3, '丙局', false, '140'))
  expect(
    await query(
      out,
      'SELECT owner, basic, personnel, method, share FROM personnel_share ORDER BY basic, method',
    ),
  ).toEqual([
    ['乙局', '100.0000', '70.0000', 'classes_301_303', '0.7'],
    ['甲局', '100.0000', '70.0000', 'column', '0.7'],
  ])
})
