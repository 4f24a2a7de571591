/** Rows in the order of their documents, in lots that are sorted within little memory. */
import type { DuckDBConnection } from '@duckdb/node-api'
import type { PanelTable } from '../../schemas/panel.js'
import { rowsOf } from './database.js'
import { columnList, literal } from './ddl.js'

/**
 * So many at once. 1,626,455 facts of 400 large documents were more than DuckDB sorts within 192 MB; 1,297,326 of small
 * ones were not.
 */
const MOST_ROWS = 400_000

interface Sized {
  document_id: string
  rows: bigint | number
}

/**
 * In the order of documents and, within one, of the page: queries to be run one after the other.
 * @param most a document with more rows is a lot by itself
 */
export async function inLots(
  connection: DuckDBConnection,
  table: PanelTable,
  most = MOST_ROWS,
): Promise<string[]> {
  const sized = await rowsOf<Sized>(
    connection,
    `SELECT document_id, count(*) AS rows FROM ${table.name} GROUP BY ALL ORDER BY ALL`,
  )
  const lots = lotsOf(sized, most)
  return (lots.length < 2 ? [null] : lots).map((lot) => {
    const within = lot ? `WHERE document_id BETWEEN ${literal(lot[0])} AND ${literal(lot[1])}` : ''
    return `SELECT ${columnList(table)} FROM ${table.name} ${within} ORDER BY document_id, place`
  })
}

/** The first and the last document of each. */
function lotsOf(sized: readonly Sized[], most: number): [first: string, last: string][] {
  const lots: [string, string][] = []
  let taken = Number.POSITIVE_INFINITY
  for (const { document_id, rows } of sized) {
    const isFull = taken + Number(rows) > most
    if (isFull) lots.push([document_id, document_id])
    else lots[lots.length - 1][1] = document_id
    taken = isFull ? Number(rows) : taken + Number(rows)
  }
  return lots
}
