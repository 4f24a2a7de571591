import { createHash } from 'node:crypto'
import { readdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { ALL_TABLES } from '../../schemas/panel.js'
import { finishPanel } from '../../src/panel/finish.js'
import { buildPart, type PartResult } from '../../src/panel/part.js'
import {
  cell,
  document,
  failingCheck,
  narrativeFact,
  performanceRecord,
  row,
  table,
} from '../helpers/document.js'
import { folderOf } from '../helpers/folder.js'
import { build } from '../helpers/panel.js'

function documentOf(n: number, year: number, department: string) {
  const code = ['20103', '20805'][n % 2]
  const rows = [
    ...table().rows,
    row('t1.r3', { code, name: `科目${n}`, cells: { total: cell(`${n}.50`) } }),
  ]
  const source = {
    file: `${n}.pdf`,
    sha256: n.toString(16).padStart(8, '0').repeat(8),
    pages: 3,
    producer: null,
  }
  return document([table({ rows, checks: [failingCheck()] })], {
    ...{ source, report: { kind: 'budget', fiscalYear: year, department, scope: 'department' } },
    ...{ facts: [narrativeFact()], performance: n === 1 ? [performanceRecord()] : [] },
  })
}

/** Spellings of one owner, versions of one disclosure and names of one code lie in both shards. */
const ONE = {
  '甲/1.json': documentOf(1, 2024, '甲州市财政局'),
  '甲/2.json': documentOf(2, 2025, '甲州市财政局（汇总）'),
  '乙/x/3.json': documentOf(3, 2025, '乙江市教育局'),
  'failed.json': '{"schema": "kemu/docu',
}
const OTHER = {
  '甲/4.json': documentOf(4, 2025, '甲州财政局'),
  '乙/x/5.json': documentOf(5, 2024, '乙江市教育局'),
  '6.json': {
    ...documentOf(6, 2024, ''),
    report: { kind: null, fiscalYear: null, department: null, scope: null },
  },
}

const part = (root: string, out: string, name: string): Promise<PartResult> =>
  buildPart(root, { ...{ out, name, program: 'test', memory: 224 }, worker: null, timeout: 60 })

const folder = (files: Record<string, unknown>) =>
  folderOf(
    Object.fromEntries(
      Object.entries(files).map(([name, given]) => [
        name,
        typeof given === 'string' ? given : JSON.stringify(given),
      ]),
    ),
  )

/** By table, a checksum of its sorted rows; the panel stands where it is opened. */
async function checksums(out: string): Promise<Record<string, string>> {
  const instance = await DuckDBInstance.create(path.join(out, 'panel.duckdb'), {
    access_mode: 'READ_ONLY',
  })
  const connection = await instance.connect()
  await connection.run(`SET file_search_path = '${out}'`)
  const sums: Record<string, string> = {}
  for (const { name, columns } of ALL_TABLES) {
    const list = columns.map((column) => `"${column.name}"::VARCHAR`).join(', ')
    const rows = (
      await connection.runAndReadAll(`SELECT ${list} FROM "${name}" ORDER BY ALL`)
    ).getRows()
    sums[name] = `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`
  }
  connection.closeSync()
  instance.closeSync()
  return sums
}

async function answers(sql: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  return (await connection.runAndReadAll(sql)).getRowsJson()
}

test('the parts of two shards, made apart and finished, are the panel of one run', async () => {
  const [out, whole] = [folderOf(), folderOf()]
  const made = await Promise.all([part(folder(ONE), out, '1of2'), part(folder(OTHER), out, '2of2')])
  expect(made.map(({ read, failed }) => [read, failed.length])).toEqual([
    [3, 1],
    [3, 0],
  ])
  await finishPanel(out, 224)
  await build(folder({ ...ONE, ...OTHER }), whole)
  const [parts, one] = [await checksums(out), await checksums(whole)]
  expect(parts).toEqual(one)
  expect(Number(one.facts.split(' ')[0])).toBe(30)
})

test('the parts are read as one by year and region, with no finishing and no merge', async () => {
  const out = folderOf()
  await part(folder(ONE), out, 'a')
  await part(folder(OTHER), out, 'b')
  const rows = await answers(
    `SELECT year::INTEGER AS year, region, count(DISTINCT document_id)::INTEGER FROM read_parquet('${out}/facts/*/*/*.parquet', hive_partitioning = true)
     GROUP BY ALL ORDER BY ALL`,
  )
  expect(rows).toEqual([
    [2024, '乙/x', 1],
    [2024, '甲', 1],
    [2025, '乙/x', 1],
    [2025, '甲', 2],
    [null, null, 1],
  ])
})

test('a panel of parts can be moved; a part that is built again replaces its own files alone', async () => {
  const out = folderOf()
  const given = folder(ONE)
  await part(given, out, 'a')
  await part(folder(OTHER), out, 'b')
  const before = readdirSync(out, { recursive: true }).toSorted()
  renameSync(path.join(given, '甲'), path.join(given, '丙'))
  await part(given, out, 'a')
  await part(folder(ONE), out, 'a')
  const names = (all: (string | Buffer)[]) =>
    all.filter((name) => String(name).endsWith('.parquet'))
  expect(names(readdirSync(out, { recursive: true }).toSorted())).toEqual(names(before))
  await finishPanel(out, 224)
  const moved = path.join(folderOf(), 'moved')
  renameSync(out, moved)
  expect((await checksums(moved)).documents).toMatch(/^6 /)
})

test('a document in two parts is refused, with the remedy', async () => {
  const out = folderOf()
  await part(folder(ONE), out, 'a')
  await part(folder({ '甲/7.json': ONE['甲/1.json'] }), out, 'b')
  await expect(finishPanel(out, 224)).rejects.toThrow(
    '甲/1.json stands in two parts: build one of them without it',
  )
  await expect(finishPanel(folderOf(), 224)).rejects.toThrow(
    /holds no part: make parts with --partition/,
  )
})

test('too little memory, and a run.json that says nothing, are told of parts as of a panel', async () => {
  const out = folderOf()
  const given = folder(ONE)
  const little = { name: 'UsageError', message: expect.stringMatching(/more than 2 MB.*--memory/) }
  const options = { ...{ name: 'a', program: 'test' }, worker: null, timeout: 60 }
  await expect(buildPart(given, { ...options, out, memory: 2 })).rejects.toMatchObject(little)
  await part(given, out, 'a')
  await expect(finishPanel(out, 2)).rejects.toMatchObject(little)
  const torn = folder({ ...ONE, 'run.json': '{"schema":"kemu/run@1"' })
  await expect(part(torn, out, 'a')).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringContaining('extract again'),
  })
})
