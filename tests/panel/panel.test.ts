import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BudgetDocument, BudgetRow } from '../../schemas/document.js'
import { PANEL_TABLES } from '../../schemas/panel.js'
import { panelRows } from '../../src/panel/document.js'
import { cell, document, failingCheck, row, table } from '../helpers/document.js'
import { folderOf } from '../helpers/folder.js'
import { build, outputs, query } from '../helpers/panel.js'

const hash = (n: number) => n.toString(16).padStart(8, '0').repeat(8)

function documentOf(n: number, overrides: Partial<BudgetDocument> = {}): BudgetDocument {
  const source = { file: `${n}.pdf`, sha256: hash(n), pages: 3, producer: null }
  return document([table({ checks: [failingCheck()] })], { source, ...overrides })
}

const report = (year: number, department = '某局'): BudgetDocument['report'] => ({
  ...{ kind: 'budget', fiscalYear: year, department, scope: 'department' },
})

const CSV = `read_csv('{out}/facts.csv', all_varchar = true, nullstr = '', allow_quoted_nulls = false)`

test('CSV, Parquet and DuckDB hold the same facts, exactly', async () => {
  const odd = row('t1.r3', {
    ...{ code: '003001', unitCode: '003001', name: '=1+1,"引"\n号', label: '' },
    cells: { total: cell('123456789012.345678', '123456789012.345678'), basic: cell('0.10') },
  })
  const rows = [...table().rows, odd]
  const root = outputs({ '区/a.json': document([table({ rows })]) })
  const out = folderOf()
  await build(root, out)
  const columns = PANEL_TABLES.find(({ name }) => name === 'facts')?.columns ?? []
  const list = columns.map(({ name }) => `"${name}"::VARCHAR`).join(', ')
  const database = await query(out, `SELECT ${list} FROM facts`)
  expect(database).toHaveLength(6)
  expect(await query(out, `SELECT ${list} FROM '{out}/facts.parquet'`)).toEqual(database)
  const typed = columns.map(({ name, type }) =>
    ['points', 'boolean'].includes(type)
      ? `"${name}"::${type === 'points' ? 'DOUBLE' : 'BOOLEAN'}::VARCHAR`
      : `"${name}"`,
  )
  expect(await query(out, `SELECT ${typed.join(', ')} FROM ${CSV}`)).toEqual(database)
  expect(
    await query(
      out,
      `SELECT typeof(amount) t FROM facts UNION SELECT typeof(amount) FROM '{out}/facts.parquet'`,
    ),
  ).toEqual([['DECIMAL(18,4)']])
})

test('amounts are in 元, exactly; blank, 0 and a dash are three; what does not fit is kept as text', async () => {
  const printed = (id: string, text: string, value?: string | null) =>
    row(id, { name: id, cells: { total: cell(text, value) } })
  const rows = [
    printed('a', '1,234.56'),
    printed('b', '0.00'),
    printed('c', '—', '0'),
    printed('d', ''),
    printed('e', '见附件', null),
    printed('f', '0.123456789'),
    printed('g', '99999999999.99'),
  ]
  const root = outputs({
    'a.json': document([
      table({ rows }),
      table({ id: 't2', unit: null, rows: [printed('h', '5.00')] }),
    ]),
  })
  const out = folderOf()
  await build(root, out)
  expect(
    await query(
      out,
      'SELECT row_name, amount, amount_gap, amount_exact, value_state FROM facts ORDER BY row_name',
    ),
  ).toEqual([
    ['a', '12345600.0000', null, null, 'value'],
    ['b', '0.0000', null, null, 'zero'],
    ['c', '0.0000', null, null, 'dash'],
    ['d', null, 'blank', null, 'blank'],
    ['e', null, 'not_an_amount', null, 'not_an_amount'],
    ['f', null, 'does_not_fit', '1234.56789', 'value'],
    ['g', null, 'does_not_fit', '999999999999900', 'value'],
    ['h', null, 'no_unit', null, 'value'],
  ])
})

test('keys are unique and those of a document do not depend on what stands beside it', () => {
  const name = fc.constantFrom('合计', '行政运行', '其他')
  const line = fc.record({ name, code: fc.constantFrom(null, '201', '20101') })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(9), (lines, n) => {
      const rows = lines.map((each, i) =>
        row(`t1.r${i}`, { ...each, cells: { total: cell('1.00'), basic: cell('') } }),
      )
      const given = documentOf(n, { tables: [table({ rows }), table({ id: 't2', rows })] })
      const keys = (document: BudgetDocument) =>
        panelRows(document, { file: 'a.json', collection: null }).facts.map(
          ({ own }) => own.fact_id,
        )
      const all = [...keys(given), ...keys(documentOf(n + 10, { tables: given.tables }))]
      expect(new Set(all).size).toBe(all.length)
      const longer = { ...given, tables: [...given.tables, table({ id: 't3', title: '另一张表' })] }
      expect(keys(longer).slice(0, keys(given).length)).toEqual(keys(given))
    }),
  )
})

test('a row that is added keeps the keys of all others', () => {
  const keysOf = (rows: BudgetRow[]) =>
    new Map(
      panelRows(documentOf(1, { tables: [table({ rows })] }), {
        file: 'a',
        collection: null,
      }).facts.map(({ shared, own }) => [`${shared.row_name} ${own.json_column}`, own.fact_id]),
    )
  const rows = table().rows
  const added: BudgetRow = { ...rows[0], id: 't1.r0', name: '新的一行', code: '202' }
  const [before, after] = [keysOf(rows), keysOf([added, ...rows])]
  for (const [place, key] of before) expect(after.get(place)).toBe(key)
})

const TABLES = PANEL_TABLES.map(({ name }) => `${name}.csv`)
const contents = (out: string) =>
  Object.fromEntries(TABLES.map((name) => [name, readFileSync(path.join(out, name), 'utf8')]))

test('increments end as a fresh build: added, changed, removed, moved', async () => {
  const root = outputs({
    'a/1.json': documentOf(1),
    'a/2.json': documentOf(2),
    'b/3.json': documentOf(3),
  })
  const out = folderOf()
  expect(await build(root, out)).toMatchObject({ read: 3, kept: 0 })
  expect(await build(root, out)).toMatchObject({ read: 0, kept: 3, unchanged: true })
  const put = (name: string, given: BudgetDocument) =>
    writeFileSync(path.join(root, name), JSON.stringify(given))
  put('a/2.json', documentOf(2, { report: report(2023) }))
  put('a/4.json', documentOf(4, { report: report(2022) }))
  put('a/0.json', documentOf(3))
  rmSync(path.join(root, 'a/1.json'))
  expect(await build(root, out)).toMatchObject({ read: 3, kept: 0, gone: 1, unchanged: false })
  const fresh = folderOf()
  await build(root, fresh)
  expect(contents(out)).toEqual(contents(fresh))
  rmSync(path.join(root, 'a/0.json'))
  expect(await build(root, out)).toMatchObject({ read: 1, kept: 2 })
  const again = folderOf()
  await build(root, again)
  expect(contents(out)).toEqual(contents(again))
})

test('another program reads all again', async () => {
  const root = outputs({ '1.json': documentOf(1) })
  const out = folderOf()
  await build(root, out)
  expect(await build(root, out, { program: 'other' })).toMatchObject({ read: 1, kept: 0 })
})

test('too little memory is said, and a run with more goes on as if nothing had been', async () => {
  const root = outputs({ '1.json': documentOf(1) })
  const [out, fresh] = [folderOf({}), folderOf({})]
  const tried = build(root, out, { memory: 2 })
  await expect(tried).rejects.toThrow(/needs more than 2 MB.*--memory/)
  await build(root, out)
  await build(root, fresh)
  expect(readFileSync(path.join(out, 'facts.csv'))).toEqual(
    readFileSync(path.join(fresh, 'facts.csv')),
  )
})

test('names of files decide about nothing but file and collection', async () => {
  const [one, other] = [folderOf(), folderOf()]
  await build(outputs({ 'a.json': documentOf(1), 'b.json': documentOf(2) }), one)
  await build(outputs({ 'b.json': documentOf(1), 'a.json': documentOf(2) }), other)
  for (const name of ['facts.csv', 'checks.csv', 'check_terms.csv', 'tables.csv', 'codes.csv'])
    expect(contents(one)[name]).toBe(contents(other)[name])
})

test('the same content twice has its facts once; of versions one is preferred, by the rule', async () => {
  const root = outputs({
    'a.json': documentOf(1),
    'z/a.json': documentOf(1),
    'v.json': documentOf(2, { status: 'review' }),
    'n.json': documentOf(3, { report: { ...report(2025), department: null } }),
    'other.json': documentOf(4, { report: report(2024) }),
  })
  const out = folderOf()
  await build(root, out)
  expect(await query(out, 'SELECT file, collection, duplicate FROM files ORDER BY file')).toEqual([
    ['a.json', null, 'false'],
    ['n.json', null, 'false'],
    ['other.json', null, 'false'],
    ['v.json', null, 'false'],
    ['z/a.json', 'z', 'true'],
  ])
  expect(
    await query(
      out,
      'SELECT file, files, version, versions, preferred, preference FROM documents ORDER BY file',
    ),
  ).toEqual([
    ['a.json', '2', '1', '2', 'true', 'best'],
    ['n.json', '1', '1', '1', 'false', 'incomplete_key'],
    ['other.json', '1', '1', '1', 'true', 'only'],
    ['v.json', '1', '2', '2', 'false', 'other_version'],
  ])
  expect(await query(out, 'SELECT count(*), count(DISTINCT fact_id) FROM facts')).toEqual([
    ['16', '16'],
  ])
})

test('each key is unique, each foreign key is there, each value is one that is allowed', async () => {
  const root = outputs({ 'a.json': documentOf(1), 'b/c.json': documentOf(2) })
  const out = folderOf()
  await build(root, out)
  for (const { name, primaryKey, foreignKeys, columns } of PANEL_TABLES) {
    const key = primaryKey.join(', ')
    expect(await query(out, `SELECT ${key} FROM ${name} GROUP BY ALL HAVING count(*) > 1`)).toEqual(
      [],
    )
    for (const { columns: own, table: other, references } of foreignKeys)
      expect(
        await query(
          out,
          `SELECT * FROM ${name} WHERE ${own[0]} IS NOT NULL AND ${own[0]} NOT IN (SELECT ${references[0]} FROM ${other})`,
        ),
      ).toEqual([])
    for (const { name: column, values, pattern } of columns) {
      const list = values?.map(({ value }) => `'${value}'`).join(', ')
      if (list)
        expect(
          await query(out, `SELECT ${column} FROM ${name} WHERE ${column} NOT IN (${list})`),
        ).toEqual([])
      if (pattern)
        expect(
          await query(
            out,
            `SELECT ${column} FROM ${name} WHERE NOT regexp_full_match(${column}, '${pattern}')`,
          ),
        ).toEqual([])
    }
  }
})

test('a failed check is kept with both sides, and flags the facts that it touches', async () => {
  const root = outputs({ 'a.json': documentOf(1) })
  const out = folderOf()
  await build(root, out)
  expect(
    await query(out, 'SELECT rule, left_amount, right_amount, difference, outcome FROM checks'),
  ).toEqual([['rollup', '13124000.0000', '13000000.0000', '124000.0000', 'fails']])
  expect(
    await query(
      out,
      `SELECT side, row_name, amount, check_outcome FROM check_terms JOIN facts USING (fact_id)
      JOIN checks USING (check_id) ORDER BY side`,
    ),
  ).toEqual([
    ['left', '合计', '13124000.0000', 'fails'],
    ['right', '一般公共服务支出', '13124000.0000', 'fails'],
  ])
})

test('for spreadsheets: a mark, and no text that is taken for a formula; figures and dashes as printed', async () => {
  const rows = table().rows.map((row, i) => ({
    ...row,
    name: i === 0 ? '=HYPERLINK("x")' : '-合计',
  }))
  const root = outputs({ 'a.json': document([table({ rows })]) })
  const out = folderOf()
  await build(root, out, { bom: true })
  expect(readFileSync(path.join(out, 'facts.csv')).subarray(0, 3)).toEqual(
    Buffer.from([0xef, 0xbb, 0xbf]),
  )
  expect(await query(out, `SELECT DISTINCT row_name FROM ${CSV} ORDER BY 1`)).toEqual([
    [`'-合计`],
    [`'=HYPERLINK("x")`],
  ])
  expect(await query(out, `SELECT amount_text FROM ${CSV} WHERE amount_text = '-'`)).toEqual([
    ['-'],
  ])
  expect(await query(out, 'SELECT DISTINCT row_name FROM facts ORDER BY 1')).toEqual([
    ['-合计'],
    ['=HYPERLINK("x")'],
  ])
})

test('a file that is no document costs itself only', async () => {
  const root = outputs({ 'a.json': documentOf(1) })
  writeFileSync(path.join(root, 'torn.json'), '{"schema": "kemu/docu')
  writeFileSync(path.join(root, 'metadata.json'), '{"documentInfo": {}}')
  const out = folderOf()
  const { failed, read } = await build(root, out)
  expect([read, failed.map(({ file }) => file)]).toEqual([1, ['torn.json']])
  expect(await query(out, 'SELECT file, status FROM files ORDER BY file')).toEqual([
    ['a.json', 'ok'],
    ['torn.json', 'failed'],
  ])
})
