/** How far each variable is filled, by year and folder: counted in the panel itself. */
import type { PanelTable } from '../../schemas/panel/column.js'

/** @returns the SQL that gives the rows of `coverage` for a table, in the order of its variables */
export function coverageOf(table: PanelTable, tables: readonly PanelTable[]): string {
  const names = table.columns.map(({ name }) => `'${name}'`).join(', ')
  return `SELECT '${table.name}' AS table_name, variable, fiscal_year, collection, "rows", present
  FROM (UNPIVOT (${countsOf(table, tables)}) ON ${table.columns.map(({ name }) => `" ${name}"`).join(', ')}
    INTO NAME spaced VALUE present), LATERAL (SELECT ltrim(spaced) AS variable)
  ORDER BY list_position([${names}], variable), fiscal_year NULLS LAST, collection NULLS LAST`
}

/**
 * Year and folder are those of the table itself, else of the document that it belongs to. A blank before
 * the names of counts keeps them apart from year and folder, which a table can have too.
 */
function countsOf(table: PanelTable, tables: readonly PanelTable[]): string {
  const path = pathToDocuments(table, tables)
  const place = (name: string) => {
    if (table.columns.some((column) => column.name === name)) return `"${table.name}"."${name}"`
    return path.length === 0 ? 'NULL' : `documents."${name}"`
  }
  const counts = table.columns.map(
    ({ name }) => `count("${table.name}"."${name}")::INTEGER AS " ${name}"`,
  )
  return `SELECT ${place('fiscal_year')} AS fiscal_year, ${place('collection')} AS collection,
    count(*)::INTEGER AS "rows", ${counts.join(', ')}
  FROM "${table.name}" ${path.join(' ')} GROUP BY 1, 2`
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
