/** Small panels for tests: rows by the schema, as CSV files and as tables of a DuckDB in memory. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { PanelTable } from '../../schemas/panel/column.js'
import type { Query, Row, Value } from '../../src/panel/query.js'

export type Rows = Record<string, Partial<Row>[]>

/** What is not given is blank. */
export function writeCsv(
  folder: string,
  tables: readonly PanelTable[],
  rows: Rows,
  head = '',
): void {
  for (const { name, columns } of tables) {
    const lines = (rows[name] ?? []).map((row) =>
      columns.map((column) => csvCell(row[column.name] ?? null)).join(','),
    )
    const text = [columns.map((column) => column.name).join(','), ...lines].join('\n')
    writeFileSync(path.join(folder, `${name}.csv`), `${head}${text}\n`)
  }
}

function csvCell(value: Value): string {
  const text = value === null ? '' : String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const TYPES = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  decimal: 'DECIMAL(18, 4)',
  boolean: 'BOOLEAN',
  points: 'DOUBLE',
}

/** @returns what the panel answers to SQL, with the rows given in its tables */
export async function panelOf(tables: readonly PanelTable[], rows: Rows): Promise<Query> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  for (const { name, columns } of tables) {
    const types = columns.map((column) => `"${column.name}" ${TYPES[column.type]}`)
    await connection.run(`CREATE TABLE "${name}" (${types.join(', ')})`)
    for (const row of rows[name] ?? []) {
      const values = columns.map((column) => literal(row[column.name] ?? null))
      await connection.run(`INSERT INTO "${name}" VALUES (${values.join(', ')})`)
    }
  }
  return async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson() as Row[]
}

function literal(value: Value): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}

/** A row with what is given, and of what is never missing the plainest value. */
function filled({ columns }: PanelTable, given: Partial<Row>): Row {
  const plain = { text: '', integer: 0, decimal: '0.0000', boolean: false, points: 0 }
  return Object.fromEntries(
    columns.map(({ name, type, missing, values }) => [
      name,
      given[name] ?? (missing === null ? (values?.[0].value ?? plain[type]) : null),
    ]),
  )
}

const [A, B, C] = ['a', 'b', 'c'].map((digit) => digit.repeat(16))
const key = (digit: string) => digit.repeat(16)

/** Two years of one owner in one folder, a version of the second, a scan, and an input that failed. */
const GIVEN: Rows = {
  documents: [
    { document_id: A, file: '甲市/2025.json', collection: '甲市', fiscal_year: 2025, files: 2 },
    { document_id: B, file: '甲市/2026.json', collection: '甲市', fiscal_year: 2026, version: 1 },
    {
      document_id: C,
      file: '甲市/2026-新.json',
      collection: '甲市',
      fiscal_year: 2026,
      version: 2,
    },
    { document_id: key('d'), file: 'scan.json', status: 'image_only', known_tables: 0 },
  ].map((row) => ({
    source_sha256: String(row.document_id).repeat(4),
    ...(row.fiscal_year === undefined ? {} : { report_kind: 'budget', department: '甲市某局' }),
    disclosure: row.version === undefined ? null : '甲市某局|department|2026|budget',
    ...{ versions: row.version === undefined ? 1 : 2, preferred: row.document_id !== C },
    ...{ known_tables: 1, tables: 1, facts: 1 },
    ...row,
  })),
  files: [
    { file: '甲市/2025.json', collection: '甲市', document_id: A },
    { file: '甲市/2025-副本.json', collection: '甲市', document_id: A, duplicate: true },
    { file: '甲市/2026.json', collection: '甲市', document_id: B },
    { file: '甲市/2026-新.json', collection: '甲市', document_id: C },
    { file: 'scan.json', document_id: key('d'), status: 'image_only' },
    { file: 'broken.pdf', status: 'timeout', error: 'more than 120 s' },
  ],
  tables: [A, B, C].map((document_id, i) => ({
    ...{ table_id: key(String(i)), document_id, table_kind: 'general_budget_expenditure' },
    ...{ unit: '万元', pages: '3 4', title: '支出表', leaf_outcome: 'holds' },
  })),
  facts: [A, B, C].map((document_id, i) => ({
    ...{
      fact_id: key(String(i + 3)),
      document_id,
      table_id: key(String(i)),
      unit: '万元',
      page: 3,
    },
    ...{
      fiscal_year: i === 0 ? 2025 : 2026,
      collection: '甲市',
      exp_func_code: '201',
      row_kind: 'leaf',
    },
    ...{ amount: i === 2 ? null : '1234567.0000', amount_gap: i === 2 ? 'blank' : null },
    ...{ table_kind: 'general_budget_expenditure', is_leaf: true, agency_code: '003001' },
  })),
  checks: [
    {
      check_id: key('6'),
      document_id: A,
      table_id: key('0'),
      outcome: 'holds',
      identity: '合计 = Σ类',
    },
    {
      check_id: key('7'),
      document_id: B,
      table_id: key('1'),
      outcome: 'fails',
      identity: '合计 = Σ类',
    },
  ].map((row) => ({
    left_amount: '10.0000',
    right_amount: '9.0000',
    difference: '1.0000',
    ...row,
  })),
  narrative_facts: [
    {
      ...{ narrative_id: key('e'), document_id: B, fiscal_year: 2026, collection: '甲市' },
      ...{ subject: 'total_expenditure', narrative_year: 2026, basis: 'budget', page: 2 },
      ...{ amount: '1234567.0000', printed_value: '123.4567', printed_unit: '万元' },
    },
  ],
  check_terms: [
    { check_id: key('7'), side: 'left', position: 1, fact_id: key('4'), label: '合计' },
  ],
  issues: [
    {
      issue_id: key('8'),
      document_id: B,
      table_id: key('1'),
      code: 'unknown_header',
      severity: 'info',
    },
  ],
  projects: [
    {
      ...{ project_id: key('9'), document_id: B, table_id: key('1'), project_name: '物业管理' },
      ...{ pages: '5', indicators: 1, record_kind: 'project_targets' },
    },
  ],
  project_funding: [
    { project_id: key('9'), document_id: B, position: 1, page: 5, amount: '5000.0000' },
  ],
  indicators: [
    { project_id: key('9'), document_id: B, position: 1, page: 5, level3: '面积', operator: '>=' },
  ],
  codes: [{ system: 'functional', code: '201', fiscal_year: 2025, name: '一般公共服务支出' }],
  crosswalk: [
    {
      ...{ system: 'functional', code_from: '20805', code_to: '20805', relation: 'renamed' },
      ...{ from_year: 2019, to_year: 2021, name_from: '旧名', name_to: '新名' },
    },
  ],
  coverage: [{ table_name: 'facts', variable: 'amount', fiscal_year: 2025, rows: 1, present: 1 }],
  quality: [{ collection: '甲市', fiscal_year: 2025, report_kind: 'budget', documents: 1 }],
}

/** @returns the same small panel each time, rows that hold to the schema */
export function smallPanel(tables: readonly PanelTable[]): Record<string, Row[]> {
  return Object.fromEntries(
    tables.map((table) => [table.name, (GIVEN[table.name] ?? []).map((row) => filled(table, row))]),
  )
}
