import { expect, test } from 'vitest'
import type { BudgetDocument, BudgetTable } from '../../schemas/document.js'
import { VIEWS } from '../../src/panel/views/index.js'
import { cell, column, document, row, table } from '../helpers/document.js'
import { folderOf } from '../helpers/folder.js'
import { build, outputs, query } from '../helpers/panel.js'
import { structured } from '../helpers/structured.js'

const line = (id: string, parent: string | null, code: string | null, figure: string) =>
  row(id, {
    ...{ parent, code, role: code === null ? 'total' : 'item' },
    name: code === null ? '合计' : `科目${code}`,
    cells: { total: cell(figure) },
  })

let hashes = 0
function documentOf(
  year: number,
  kind: 'budget' | 'final_accounts',
  [first, other]: [number, number],
  status: BudgetDocument['status'] = 'ok',
): BudgetDocument {
  hashes += 1
  const rows = [
    line('r0', null, null, String(first + other)),
    line('r1', null, '201', String(first + other)),
    line('r2', 'r1', '20101', String(first + other)),
    line('r3', 'r2', '2010101', String(first)),
    line('r4', 'r2', '2010102', String(other)),
  ]
  const given = document([table({ kind: 'expenditure_summary', unit: '元', rows })], {
    source: {
      file: 'a.pdf',
      sha256: hashes.toString(16).padStart(8, '0').repeat(8),
      pages: 1,
      producer: null,
    },
    report: { kind, fiscalYear: year, department: '某局', scope: 'department' },
    status,
  })
  return structured(given)
}

test('the views take each figure once, of preferred documents, and are safe where last year is missing or 0', async () => {
  const root = outputs({
    'a.json': documentOf(2023, 'budget', [0, 0]),
    'b.json': documentOf(2024, 'budget', [60, 40]),
    'b2.json': documentOf(2024, 'budget', [600, 400], 'review'),
    'c.json': documentOf(2025, 'budget', [90, 60]),
    'd.json': documentOf(2025, 'final_accounts', [80, 40]),
  })
  const out = folderOf()
  await build(root, out)
  expect(
    await query(
      out,
      'SELECT level, code, amount, documents, proved FROM expenditure_by_function WHERE year = 2024 ORDER BY 2',
    ),
  ).toEqual([
    ['1', '201', '100.0000', '1', 'true'],
    ['2', '20101', '100.0000', '1', 'true'],
    ['3', '2010101', '60.0000', '1', 'true'],
    ['3', '2010102', '40.0000', '1', 'true'],
  ])
  expect(
    await query(
      out,
      "SELECT year, amount, amount_last_year, change, growth FROM growth WHERE report_kind = 'budget' ORDER BY 1",
    ),
  ).toEqual([
    ['2023', '0.0000', null, null, null],
    ['2024', '100.0000', '0.0000', '100.0000', null],
    ['2025', '150.0000', '100.0000', '50.0000', '0.5'],
  ])
  expect(
    await query(
      out,
      'SELECT code, budget, executed, difference, executed_share FROM budget_against_accounts WHERE year = 2025 ORDER BY 1 NULLS FIRST',
    ),
  ).toEqual([
    [null, '150.0000', '120.0000', '-30.0000', '0.8'],
    ['201', '150.0000', '120.0000', '-30.0000', '0.8'],
  ])
})

test('a figure of one year in documents of two years is no sum of both', async () => {
  const [before, after] = [
    [60, 40],
    [70, 40],
  ].map((figures, i) => {
    const given = documentOf(2030 + i, 'budget', figures as [number, number])
    const columns = given.tables[0].columns.map((each) => ({ ...each, year: 2030 }))
    return { ...given, tables: [{ ...given.tables[0], columns }] }
  })
  const root = outputs({ 'a.json': before, 'b.json': after })
  const out = folderOf()
  await build(root, out)
  expect(
    await query(out, 'SELECT code, year, budget FROM budget_against_accounts ORDER BY 1'),
  ).toEqual([
    ['201', '2030', null],
    [null, '2030', null],
  ])
})

test('no sum is made without a leaf that has no amount; a blank takes none away', async () => {
  const withLeaf = (text: string, kind: 'budget' | 'final_accounts') => {
    const given = documentOf(2031, kind, [60, 40])
    const [{ rows, ...rest }] = given.tables
    const leaf = { ...rows[4], cells: { total: { ...cell(''), text } } }
    return { ...given, tables: [{ ...rest, rows: [...rows.slice(0, 4), leaf] }] }
  }
  const out = folderOf()
  await build(
    outputs({ 'a.json': withLeaf('见附表', 'budget'), 'b.json': withLeaf('', 'final_accounts') }),
    out,
  )
  for (const view of ['expenditure_by_document', 'expenditure_by_function'])
    expect(
      await query(out, `SELECT code, phase, amount FROM ${view} WHERE level <> 2 ORDER BY 2, 1`),
    ).toEqual([
      ['201', 'budget', null],
      ['2010101', 'budget', '60.0000'],
      ['2010102', 'budget', null],
      ['201', 'executed', '60.0000'],
      ['2010101', 'executed', '60.0000'],
    ])
  expect(
    await query(
      out,
      "SELECT code, budget, executed, difference FROM budget_against_accounts WHERE code = '201'",
    ),
  ).toEqual([['201', null, '60.0000', null]])
})

test('the three public expenses, printed as columns, as columns by fund, or as rows', async () => {
  const names = ['“三公”经费合计', '因公出国（境）费', '公务接待费', '公务用车购置及运行费']
  const asRows = table({
    kind: 'three_public_expenses',
    unit: '元',
    rows: names.map((name, i) => {
      const cells = { total: cell(['6', '1', '2', '3'][i]) }
      return row(`r${i}`, { role: i === 0 ? 'total' : 'item', name, cells })
    }),
  })
  const meanings = ['three_public.total', 'abroad', 'reception', 'vehicles.total']
  const asColumns = table({
    kind: 'three_public_expenses',
    unit: '元',
    columns: meanings.map((meaning) => column(meaning, { meaning })),
    rows: [
      row('r0', {
        role: 'total',
        cells: Object.fromEntries(meanings.map((id, i) => [id, cell(['6', '1', '2', '3'][i])])),
      }),
    ],
  })
  const funds = ['general_budget', 'government_fund']
  const byFund = table({
    kind: 'three_public_expenses',
    unit: '元',
    columns: ['total', 'abroad', 'reception', 'vehicles.total'].flatMap((what) =>
      funds.map((fund) => column(`${what}.${fund}`, { meaning: `${what}.${fund}` })),
    ),
    rows: [
      row('r0', {
        role: 'total',
        cells: Object.fromEntries(
          ['total', 'abroad', 'reception', 'vehicles.total'].flatMap((what, i) => [
            [`${what}.general_budget`, cell(['5', '1', '1', '3'][i])],
            [`${what}.government_fund`, cell(['1', '0', '1', '0'][i])],
          ]),
        ),
      }),
    ],
  })
  const report = { kind: 'budget', fiscalYear: 2025, scope: 'department' } as const
  const of = (given: BudgetTable, hash: string, department: string) => {
    const source = { file: `${hash}.pdf`, sha256: hash.repeat(64), pages: 1, producer: null }
    return structured(document([given], { source, report: { ...report, department } }))
  }
  const root = outputs({
    'a.json': of(asRows, 'a', '甲局'),
    'b.json': of(asColumns, 'b', '乙局'),
    'c.json': of(byFund, 'c', '丙局'),
  })
  const out = folderOf()
  await build(root, out)
  const items = [
    ['abroad', '1.0000'],
    ['reception', '2.0000'],
    ['total', '6.0000'],
    ['vehicles', '3.0000'],
  ]
  for (const department of ['甲局', '乙局', '丙局'])
    expect(
      await query(
        out,
        `SELECT item, amount FROM three_public WHERE owner = '${department}' ORDER BY 1`,
      ),
    ).toEqual(items)
  expect(await query(out, 'SELECT DISTINCT table_kind FROM three_public')).toEqual([
    ['three_public_expenses'],
  ])
})

test('every view says what it is', async () => {
  const out = folderOf()
  await build(outputs({ 'a.json': document() }), out)
  const described = await query(
    out,
    'SELECT view_name, comment FROM duckdb_views() WHERE NOT internal',
  )
  expect(described.map(([name]) => name).toSorted()).toEqual(
    VIEWS.map(({ name }) => name).toSorted(),
  )
  expect(described.every(([, comment]) => comment?.includes(' / '))).toBe(true)
})
