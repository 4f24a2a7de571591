/** How far each variable is filled, by year and folder: counted in the panel itself. */
import type { PanelTable } from '../../schemas/panel/column.js'
import type { Query } from './query.js'

export interface Covered {
  table_name: string
  variable: string
  fiscal_year: number | null
  collection: string | null
  rows: number
  present: number
}

/** @returns a row per variable, year and folder, in the order of the schema */
export async function coverageOf(query: Query, tables: readonly PanelTable[]): Promise<Covered[]> {
  const rows: Covered[] = []
  for (const table of tables) {
    const counts = await query(countsOf(table, tables))
    for (const { name } of table.columns)
      for (const count of counts)
        rows.push({
          ...{ table_name: table.name, variable: name },
          fiscal_year: count[' year'] === null ? null : Number(count[' year']),
          collection: count[' collection'] === null ? null : String(count[' collection']),
          ...{ rows: Number(count[' rows']), present: Number(count[name]) },
        })
  }
  return rows
}

/** Year and folder are those of the table itself, else of the document that it belongs to. */
function countsOf(table: PanelTable, tables: readonly PanelTable[]): string {
  const path = pathToDocuments(table, tables)
  const last = path.at(-1)
  const place = (name: string) => {
    if (table.columns.some((column) => column.name === name)) return `"${table.name}"."${name}"`
    return last === undefined ? 'NULL' : `documents."${name}"`
  }
  const counts = table.columns.map(
    ({ name }) => `count("${table.name}"."${name}")::INTEGER AS "${name}"`,
  )
  return `SELECT ${place('fiscal_year')} AS " year", ${place('collection')} AS " collection",
    count(*)::INTEGER AS " rows", ${counts.join(', ')}
  FROM "${table.name}" ${path.join(' ')}
  GROUP BY 1, 2 ORDER BY 1 NULLS LAST, 2 NULLS LAST`
}

/** Joins along foreign keys: terms belong to checks, and checks to documents. */
function pathToDocuments(table: PanelTable, tables: readonly PanelTable[]): string[] {
  for (const key of table.foreignKeys) {
    const next = tables.find(({ name }) => name === key.table) as PanelTable
    if (next.name === table.name) continue
    const rest = next.name === 'documents' ? [] : pathToDocuments(next, tables)
    if (next.name !== 'documents' && rest.length === 0) continue
    const on = key.columns.map(
      (column, i) => `"${table.name}"."${column}" = "${next.name}"."${key.references[i]}"`,
    )
    return [`LEFT JOIN "${next.name}" ON ${on.join(' AND ')}`, ...rest]
  }
  return []
}
