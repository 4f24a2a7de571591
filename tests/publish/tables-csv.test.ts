/** Tables in CSV: what a row is known by, then what is printed, below its header. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { toTablesCsv } from '../../src/publish/tables-csv.js'
import { cell, column, document, row, table } from '../helpers/document.js'
import { folderOf } from '../helpers/folder.js'
import { kemu } from '../helpers/kemu.js'
import { onePage, stream } from '../helpers/pdf.js'

const SAMPLE = fileURLToPath(new URL('../../samples/hengyang-merged.pdf', import.meta.url))

test('a blank, 0 and - stay apart, commas go, lists side by side keep their headers', () => {
  const columns = [
    column('a', { path: ['本年', '金额'] }),
    column('b', { path: ['本年', '金额'] }),
    column('note', { path: ['备注'], type: 'text' }),
  ]
  const cells = { a: cell('1,284.50'), b: cell('-', null), note: cell('"甲", 乙', null) }
  const rows = [
    row('t1.r1', { name: '教育支出', code: '205', kind: 'leaf', panel: 'expenditure', cells }),
    row('t1.r2', {
      name: '合计',
      kind: 'total',
      level: 0,
      cells: { a: cell('', null), b: cell('0') },
    }),
  ]
  const [{ suffix, content }] = toTablesCsv(document([table({ columns, rows })]))
  expect([suffix, content]).toEqual([
    '-t1.csv',
    'page,list,kind,level,code,name,unit,本年 / 金额,本年 / 金额 (2),备注\n' +
      '1,expenditure,leaf,1,205,教育支出,万元,1284.50,-,"""甲"", 乙"\n' +
      '1,,total,0,,合计,万元,,0,\n',
  ])
})

test('of units and two codes, where a table prints them', () => {
  const own = row('t1.r1', {
    name: '工资',
    unitCode: '101',
    unitName: '某局',
    governmentCode: '501',
  })
  const [{ content }] = toTablesCsv(document([table({ columns: [], rows: [own] })]))
  expect(content).toBe(
    'page,list,kind,level,code,name,unit,government_code,unit_code,unit_name\n' +
      ',,,1,,工资,万元,501,101,某局\n',
  )
})

test('a file for each table; those that a document no longer has go, others stay', async () => {
  const input = folderOf()
  const out = folderOf({ 'foo-t20.csv': 'of a person', 'foo-t2.txt': 'too' })
  copyFileSync(SAMPLE, path.join(input, 'foo.pdf'))
  const run = () => kemu(['extract', input, '-o', out, '--format', 'csv'])
  expect((await run()).code).toBe(0)
  const tables = Array.from({ length: 9 }, (_, i) => `foo-t${i + 1}.csv`)
  const kept = ['foo-t2.txt', 'foo-t20.csv']
  const visible = () => readdirSync(out).filter((name) => name.startsWith('foo'))
  expect(visible().toSorted()).toEqual([...tables, ...kept].toSorted())
  expect(readFileSync(path.join(out, 'foo-t9.csv'), 'utf8')).toMatch(/,5\.00$/m)
  expect((await run()).stderr).toMatch(/1 unchanged/)
  writeFileSync(path.join(input, 'foo.pdf'), onePage(stream(Buffer.from('q Q'))))
  await run()
  expect(visible().toSorted()).toEqual(kept)
})
