/** What fills each table of the panel: SQL over what the store holds of the documents. */
import type { DuckDBConnection } from '@duckdb/node-api'
import { PANEL_TABLES, type PanelTable } from '../../schemas/panel.js'
import { referenceCodes } from './codes.js'
import { rowsOf } from './database.js'
import { columnList, literal } from './ddl.js'
import { collectionOf, type FailedInput } from './input.js'
import { type Owned, ownerIds } from './owners.js'

/** What a table of what all documents decide is filled from; null: it is its documents' rows as they are. */
export function sourceOf(table: PanelTable, failed: readonly FailedInput[]): string | null {
  return SOURCES[table.name]?.(failed) ?? null
}

/** Rows of one statement. */
const BATCH = 500

/** Who is one owner is seen over all documents; the sources join it. */
export async function noteOwners(connection: DuckDBConnection): Promise<void> {
  const owned = await rowsOf<Owned>(
    connection,
    'SELECT document_id, department, collection FROM documents ORDER BY document_id',
  )
  await connection.run(
    'CREATE OR REPLACE TEMP TABLE owners (document_id VARCHAR, owner_id VARCHAR)',
  )
  const ids = [...ownerIds(owned)]
  for (let at = 0; at < ids.length; at += BATCH)
    await connection.run(`INSERT INTO owners VALUES ${valuesOf(ids.slice(at, at + BATCH))}`)
}

/** The rule of `preferred`, as the description of the column states it. */
const PREFERENCE = `CASE status WHEN 'ok' THEN 0 WHEN 'review' THEN 1 ELSE 2 END,
  known_tables DESC, checks_fail, facts DESC, document_id`

/** What all documents decide: the table of a part has none of it. */
export const DECIDED = [
  'owner_id',
  'disclosure',
  'version',
  'versions',
  'preferred',
  'preference',
  'files',
] as const

const DOCUMENTS = `
  WITH owned AS (
    SELECT * EXCLUDE (${DECIDED.join(', ')}), owners.owner_id,
      CASE WHEN owners.owner_id IS NOT NULL AND fiscal_year IS NOT NULL AND report_kind IS NOT NULL THEN
        concat_ws('|', owners.owner_id, coalesce(owner_scope, 'unknown'), fiscal_year, report_kind) END AS disclosure
    FROM documents LEFT JOIN owners USING (document_id)
  ), ranked AS (
    SELECT *,
      row_number() OVER (PARTITION BY coalesce(disclosure, document_id) ORDER BY ${PREFERENCE})::INTEGER AS version,
      count(*) OVER (PARTITION BY coalesce(disclosure, document_id))::INTEGER AS versions
    FROM owned
  ), shared AS (SELECT document_id, count(*)::INTEGER AS files FROM inputs GROUP BY ALL)
  SELECT ranked.*, files, disclosure IS NOT NULL AND version = 1 AS preferred,
    CASE WHEN disclosure IS NULL THEN 'incomplete_key' WHEN versions = 1 THEN 'only'
      WHEN version = 1 THEN 'best' ELSE 'other_version' END AS preference
  FROM ranked JOIN shared USING (document_id)`

type Source = (failed: readonly FailedInput[]) => string

export function valuesOf(rows: readonly (readonly (string | number | null)[])[]): string {
  const text = (value: string | number | null) =>
    value === null ? 'NULL' : typeof value === 'number' ? String(value) : literal(value)
  return rows.map((row) => `(${row.map(text).join(', ')})`).join(', ')
}

function columnsOf(name: string): string {
  return columnList(PANEL_TABLES.find((table) => table.name === name) as PanelTable)
}

const SOURCES: Record<string, Source> = {
  documents: () => `SELECT ${columnsOf('documents')} FROM (${DOCUMENTS}) ORDER BY document_id`,
  files: (failed) => {
    const rows = failed.map(({ file, status, error }) => [file, collectionOf(file), status, error])
    const others =
      rows.length === 0
        ? ''
        : `UNION ALL SELECT file, collection, NULL, status, false, error
           FROM (VALUES ${valuesOf(rows)}) AS failed (file, collection, status, error)
           WHERE file NOT IN (SELECT file FROM inputs)`
    return `SELECT * FROM (
      SELECT inputs.file,
        nullif(regexp_replace(inputs.file, '/?[^/]*$', ''), '') AS collection,
        document_id, status, coalesce(loaded.file <> inputs.file, false) AS duplicate, error
      FROM inputs LEFT JOIN loaded USING (document_id) WHERE status <> 'ignored'
      ${others}) ORDER BY file`
  },
  codes: () => {
    const listed = referenceCodes().map((row) => [
      ...[row.system, row.code, row.fiscal_year, row.name, row.reference_grade],
    ]) as (string | number | null)[][]
    return `SELECT system, code, fiscal_year, name, ((length(code) - 1) // 2)::INTEGER AS level,
        CASE WHEN length(code) > 3 THEN left(code, length(code) - 2) END AS parent_code,
        coalesce(documents, 0)::INTEGER AS documents, reference_grade
      FROM (SELECT system, code, fiscal_year, name, count(*) AS documents FROM codes GROUP BY ALL)
      FULL JOIN (SELECT * FROM (VALUES ${valuesOf(listed)})
        AS listed (system, code, fiscal_year, name, reference_grade)) AS listed
      USING (system, code, fiscal_year, name)
      ORDER BY system, code, fiscal_year, name`
  },
}
