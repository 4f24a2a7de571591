/** The codebook says all of every variable, and counts what is there. */
import { describe, expect, test } from 'vitest'
import { ALL_TABLES, PANEL_TABLES } from '../../schemas/panel.js'
import { codebook } from '../../src/panel/codebook.js'
import { fillDerived } from '../../src/panel/derive.js'
import { percent } from '../../src/panel/markdown.js'
import { panelOf, smallPanel } from '../helpers/small-panel.js'

const query = await panelOf(ALL_TABLES, smallPanel(PANEL_TABLES))
await fillDerived(query, PANEL_TABLES)
const text = await codebook(ALL_TABLES, query)

/** From the heading of a table to the next table. */
function chapter(name: string): string {
  return text.slice(text.indexOf(`\n## ${name}\n`)).split('\n## ')[1]
}

describe.each(ALL_TABLES.map((table) => [table.name, table] as const))('%s', (name, table) => {
  test('every variable has a Chinese and an English label, a description and a source', () => {
    const bare = table.columns.filter(
      ({ zh, en, description, source }) =>
        !/[\u4e00-\u9fff]/.test(zh) ||
        !/[A-Za-z]/.test(en) ||
        !description.trim() ||
        !source.trim(),
    )
    expect(bare.map((column) => column.name)).toEqual([])
    expect([table.zh, table.en, table.description].every((each) => each !== '')).toBe(true)
  })

  test('every variable has an entry that says what it may hold and when it is missing', () => {
    for (const column of table.columns) {
      const entry = chapter(name).split(`\n### \`${column.name}\``)[1]?.split('\n### ')[0] ?? ''
      expect(entry).toContain(`${column.zh} · ${column.en}`)
      expect(entry).toContain(column.missing ?? '从不 Never')
      expect(entry).toContain(column.source)
      for (const { value } of column.values ?? []) expect(entry).toContain(`  - \`${value}\``)
      if (column.pattern !== null) expect(entry).toContain(column.pattern)
    }
  })
})

/** The cells of a row of the chapter's tables, by its first cell. */
function rowsOf(name: string, first: string): string[][] {
  return chapter(name)
    .split('\n')
    .filter((line) => line.startsWith(`| ${first} |`))
    .map((line) => line.slice(2, -2).split(' | '))
}

test('coverage is counted by year and by folder', () => {
  expect(rowsOf('facts', '年度 Years')).toEqual([['年度 Years', '2025', '2026']])
  expect(rowsOf('facts', '行数 Rows')).toEqual([
    ['行数 Rows', '1', '2'],
    ['行数 Rows', '3'],
  ])
  const [overview, years, folders] = rowsOf('facts', '`amount`')
  expect(overview.at(-1)).toBe('67')
  expect(years).toEqual(['`amount`', '100', '50'])
  expect(folders).toEqual(['`amount`', '67'])
})

test('what lies in no folder and has no year stands under a dash', () => {
  expect(rowsOf('documents', '年度 Years')).toEqual([['年度 Years', '2025', '2026', '—']])
  expect(rowsOf('documents', '`department`')[1]).toEqual(['`department`', '100', '100', '0'])
})

test('a table without a year takes that of its documents, also over another table', async () => {
  expect(
    await query(
      "SELECT DISTINCT * FROM coverage WHERE table_name = 'check_terms' AND variable = 'side'",
    ),
  ).toEqual([
    {
      ...{ table_name: 'check_terms', variable: 'side', fiscal_year: 2026, collection: '甲市' },
      ...{ rows: 1, present: 1 },
    },
  ])
})

test('the matrix has a row for each folder, year and kind, documents without tables too', async () => {
  const rows = await query(
    'SELECT collection, fiscal_year, table_kind, documents, preferred FROM quality',
  )
  const kind = 'general_budget_expenditure'
  expect(rows).toEqual([
    { collection: '甲市', fiscal_year: 2025, table_kind: kind, documents: 1, preferred: 1 },
    { collection: '甲市', fiscal_year: 2026, table_kind: kind, documents: 2, preferred: 1 },
    { collection: null, fiscal_year: null, table_kind: null, documents: 1, preferred: 1 },
  ])
})

test('tables that sum up the others are counted too, but for the counts themselves', async () => {
  const counted = await query('SELECT DISTINCT table_name FROM coverage')
  const names = ALL_TABLES.map(({ name }) => name).filter((name) => name !== 'coverage')
  expect(counted.map(({ table_name }) => table_name)).toEqual(
    // A table of the small panel without rows has no counts.
    expect.arrayContaining(names.filter((name) => name !== 'crosswalk')),
  )
})

test('100 means all and 0 means none', () => {
  expect([
    percent(999, 1000),
    percent(1, 1000),
    percent(5, 5),
    percent(0, 5),
    percent(1, 2),
  ]).toEqual([...['>99', '<1', '100', '0', '50']])
})
