/** The described tables -> SQL: types, definitions, comments. */
import { AMOUNT, type ColumnType, type PanelTable } from '../../schemas/panel.js'

export const SQL_TYPES: Record<ColumnType, string> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  decimal: `DECIMAL(${AMOUNT.precision}, ${AMOUNT.scale})`,
  boolean: 'BOOLEAN',
  points: 'DOUBLE',
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

export function columnList(table: PanelTable): string {
  return table.columns.map(({ name }) => quoted(name)).join(', ')
}

/** Columns that are never missing are declared so; keys are proved by every build, without an index. */
export function createTable(table: PanelTable, name: string): string {
  const columns = table.columns.map(
    (column) =>
      `${quoted(column.name)} ${SQL_TYPES[column.type]}${column.missing === null ? ' NOT NULL' : ''}`,
  )
  return `CREATE TABLE ${name} (${columns.join(', ')})`
}

/** What a person sees who asks the database: both labels. */
export function comments(table: PanelTable, name: string): string[] {
  return [
    `COMMENT ON TABLE ${name} IS ${literal(`${table.zh} / ${table.en}: ${table.description}`)}`,
    ...table.columns.map(
      ({ name: column, zh, en, description }) =>
        `COMMENT ON COLUMN ${name}.${quoted(column)} IS ${literal(`${zh} / ${en}: ${description}`)}`,
    ),
  ]
}
