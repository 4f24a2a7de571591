/** The twelve questions of docs/panel.md over made documents of two years, a budget and final accounts of one, and over the samples. */
import { beforeAll, expect, test } from 'vitest'
import type { BudgetDocument, BudgetTable } from '../../schemas/document.js'
import {
  cell,
  check,
  column,
  document,
  narrativeFact,
  performanceRecord,
  row,
  table,
  term,
} from '../helpers/document.js'
import { folderOf } from '../helpers/folder.js'
import { kemu } from '../helpers/kemu.js'
import { build, outputs, query } from '../helpers/panel.js'
import { RECIPES, recipe } from '../helpers/recipes.js'
import { structured } from '../helpers/structured.js'

const TOTAL = column('total', { path: ['合计'], meaning: 'total' })

function listOf(
  kind: BudgetTable['kind'],
  id: string,
  lines: readonly (readonly [string | null, string])[],
): BudgetTable {
  const rows = lines.map(([code, amount], i) =>
    row(`${id}.r${i}`, {
      ...{
        code,
        name: code === null ? '合计' : `科目${code}`,
        role: code === null ? 'total' : 'item',
      },
      level: code === null ? 0 : (code.length - 1) / 2,
      cells: { total: cell(amount) },
    }),
  )
  return table({ id, kind, title: kind, unit: '万元', columns: [TOTAL], rows })
}

const named = (id: string, kind: BudgetTable['kind'], lines: Record<string, string>): BudgetTable =>
  table({
    ...{ id, kind, title: kind, unit: '万元', columns: [TOTAL] },
    rows: Object.entries(lines).map(([name, amount], i) =>
      row(`${id}.r${i}`, {
        name,
        role: name === '合计' ? 'total' : 'item',
        cells: { total: cell(amount) },
      }),
    ),
  })

function threePublic(columns: Record<string, string>): BudgetTable {
  return table({
    ...{ id: 't3', kind: 'three_public_expenses', unit: '万元' },
    columns: Object.keys(columns).map((id) => column(id, { path: [id], meaning: id })),
    rows: [
      row('t3.r0', {
        role: 'total',
        name: '合计',
        cells: Object.fromEntries(Object.entries(columns).map(([id, text]) => [id, cell(text)])),
      }),
    ],
  })
}

let hashes = 0
function documentOf(
  report: Partial<BudgetDocument['report']>,
  tables: BudgetTable[],
  given: Partial<BudgetDocument> = {},
): BudgetDocument {
  hashes += 1
  const sha256 = hashes.toString(16).padStart(8, '0').repeat(8)
  return structured(
    document(tables, {
      source: { file: `甲/${hashes}.pdf`, sha256, pages: 3, producer: null },
      report: {
        kind: 'budget',
        fiscalYear: 2025,
        department: '甲州市某局',
        scope: 'department',
        ...report,
      },
      ...given,
    }),
  )
}

const general = (old: string, more: string) => {
  const sum = (Number(old) + Number(more)).toFixed(2)
  return listOf('general_budget_expenditure', 't1', [
    [null, sum],
    ['208', sum],
    ['20805', old],
    ['2080505', old],
    ['20811', more],
    ['2081101', more],
  ])
}

const failing = check({
  ...{
    id: 'x',
    rule: 'prose',
    identity: 'narrative total_expenditure',
    difference: '1',
    outcome: 'fails',
  },
  left: term({ table: 't1', row: 't1.r0', value: '160.00', label: '合计' }),
  right: [
    term({ table: null, row: null, column: null, fact: 'f1', value: '159.00', label: '支出' }),
  ],
})
const record = performanceRecord()
const [funding] = record.funding

const DOCUMENTS = {
  '甲/2024.json': documentOf({ fiscalYear: 2024, department: '甲州市某局（汇总）' }, [
    general('80.00', '20.00'),
  ]),
  '甲/2025.json': documentOf(
    {},
    [
      general('100.00', '60.00'),
      listOf('basic_expenditure_department_economic', 't2', [
        [null, '50.00'],
        ['301', '40.00'],
        ['30101', '40.00'],
        ['302', '10.00'],
        ['30201', '10.00'],
      ]),
      threePublic({
        'three_public.total': '6.00',
        abroad: '1.00',
        reception: '2.00',
        'vehicles.total': '3.00',
      }),
      listOf('government_fund_expenditure', 't4', [
        [null, '7.50'],
        ['212', '7.50'],
      ]),
      named('t5', 'government_procurement', { 合计: '9.00', 货物: '4.00', 服务: '5.00' }),
    ],
    {
      checks: [failing],
      facts: [narrativeFact({ value: '159.00' })],
      performance: [
        performanceRecord({ funding: [{ ...funding, value: '1000.01', text: '1,000.01' }] }),
        performanceRecord({
          id: 'p2',
          project: '小项目',
          funding: [{ ...funding, value: '1000', text: '1000' }],
        }),
      ],
      issues: [
        {
          code: 'identity_fails',
          severity: 'warning',
          message: { zh: '不符', en: 'fails' },
          page: 2,
          bbox: null,
          table: null,
          row: null,
          column: null,
        },
      ],
    },
  ),
  '甲/2025决算.json': documentOf({ kind: 'final_accounts' }, [general('90.00', '60.00')]),
  '甲/本级.json': documentOf({ department: '甲州某局（本级）' }, [general('30.00', '60.00')]),
}

let out: string
beforeAll(async () => {
  out = folderOf()
  await build(outputs(DOCUMENTS), out)
}, 120_000)

/** The columns named, of the recipe over the made documents. */
const answer = (number: number, columns: string) =>
  query(out, `SELECT ${columns} FROM (${recipe(number, '甲')})`)
const BUREAU = '甲州市某局'

test('there are twelve', () => {
  expect([...RECIPES.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
})

test('1: the three public expenses', async () => {
  expect(await answer(1, 'owner, year, item, amount, stated_in')).toEqual([
    ...[
      ['abroad', '10000.0000'],
      ['reception', '20000.0000'],
      ['total', '60000.0000'],
      ['vehicles', '30000.0000'],
    ].map(([item, amount]) => [BUREAU, '2025', item, amount, 'table']),
  ])
})

test('2: the personnel share', async () => {
  expect(await answer(2, 'owner, basic, personnel, share, method')).toEqual([
    [BUREAU, '500000.0000', '400000.0000', '0.8', 'classes_301_303'],
  ])
})

test('3: the growth of 20805, of one owner under two spellings, without its own office', async () => {
  expect(
    await answer(3, 'owner, scope, year, amount_last_year, amount, growth, last_link'),
  ).toEqual([
    [BUREAU, 'department', '2025', '800000.0000', '1000000.0000', '0.25', '%E7%94%B2/1.pdf#page=1'],
  ])
})

test('4 and 8: failed checks, and those of the narrative with a table', async () => {
  const expected = [[BUREAU, '1600000.0000', '1590000.0000', '元', '%E7%94%B2/2.pdf#page=1']]
  for (const number of [4, 8])
    expect(await answer(number, 'owner, left_amount, right_amount, unit, link')).toEqual(expected)
})

test('5: a row for each 款, departments alone', async () => {
  expect(await answer(5, 'year, code, amount, documents, proved')).toEqual([
    ['2024', '20805', '800000.0000', '1', 'true'],
    ['2024', '20811', '200000.0000', '1', 'true'],
    ['2025', '20805', '1000000.0000', '1', 'true'],
    ['2025', '20811', '600000.0000', '1', 'true'],
  ])
})

test('6: the largest items', async () => {
  expect((await answer(6, 'year, exp_func_code, amount'))[0]).toEqual([
    '2025',
    '2080505',
    '1000000.0000',
  ])
})

test('7: budget against executed', async () => {
  expect(await answer(7, 'owner, scope, year, budget, executed, difference')).toEqual([
    [BUREAU, 'department', '2025', '1600000.0000', '1500000.0000', '-100000.0000'],
  ])
})

test('9, 10: government funds, procurement by category', async () => {
  expect(await answer(9, 'region, scope, year, amount, documents')).toEqual([
    ['甲', 'department', '2025', '75000.0000', '1'],
  ])
  expect(await answer(10, 'owner, category, amount, total')).toEqual([
    [BUREAU, 'goods', '40000.0000', '90000.0000'],
    [BUREAU, 'services', '50000.0000', '90000.0000'],
  ])
})

test('11: projects above 1,000 万元, none of just so much', async () => {
  expect(await answer(11, 'unit_name, project_name, amount, targets')).toEqual([
    ['某中心', '物业管理', '10000100.0000', '面积 ≥12平方米'],
  ])
})

test('12: documents that need a look', async () => {
  expect(await answer(12, 'reason, source, times, link')).toEqual([
    ['identity_fails', '甲/2.pdf', '1', '%E7%94%B2/2.pdf#page=2'],
  ])
})

test('all twelve run over the samples; what the publication prints is what they answer', async () => {
  const [read, panel] = [folderOf(), folderOf()]
  const ended = await kemu([
    'extract',
    'samples',
    '-o',
    `${read}/衡阳`,
    '--format',
    'json',
    '--quiet',
  ])
  expect(ended.code).toBe(0)
  await build(read, panel)
  const of = (number: number, columns: string) =>
    query(panel, `SELECT ${columns} FROM (${recipe(number, '衡阳')})`)
  for (const number of RECIPES.keys()) await of(number, '*')
  expect(await of(5, `code, amount, proved`)).toContainEqual(['20805', '2804200.0000', 'true'])
  expect((await of(6, 'exp_func_code, amount'))[0]).toEqual(['2010301', '22861800.0000'])
}, 120_000)
