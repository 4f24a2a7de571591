import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import excel from 'exceljs'
import { expect, test } from 'vitest'
import { exactNumber } from '../../schemas/decimal.js'
import {
  cell,
  document,
  narrativeFact,
  performanceRecord,
  row,
  table,
} from '../helpers/document.js'
import { flat, folder, textOf, wish, written } from '../helpers/flat.js'
import { folderOf } from '../helpers/folder.js'
import { kemu } from '../helpers/kemu.js'
import { structured } from '../helpers/structured.js'
import { partsOf } from '../helpers/workbook.js'

const RECORD = performanceRecord()

const given = structured(
  document(
    [
      table({
        rows: [
          ['2010301', '=1+1,"引"\n号', '123,456,789.12'],
          ['2010302', '', '-0.5'],
        ].map(([code, name, amount], i) =>
          row(`r${i}`, { code, name, level: 3, cells: { total: cell(amount), basic: cell('') } }),
        ),
      }),
    ],
    { facts: [narrativeFact()], performance: [RECORD] },
  ),
)
const root = folder({ '某市/a.json': given })

async function parquetRows(file: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const reader = await connection.runAndReadAll(
    `SELECT code, name, amount::VARCHAR, typeof(amount) FROM '${file}'`,
  )
  return reader.getRows()
}

test('CSV, Parquet and the sheet hold the same rows: codes as text, amounts exactly', async () => {
  const csv = textOf(await written(root, wish(), 'csv'))
  expect(csv).toContain(
    ',2010301,"=1+1,""引""\n号",leaf,1,total,支出/合计,1234567891200,"123,456,789.12",',
  )
  expect(csv).toContain(',2010302,,leaf,1,total,支出/合计,-5000,-0.5,')
  expect(await parquetRows(await written(root, wish(), 'parquet'))).toEqual([
    ['2010301', '=1+1,"引"\n号', '1234567891200.0000', 'DECIMAL(18,4)'],
    ['2010302', null, '-5000.0000', 'DECIMAL(18,4)'],
  ])
  const book = new excel.Workbook()
  await book.xlsx.readFile(await written(root, wish(), 'xlsx'))
  const [sheet] = book.worksheets
  const heads = (sheet.getRow(1).values as string[]).slice(1)
  const at = (line: number, name: string) => sheet.getRow(line).getCell(heads.indexOf(name) + 1)
  expect([at(2, 'code').value, at(2, 'name').value]).toEqual(['2010301', '=1+1,"引"\n号'])
  expect([at(2, 'amount').value, at(3, 'amount').value]).toEqual([1234567891200, -5000])
  expect(at(2, 'link').value).toMatchObject({ hyperlink: 'foo.pdf#page=1' })
})

test('a figure of more digits than a double keeps stays text in a sheet', () => {
  expect(exactNumber('123456789012345')).toBe(123456789012345)
  expect(exactNumber('1234567890123456')).toBeNull()
  expect(exactNumber('-0.10')).toBe(-0.1)
})

test('the same documents make the same bytes', async () => {
  for (const format of ['csv', 'xlsx'] as const)
    expect(textOf(await written(root, wish(), format))).toBe(
      textOf(await written(root, wish(), format)),
    )
})

/** Of the entries of a zip archive, as its own list of them has each. */
function datesOf(bytes: Buffer): number[] {
  const dates: number[] = []
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4))
    dates.push(bytes.readUInt32LE(at + 12))
  return dates
}

test('no entry of a workbook says when it was made', async () => {
  const dates = datesOf(readFileSync(await written(root, wish(), 'xlsx')))
  expect(dates.length).toBeGreaterThan(5)
  expect(new Set(dates).size).toBe(1)
})

test('text that a sheet would read otherwise, or cannot hold, is written as what it is', async () => {
  const names = ['a\u0001b', '_x0041_', '长'.repeat(40_000)]
  const rows = names.map((name, i) =>
    row(`r${i}`, { code: `201030${i}`, name, level: 3, cells: { total: cell('1') } }),
  )
  const source = { ...given.source, file: '_x0041_\ud800.pdf' }
  const odd = structured(document([table({ rows })], { source }))
  const file = await written(folder({ 'a.json': odd }), wish(), 'xlsx')
  const parts = partsOf(readFileSync(file))
  const texts = Object.keys(parts).filter((name) => /sheet1\.xml$|sharedStrings/.test(name))
  const all = texts.map((name) => parts[name]).join('')
  expect(all).toContain('a_x0001_b')
  expect(all).toContain('>_x005F_x0041_<')
  expect(all).toContain('>_x005F_x0041_\ufffd.pdf#page=1<')
  expect(Math.max(...[...all.matchAll(/长+/g)].map(([long]) => long.length))).toBeLessThan(32_767)
  expect(all).toContain('过长截断')
})

test('links may lie below what is no address', async () => {
  const links = 'https://x/50%'
  expect(flat(root, wish({ links })).rows[0].link).toBe(`${links}/foo.pdf#page=1`)
  const book = new excel.Workbook()
  await book.xlsx.readFile(await written(root, wish({ links }), 'xlsx'))
  const shown = book.worksheets[0].getRow(2).values as { text?: string }[]
  expect(shown.at(-1)?.text).toBe(`${links}/foo.pdf#page=1`)
})

test('sentences and projects come the same way, and their units do not mix', () => {
  const money = { of: 'sentences', measure: 'amount', subject: null, unit: null }
  expect(flat(root, wish(money)).rows).toMatchObject([
    {
      subject: 'total_expenditure',
      phase: 'budget',
      amount: '13124000',
      printed: '1312.40',
      page: 2,
    },
  ])
  const projects = { of: 'projects', kind: null, item: 'total' }
  expect(flat(root, wish(projects)).rows).toMatchObject([
    {
      project_name: '物业管理',
      money_phase: 'annual',
      amount: '1205000',
      goal: '保障运转。',
      page: 3,
    },
  ])
  const counts = ['辆', '人'].map((unit, i) =>
    narrativeFact({ id: `f${i}`, measure: 'count', subject: 'vehicles', value: '3', unit }),
  )
  const counted = folder({ 'a.json': { ...given, facts: counts } })
  const of = (unit: string | null) => flat(counted, wish({ ...money, measure: 'count', unit }))
  expect(() => of(null)).toThrow(/mix units: 辆 .* and 人 .*--unit 辆/)
  expect(of('人').rows).toHaveLength(1)
})

test('a sentence about another year than the document’s is left out, and said', () => {
  const of = (period: number | null, basis: 'budget' | 'last_year_budget', id: string) =>
    narrativeFact({ id, period, basis, value: id, text: id })
  const facts = [
    of(2025, 'budget', '1'),
    of(null, 'budget', '2'),
    of(2023, 'budget', '3'),
    of(2024, 'last_year_budget', '4'),
    of(2023, 'last_year_budget', '5'),
  ]
  const years = folder({ 'a.json': { ...given, facts } })
  const asked = (phase: string | null) =>
    flat(years, wish({ of: 'sentences', measure: 'amount', subject: null, unit: null, phase }))
  expect(asked(null).rows.map(({ printed }) => printed)).toEqual(['1', '2'])
  expect(asked(null).said).toContainEqual({
    file: 'a.json',
    code: 'other_year',
    message: 'sentences about 2023 are left out: the document is of 2025',
  })
  expect(asked('previous_year_budget').rows.map(({ printed }) => printed)).toEqual(['4'])
})

test('a sentence without a figure is in no unit that could mix', () => {
  const facts = [
    narrativeFact({ id: 'f1', measure: 'count', value: null, unit: '辆' }),
    narrativeFact({ id: 'f2', measure: 'count', value: '3', unit: '人' }),
  ]
  const counted = folder({ 'a.json': { ...given, facts } })
  const count = { of: 'sentences', measure: 'count', subject: null, unit: null }
  expect(flat(counted, wish(count)).rows.map(({ unit }) => unit)).toEqual(['辆', '人'])
})

test('a review prints several states of the budget: they do not mix', () => {
  const [funding] = RECORD.funding
  const review = performanceRecord({
    kind: 'project_review',
    funding: [
      { ...funding, phase: 'full_year_budget' },
      { ...funding, phase: 'executed', value: '100.00', text: '100.00' },
    ],
  })
  const reviewed = folder({ 'a.json': { ...given, performance: [review] } })
  const projects = { of: 'projects', kind: null, item: 'total' }
  expect(() => flat(reviewed, wish(projects))).toThrow(
    /mix phases: full_year_budget .* and executed/,
  )
  expect(flat(reviewed, wish({ ...projects, phase: 'executed' })).rows).toMatchObject([
    { amount: '1000000' },
  ])
})

test('the command: a bad document is told and costs itself only; a refusal leaves nothing behind', async () => {
  const out = folderOf()
  const outputs = folder({ 'a.json': given, 'torn.json': '{"schema": "kemu/docu' })
  const args = ['table', outputs, '--kind', 'general_budget_expenditure', '-o']
  const ended = await kemu([...args, path.join(out, 'x.csv')])
  expect([ended.code, ended.stderr]).toEqual([
    1,
    expect.stringContaining('✗ torn.json: the file is no JSON'),
  ])
  expect(textOf(path.join(out, 'x.csv')).split('\n')[0]).toContain(
    'owner,region,year,report_kind,scope',
  )
  const accounts = { ...given, report: { ...given.report, kind: 'final_accounts' as const } }
  const source = { ...given.source, sha256: 'b'.repeat(64) }
  const columns = given.tables[0].columns.map((each) => ({
    ...each,
    phase: each.phase && ('executed' as const),
  }))
  const executed = { ...accounts, source, tables: [{ ...given.tables[0], columns }] }
  writeFileSync(path.join(outputs, 'b.json'), JSON.stringify(executed))
  for (const format of ['csv', 'xlsx', 'parquet']) {
    const refused = await kemu([...args, path.join(out, `y.${format}`)])
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--phase executed')])
  }
  expect(readdirSync(out)).toEqual(['x.csv'])
})

test('for spreadsheets: a mark, and no text that is taken for a formula', async () => {
  const out = path.join(folderOf(), 'x.csv')
  await kemu(['table', root, '--kind', 'general_budget_expenditure', '--bom', '-o', out])
  expect(textOf(out)).toMatch(/^\ufeffowner,.*\n[^\n]*"'=1\+1/)
})

test.each([
  [['--kind', 'no_such'], /--kind no_such: name a kind/],
  [['--kind', 'general_budget_expenditure', '--measure', 'x'], /--measure x/],
  [['--kind', 'general_budget_expenditure', '--level', '4'], /--level 4: choose from 类, 款, 项/],
  [['--kind', 'state_capital_expenditure'], /no row is of that kind/],
])('what cannot be asked is told: %j', async (args, message) => {
  const ended = await kemu(['table', root, ...args, '-o', path.join(folderOf(), 'x.csv')])
  expect([ended.code, ended.stderr]).toEqual([2, expect.stringMatching(message)])
})
