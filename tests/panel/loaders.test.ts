/** The loaders give every column its type. DuckDB's is run; of the others the text is held against the schema. */
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, test } from 'vitest'
import { column } from '../../schemas/panel/column.js'
import { ALL_TABLES, type PanelTable } from '../../schemas/panel.js'
import { duckdbLoader } from '../../src/panel/loaders/duckdb.js'
import { pandasLoader } from '../../src/panel/loaders/pandas.js'
import { rLoader } from '../../src/panel/loaders/r.js'
import { stataLoader } from '../../src/panel/loaders/stata.js'
import { writeCsv } from '../helpers/small-panel.js'

const described = { description: 'x', source: 'x' }

/** A column of every type, with what goes wrong without types: zeros in front, no float is exact, NA is a text. */
const SMALL: PanelTable = {
  ...{
    name: 'small',
    zh: '小',
    en: 'Small',
    description: 'x',
    primaryKey: ['id'],
    foreignKeys: [],
  },
  columns: [
    column('id', 'text', ['标识', "It's"], { ...described, pattern: '[a-z]' }),
    column('code', 'text', ['编码', 'Code'], { ...described, missing: 'None' }),
    column('printed', 'text', ['原文', 'Printed'], described),
    column('year', 'integer', ['年', 'Year'], { ...described, missing: 'None' }),
    column('amount', 'decimal', ['金额', 'Amount'], { ...described, missing: 'None' }),
    column('leaf', 'boolean', ['明细', 'Leaf'], { ...described, missing: 'None' }),
    column('x0', 'points', ['左', 'Left'], { ...described, missing: 'None' }),
  ],
}
const ROWS = {
  small: [
    { id: 'a', code: '003001', printed: '甲,"乙"', year: 2026, amount: '12345678901234.0001' },
    { id: 'b', code: 'NA', amount: '-0.1000', leaf: false, x0: 12.5 },
  ],
}

describe.each([
  ['plain', ''],
  ['with a byte order mark', '\ufeff'],
])('load.sql, files %s', (_, head) => {
  test('DuckDB has every column with its type and its exact values', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'kemu-load-'))
    writeCsv(folder, [SMALL], ROWS, head)
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    await connection.run(`SET file_search_path = '${folder}'`)
    await connection.run(duckdbLoader([SMALL]))
    const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson()
    expect(await read('SELECT * FROM small')).toEqual([
      {
        ...{ id: 'a', code: '003001', printed: '甲,"乙"', year: 2026 },
        ...{ amount: '12345678901234.0001', leaf: null, x0: null },
      },
      { id: 'b', code: 'NA', printed: '', year: null, amount: '-0.1000', leaf: false, x0: 12.5 },
    ])
    const types = await read("SELECT data_type FROM duckdb_columns() WHERE table_name = 'small'")
    expect(types.map(({ data_type }) => data_type)).toEqual([
      'VARCHAR',
      'VARCHAR',
      'VARCHAR',
      'INTEGER',
      'DECIMAL(18,4)',
      'BOOLEAN',
      'DOUBLE',
    ])
    const comments = await read(
      "SELECT comment FROM duckdb_columns() WHERE column_name IN ('id', 'amount')",
    )
    expect(comments.map(({ comment }) => comment)).toEqual(["标识: It's", '金额: Amount (元)'])
  })
})

/** The part of a loader that speaks of one table. */
function partOf(text: string, begin: string, end: string): string {
  const at = text.indexOf(begin)
  expect(at).toBeGreaterThanOrEqual(0)
  return text.slice(at + begin.length, text.indexOf(end, at + begin.length))
}

describe.each(ALL_TABLES.map((table) => [table.name, table] as const))('%s', (_, table) => {
  test('load.py names every column in order, with a type that keeps it exact', () => {
    const types = partOf(
      partOf(pandasLoader(ALL_TABLES), 'TYPES = {', '\n}'),
      `"${table.name}": {`,
      '}',
    )
    const pairs = [...types.matchAll(/"(\w+)": "(\w+)"/g)].map(([, name, type]) => [name, type])
    const by = {
      text: 'string',
      integer: 'Int64',
      decimal: 'decimal',
      boolean: 'boolean',
      points: 'Float64',
    }
    expect(pairs).toEqual(table.columns.map(({ name, type }) => [name, by[type]]))
  })

  test('load.R names every column in order; codes and amounts are character', () => {
    const classes = partOf(
      partOf(rLoader(ALL_TABLES), 'panel_classes', '\n)'),
      `  ${table.name} = c(`,
      ')',
    )
    const pairs = [...classes.matchAll(/(\w+) = "(\w+)"/g)].map(([, name, type]) => [name, type])
    const by = {
      text: 'character',
      integer: 'integer',
      decimal: 'character',
      boolean: 'logical',
      points: 'numeric',
    }
    expect(pairs).toEqual(table.columns.map(({ name, type }) => [name, by[type]]))
  })

  test('load.do converts numbers only, and keeps the text of an amount beside its double', () => {
    const part = partOf(
      stataLoader(ALL_TABLES),
      `using "${table.name}.csv"`,
      `save "${table.name}.dta"`,
    )
    const loop = (body: string) => {
      const lines = part.split('\n')
      const at = lines.findIndex((line) => line.includes(body))
      return at < 0 ? [] : (lines[at - 1].match(/varlist (.*) \{/)?.[1].split(' ') ?? [])
    }
    const named = (...types: string[]) =>
      table.columns.filter(({ type }) => types.includes(type)).map(({ name }) => name)
    expect(loop('destring')).toEqual(named('integer', 'points'))
    expect(loop('generate byte')).toEqual(named('boolean'))
    expect(loop('generate double')).toEqual(named('decimal'))
    expect([...part.matchAll(/label variable (\w+)/g)].map(([, name]) => name)).toEqual(
      table.columns.map(({ name }) => name),
    )
  })

  test('its names suit Stata: at most 32 characters with _num, no word of its own', () => {
    const reserved =
      /^(_all|_b|byte|_coef|_cons|double|float|if|in|int|long|_n|_N|_pi|_pred|_rc|_skip|str\d*|strL|using|with)$/
    const wrong = table.columns.filter(
      ({ name, type }) =>
        reserved.test(name) ||
        !/^[a-z_][a-z0-9_]*$/.test(name) ||
        name.length + (type === 'decimal' ? '_num'.length : 0) > 32,
    )
    expect(wrong.map(({ name }) => name)).toEqual([])
  })
})
