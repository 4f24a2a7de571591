/** `load.sql`: the CSV files of a panel into DuckDB, every column typed and described. */
import {
  AMOUNT,
  type ColumnType,
  type PanelColumn,
  type PanelTable,
} from '../../../schemas/panel/column.js'
import { printedTexts } from './columns.js'

const TYPES: Record<ColumnType, string> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  decimal: `DECIMAL(${AMOUNT.precision}, ${AMOUNT.scale})`,
  boolean: 'BOOLEAN',
  points: 'DOUBLE',
}

const HEAD = `-- Loads the CSV files beside this script into DuckDB, every column with its type: codes are text,
-- amounts exact decimals. Run it in this folder: duckdb mine.duckdb < load.sql`

export function duckdbLoader(tables: readonly PanelTable[]): string {
  return `${[HEAD, ...tables.map(tableStatement)].join('\n\n')}\n`
}

function tableStatement(table: PanelTable): string {
  const types = table.columns.map(({ name, type }) => `    ${quoted(name)}: '${TYPES[type]}'`)
  const empty = printedTexts(table).map((name) => `coalesce("${name}", '') AS "${name}"`)
  return `CREATE OR REPLACE TABLE "${table.name}" AS
SELECT *${empty.length === 0 ? '' : ` REPLACE (\n    ${empty.join(',\n    ')})`}
FROM read_csv('${table.name}.csv', header = true, delim = ',', quote = '"', escape = '"',
  nullstr = '', columns = {
${types.join(',\n')}
  });
COMMENT ON TABLE "${table.name}" IS ${quoted(`${table.zh}: ${table.en}`)};
${table.columns.map((column) => comment(table, column)).join('\n')}`
}

function comment(table: PanelTable, { name, zh, en, unit }: PanelColumn): string {
  const text = `${zh}: ${en}${unit === null ? '' : ` (${unit})`}`
  return `COMMENT ON COLUMN "${table.name}"."${name}" IS ${quoted(text)};`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
