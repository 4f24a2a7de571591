/** What a build writes beside the data: complete, true to the files, and the same bytes on every run. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { BudgetDocument } from '../../schemas/document.js'
import { ALL_TABLES } from '../../schemas/panel.js'
import { buildPanel, type PanelOptions } from '../../src/panel/build.js'
import { document, table } from '../helpers/document.js'

const TEXTS = ['CITATION.cff', 'codebook.md', 'quality.md']
const FOR_CSV = ['datapackage.json', 'load.R', 'load.do', 'load.py', 'load.sql']

function temporary(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'kemu-describe-'))
}

function documentOf(digit: string, fiscalYear: number): BudgetDocument {
  const source = { file: `${digit}.pdf`, sha256: digit.repeat(64), pages: 1, producer: null }
  const report = { kind: 'budget', fiscalYear, department: '某局', scope: 'department' } as const
  return document([table()], { source, report })
}

/** Two documents in two folders, as a run leaves them. */
function outputs(): string {
  const root = temporary()
  for (const [place, digit, year] of [
    ['甲市', 'a', 2025],
    ['乙市', 'b', 2026],
  ] as const) {
    mkdirSync(path.join(root, place))
    writeFileSync(path.join(root, place, 'x.json'), JSON.stringify(documentOf(digit, year)))
  }
  return root
}

async function build(options: Partial<PanelOptions> = {}): Promise<string> {
  const out = temporary()
  const rest = {
    formats: ['csv'] as const,
    bom: false,
    program: '0.1.0 build',
    worker: null,
    timeout: 60,
    memory: 224,
  }
  await buildPanel(outputs(), { out, ...rest, ...options })
  return out
}

const read = (folder: string, name: string) => readFileSync(path.join(folder, name))
const filesOf = (folder: string) => readdirSync(folder).filter((name) => name !== '.kemu')

describe('a panel of CSV files', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await build()
  })

  test('has its description, loaders and reports, and a file of every table', () => {
    const tables = ALL_TABLES.map(({ name }) => `${name}.csv`)
    expect(filesOf(folder).toSorted()).toEqual([...tables, ...TEXTS, ...FOR_CSV].toSorted())
  })

  test('is described to the byte: sizes and hashes of every file', () => {
    const { resources } = JSON.parse(read(folder, 'datapackage.json').toString())
    expect(resources).toHaveLength(ALL_TABLES.length)
    for (const { path: name, bytes, hash } of resources) {
      const content = read(folder, name)
      expect([name, bytes]).toEqual([name, content.length])
      expect([name, hash]).toEqual([
        name,
        `sha256:${createHash('sha256').update(content).digest('hex')}`,
      ])
    }
  })

  test('has the columns that its description says, in their order', () => {
    const { resources } = JSON.parse(read(folder, 'datapackage.json').toString())
    for (const { path: name, schema } of resources) {
      const [head] = read(folder, name).toString().split('\n')
      expect(head.split(',')).toEqual(schema.fields.map((field: { name: string }) => field.name))
    }
  })

  test('covers both folders and years, and says of which documents it is made', () => {
    expect(read(folder, 'quality.md').toString()).toMatch(
      /\| 文件夹 Folder \| 2025 预算 \| 2026 预算 \|/,
    )
    expect(read(folder, 'CITATION.cff').toString()).toContain('2025-2026 (2 documents)')
    expect(read(folder, 'coverage.csv').toString()).toMatch(/^facts,amount,2026,乙市,4,\d$/m)
  })

  test('is the same to the byte when it is built again elsewhere', async () => {
    const again = await build()
    for (const name of filesOf(folder))
      expect([name, read(again, name)]).toEqual([name, read(folder, name)])
  })
})

test.each<[string, Partial<PanelOptions>, string]>([
  ['without CSV', { formats: ['parquet'] }, 'facts.parquet'],
  ['of CSV for spreadsheets', { bom: true }, 'facts.csv'],
])('%s there is nothing that speaks of CSV as the data', async (_, options, data) => {
  const folder = await build(options)
  expect(filesOf(folder)).toEqual(expect.arrayContaining([...TEXTS, data]))
  expect(filesOf(folder).filter((name) => FOR_CSV.includes(name))).toEqual([])
})

test('a day is cited only where one is given; another program is another version', async () => {
  const cited = async (options: Partial<PanelOptions>) =>
    read(await build(options), 'CITATION.cff').toString()
  const plain = await cited({})
  expect(await cited({ released: '2026-01-31' })).toContain('date-released: "2026-01-31"')
  expect(plain).not.toContain('date-released')
  expect(await cited({ program: '0.1.0 other' })).not.toBe(plain)
})
