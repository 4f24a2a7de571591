/**
 * Each sample, end to end, against what a person reads on its pages: the figures
 * come from the published text of the reference budget, never from our output.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  type BudgetRow,
  type BudgetTable,
  documentSchema,
  type NarrativeFact,
} from '../schemas/document.js'
import { readDocument } from '../src/pipeline.js'

interface ExpectedRow {
  panel: string | null
  role: string
  level: number
  code: string | null
  unitCode: string | null
  name: string
  amounts: (string | null)[]
}

interface ExpectedTable {
  kind: string
  title: string
  ordinal: string | null
  owner: string
  unit: string
  pages: number[]
  columns: string[][]
  rows: ExpectedRow[]
  notes: string[]
}

interface Expected {
  file: string
  report: object
  /** What the published narrative prints against itself or its tables: each side's figures. */
  contradictions: string[][]
  tables: ExpectedTable[]
}

const SAMPLES = new URL('../samples/', import.meta.url)
const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.expected.json'))
const FACTS = readdirSync(SAMPLES).filter((name) => name.endsWith('.facts.tsv'))

/** What a person writes down of a row: a dash stays a dash, a blank is null. */
function written(table: BudgetTable, row: BudgetRow): ExpectedRow {
  const amounts = table.columns
    .filter((column) => column.type === 'amount' && column.id in row.cells)
    .map(({ id }) => (row.cells[id].text === '-' ? '-' : row.cells[id].value))
  const { panel, role, level, code, name } = row
  return { panel, role, level, code, unitCode: row.unitCode ?? null, name, amounts }
}

test('there are samples', () => {
  expect(names.length).toBeGreaterThanOrEqual(4)
  expect(FACTS.length).toBeGreaterThanOrEqual(1)
})

describe.each(names)('%s', (name) => {
  const expected = JSON.parse(readFileSync(new URL(name, SAMPLES), 'utf8')) as Expected
  const bytes = readFileSync(new URL(expected.file, SAMPLES))
  const reading = readDocument({ file: expected.file, bytes })

  test('is a valid document, and all that needs a second look is where the publication contradicts itself', async () => {
    const { document } = await reading
    expect(documentSchema.parse(document)).toEqual(document)
    const warned = document.issues.filter((issue) => issue.severity !== 'info')
    expect(warned.map(({ code }) => code)).toEqual(
      expected.contradictions.map(() => 'identity_fails'),
    )
    expect(document.status).toBe('review')
    expect(document.report).toEqual(expected.report)
    expect(document.tables).toHaveLength(expected.tables.length)
  })

  test.each(
    expected.tables.map((table, i) => ({ i, table, title: table.title })),
  )('table $title', async ({ i, table }) => {
    const read = (await reading).document.tables[i]
    const { kind, title, ordinal, owner, unit, pages } = read
    expect({ kind, title, ordinal, owner, unit, pages }).toEqual({
      kind: table.kind,
      title: table.title,
      ordinal: table.ordinal,
      owner: table.owner,
      unit: table.unit,
      pages: table.pages,
    })
    expect(read.rows.map((row) => written(read, row))).toEqual(
      table.rows.map(({ panel, role, level, code, unitCode, name, amounts }) => ({
        panel,
        role,
        level,
        code,
        unitCode,
        name,
        amounts,
      })),
    )
    expect(read.leftover).toEqual([])
  })

  test.each(
    expected.tables.map((table, i) => ({ i, table, title: table.title })),
  )('columns and notes of $title', async ({ i, table }) => {
    const read = (await reading).document.tables[i]
    const paths = read.columns
      .filter((column) => column.type === 'amount')
      .map((column) => column.path.join('/'))
    expect([...new Set(paths)]).toEqual([...new Set(table.columns.map((path) => path.join('/')))])
    expect(read.notes).toEqual(table.notes)
  })

  test('every identity holds but those that the publication breaks; rates hold as they are rounded', async () => {
    const { document } = await reading
    const checks = [...document.tables.flatMap((table) => table.checks), ...document.checks]
    expect(checks.length).toBeGreaterThan(50)
    const broken = checks.filter(({ outcome }) => outcome === 'fails')
    expect(
      broken.map(({ left, right, attribution }) => ({
        prints: [left, ...right].map(({ value }) => value),
        attribution,
      })),
    ).toEqual(expected.contradictions.map((prints) => ({ prints, attribution: 'publication' })))
    const rounded = checks.filter(({ outcome }) => outcome === 'rounding')
    expect(rounded.filter(({ rule }) => rule !== 'ratio')).toEqual([])
  })
})

describe.each(FACTS)('%s', (name) => {
  const [head, ...lines] = readFileSync(new URL(name, SAMPLES), 'utf8')
    .replace(/\n$/, '')
    .split('\n')
  const fields = head.split('\t') as (keyof NarrativeFact)[]
  const file = name.replace(/\.facts\.tsv$/, '.pdf')

  test('says every figure of the narrative', async () => {
    const bytes = readFileSync(new URL(file, SAMPLES))
    const { facts } = (await readDocument({ file, bytes })).document
    const said = facts.map((fact) => fields.map((field) => fact[field] ?? '').join('\t'))
    expect(said).toEqual(lines)
  })
})
