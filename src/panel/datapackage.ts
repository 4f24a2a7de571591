/**
 * `datapackage.json`: a Tabular Data Package with the column types of the Fiscal Data Package 1.0. The
 * profile is the tabular one: the published `fiscal-data-package` profile still demands the model of 0.3.
 */
import type { ColumnType, ForeignKey, PanelColumn, PanelTable } from '../../schemas/panel/column.js'

/** A file of the panel, as written. */
export interface WrittenFile {
  /** Relative to the folder of the panel. */
  path: string
  bytes: number
  sha256: string
}

export interface Described {
  title: string
  version: string
  tables: readonly PanelTable[]
  /** The CSV file of a table, by the table's name. */
  files: ReadonlyMap<string, WrittenFile>
}

const TYPES: Record<ColumnType, string> = {
  text: 'string',
  integer: 'integer',
  decimal: 'number',
  boolean: 'boolean',
  points: 'number',
}

/** Columns that the package has for every row alike, and the files therefore do not. */
const CURRENCY = {
  name: 'currency',
  type: 'string',
  columnType: 'value-currency:code',
  constant: 'CNY',
}

export function dataPackage({ title, version, tables, files }: Described): object {
  return {
    profile: 'tabular-data-package',
    name: 'kemu-panel',
    title,
    version,
    description:
      'Amounts of published department budgets and final accounts, each checked and traceable to page and box. See codebook.md and quality.md.',
    resources: tables.map((table) => resource(table, files.get(table.name) as WrittenFile)),
  }
}

function resource(table: PanelTable, file: WrittenFile): object {
  return {
    profile: 'tabular-data-resource',
    name: table.name,
    title: table.en,
    titleZh: table.zh,
    description: table.description,
    path: file.path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, header: true },
    schema: schemaOf(table),
  }
}

function schemaOf(table: PanelTable): object {
  const { columns, primaryKey, foreignKeys } = table
  const isFiscal = columns.some(({ fiscalType }) => fiscalType === 'value')
  return {
    fields: columns.map((column) => field(column, primaryKey)),
    missingValues: [''],
    ...(primaryKey.length === 0 ? {} : { primaryKey }),
    ...(foreignKeys.length === 0 ? {} : { foreignKeys: foreignKeys.map(foreignKey) }),
    ...(isFiscal ? { extraFields: [CURRENCY] } : {}),
  }
}

function field(column: PanelColumn, primaryKey: readonly string[]): object {
  const { name, type, zh, en, description, unit, values, missing, source, fiscalType } = column
  return {
    name,
    type: TYPES[type],
    ...(type === 'boolean' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
    title: en,
    titleZh: zh,
    description,
    ...(fiscalType === null ? {} : { columnType: fiscalType }),
    ...(unit === null ? {} : { unit }),
    ...(missing === null ? {} : { missing }),
    source,
    ...(values === null ? {} : { labels: values }),
    constraints: constraintsOf(column, primaryKey),
  }
}

function constraintsOf(column: PanelColumn, primaryKey: readonly string[]): object {
  const { name, pattern, values } = column
  return {
    ...(isRequired(column) || primaryKey.includes(name) ? { required: true } : {}),
    ...(pattern === null ? {} : { pattern: `^(?:${pattern})$` }),
    ...(values === null ? {} : { enum: values.map(({ value }) => value) }),
  }
}

/** A text that is never missing can still be empty where nothing is printed; CSV does not tell them apart. */
function isRequired({ type, missing, pattern, values }: PanelColumn): boolean {
  return missing === null && (type !== 'text' || pattern !== null || values !== null)
}

function foreignKey({ columns, table, references }: ForeignKey): object {
  return { fields: columns, reference: { resource: table, fields: references } }
}
