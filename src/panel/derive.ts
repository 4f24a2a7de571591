/** Fills the tables that sum up the others: `crosswalk`, `coverage` and `quality`. */
import type { PanelTable } from '../../schemas/panel/column.js'
import { COVERAGE, CROSSWALK, QUALITY } from '../../schemas/panel/derived.js'
import { coverageOf } from './coverage.js'
import { type Crossing, crosswalk } from './crosswalk.js'
import { columnList, literal } from './ddl.js'
import type { Query, Value } from './query.js'
import { nameSights } from './sights.js'

/** Rows of one statement. */
const BATCH = 500

/** @param tables those of the documents; the derived ones stand empty in the database */
export async function fillDerived(query: Query, tables: readonly PanelTable[]): Promise<void> {
  await insertRows(query, CROSSWALK, crosswalk(await nameSights(query)).map(toRow))
  await query(`INSERT INTO "${QUALITY.name}" (${columnList(QUALITY)}) ${MATRIX}`)
  const counted = [...tables, CROSSWALK, QUALITY]
  for (const table of counted)
    await query(`INSERT INTO "${COVERAGE.name}" ${coverageOf(table, counted)}`)
}

/** Documents without a table count too: their tables are blank. */
const MATRIX = `
  SELECT d.collection, d.fiscal_year, d.report_kind, t.table_kind,
    count(DISTINCT d.document_id)::INTEGER,
    count(DISTINCT d.document_id) FILTER (d.preferred)::INTEGER,
    count(t.table_id)::INTEGER, coalesce(sum(t.facts), 0)::INTEGER,
    coalesce(sum(t.checks_hold), 0)::INTEGER, coalesce(sum(t.checks_rounding), 0)::INTEGER,
    coalesce(sum(t.checks_fail), 0)::INTEGER
  FROM documents d LEFT JOIN tables t USING (document_id)
  GROUP BY ALL
  ORDER BY d.collection NULLS LAST, d.fiscal_year NULLS LAST, d.report_kind NULLS LAST,
    t.table_kind NULLS LAST`

function toRow({ evidence_codes, evidence_documents, ...rest }: Crossing): Record<string, Value> {
  return {
    ...rest,
    evidence_codes: evidence_codes.join(' ') || null,
    evidence_documents: evidence_documents.join(' ') || null,
  }
}

async function insertRows(
  query: Query,
  table: PanelTable,
  rows: readonly Record<string, Value>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const values = rows
      .slice(at, at + BATCH)
      .map((row) => `(${table.columns.map(({ name }) => sqlValue(row[name])).join(', ')})`)
    await query(`INSERT INTO "${table.name}" (${columnList(table)}) VALUES ${values.join(', ')}`)
  }
}

function sqlValue(value: Value): string {
  return typeof value === 'string' ? literal(value) : String(value)
}
