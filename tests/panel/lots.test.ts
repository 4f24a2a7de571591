/** Rows are sorted in lots of whole documents: the same rows in the same order, in little memory. */
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { PANEL_TABLES, type PanelTable } from '../../schemas/panel.js'
import { inLots } from '../../src/panel/lots.js'

const ISSUES = PANEL_TABLES.find(({ name }) => name === 'issues') as PanelTable

/** So many rows of each document, the last first. */
async function storeOf(rows: Record<string, number>) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const columns = ISSUES.columns.filter(({ name }) => name !== 'document_id')
  const typed = columns.map(({ name }) => `"${name}" VARCHAR`).join(', ')
  await connection.run(`CREATE TABLE issues (document_id VARCHAR, place INTEGER, ${typed})`)
  for (const [id, count] of Object.entries(rows))
    await connection.run(
      `INSERT INTO issues (document_id, place, "${columns[0].name}")
       SELECT '${id}', ${count} - n, '${id} ' || (${count} - n) FROM range(${count}) AS r (n)`,
    )
  const all = async (sql: string) =>
    (await connection.runAndReadAll(sql)).getRows().map((row) => row.join('|'))
  return { connection, all }
}

const ROWS = { d: 3, b: 5, a: 2, c: 1, e: 9 }

test.each([
  [20, 1],
  [19, 2],
  [7, 3],
  [1, 5],
])('of %i rows at once there are %i lots, whose rows are all of them in order', async (most, lots) => {
  const { connection, all } = await storeOf(ROWS)
  const queries = await inLots(connection, ISSUES, most)
  expect(queries).toHaveLength(lots)
  const rows: string[] = []
  for (const query of queries) rows.push(...(await all(query)))
  expect(rows).toEqual(
    (await Promise.all((await inLots(connection, ISSUES, 1000)).map(all))).flat(),
  )
  expect(rows).toHaveLength(20)
})

test('of no rows there is one query', async () => {
  const { connection } = await storeOf({})
  expect(await inLots(connection, ISSUES)).toHaveLength(1)
})
