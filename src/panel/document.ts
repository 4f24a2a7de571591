/** BudgetDocument -> its rows in every table of the panel; what other documents decide (versions) is left open. */
import { allChecks } from '../../schemas/check.js'
import type { BudgetDocument, BudgetTable, Check, Rule, Term } from '../../schemas/document.js'
import { identitiesOf } from '../../schemas/identity.js'
import { OUTCOMES } from '../../schemas/panel/values.js'
import { regionOf } from '../../schemas/regions/region.js'
import { type CheckRows, checkRows, type Facts } from './checks.js'
import { codeSights } from './codes.js'
import { documentKey, Occurrences, tableKey } from './keys.js'
import { type NarrativeRows, narrativeRows } from './narrative.js'
import { ownerScope } from './owners.js'
import { type PerformanceRows, performanceRows } from './performance.js'
import { type Fact, type Row, type TableFacts, tableFacts } from './table.js'
import { unitOf } from './units.js'

/** Rows by table of the panel. */
export type PanelRows = Record<
  'documents' | 'tables' | 'narrative_facts' | 'checks' | 'check_terms' | 'issues' | 'codes',
  Row[]
> &
  PerformanceRows & { facts: Fact[] }

export interface Source {
  /** The path of the output below the folder given. */
  file: string
  /** The folder of that path. */
  collection: string | null
}

export function panelRows(document: BudgetDocument, source: Source): PanelRows {
  const id = documentKey(document.source.sha256)
  const { fiscalYear } = document.report
  const shared = {
    document_id: id,
    fiscal_year: fiscalYear,
    collection: source.collection,
    ...{ mof_div_code: null, mof_div_name: null },
  }
  const seen = new Occurrences()
  const tables = document.tables.map((table) =>
    tableFacts(document, table, tableKey(id, table, seen), shared),
  )
  const narrative = narrativeRows(document, shared)
  const checks = checkRows(factsOf(document, id, tables, narrative), allChecks(document))
  const facts = tables.flatMap((table) => table.facts)
  for (const { own } of facts) own.check_outcome = checks.worst.get(own.fact_id as string) ?? null
  for (const row of narrative.rows)
    row.check_outcome = checks.worst.get(row.narrative_id as string) ?? null
  return {
    documents: [documentRow(document, source, id, facts.length, checks)],
    tables: tables.map((table) => tableRow(id, table, checks)),
    facts,
    narrative_facts: narrative.rows,
    checks: checks.checks,
    check_terms: checks.terms,
    issues: issueRows(document, id, tables),
    ...performanceRows(document, id, new Map(tables.map(({ table, key }) => [table.id, key]))),
    codes: codeSights(document),
  }
}

function factsOf(
  { facts: said, performance }: BudgetDocument,
  document: string,
  tables: readonly TableFacts[],
  { keys }: NarrativeRows,
): Facts {
  const byId = new Map(said.map((fact) => [fact.id, fact]))
  const records = new Map(performance.map((record) => [record.id, record]))
  const cells = new Map<string, Row>()
  for (const { table, facts } of tables) {
    for (const { shared, own } of facts)
      cells.set(`${table.id} ${shared.json_row} ${own.json_column}`, own)
  }
  const cellOf = ({ table, row, column }: Term) => cells.get(`${table} ${row} ${column}`)
  const measured = {
    cellUnit: (term: Term) => (cellOf(term)?.unit as BudgetTable['unit'] | undefined) ?? null,
    fact: (id: string) => byId.get(id),
    record: (id: string) => records.get(id),
  }
  return {
    document,
    tables: new Map(tables.map(({ table, key }) => [table.id, { key }])),
    factOf: (term) => (cellOf(term)?.fact_id as string | undefined) ?? null,
    narrativeOf: ({ fact }) => keys.get(fact ?? '') ?? null,
    unitOf: (check) => unitOf(check, measured),
    say: identitiesOf(tables.map(({ table }) => table)),
  }
}

function counts(checks: readonly Row[]): Row {
  const count = (outcome: Check['outcome']) =>
    checks.filter((check) => check.outcome === outcome).length
  return {
    checks_hold: count('holds'),
    checks_rounding: count('rounding'),
    checks_fail: count('fails'),
  }
}

function documentRow(
  document: BudgetDocument,
  { file, collection }: Source,
  id: string,
  facts: number,
  { checks }: CheckRows,
): Row {
  const { source, report, status, tables, issues } = document
  const count = (severity: string) => issues.filter((issue) => issue.severity === severity).length
  return {
    document_id: id,
    source_sha256: source.sha256,
    file,
    collection,
    ...regionOf(report.department, collection),
    source_file: source.file,
    link: addressOf(source.file),
    producer: source.producer,
    pages: source.pages,
    report_kind: report.kind,
    fiscal_year: report.fiscalYear,
    department: report.department,
    scope: report.scope,
    owner_scope: ownerScope(report),
    status,
    tables: tables.length,
    known_tables: tables.filter(({ kind }) => kind !== 'unrecognized').length,
    facts,
    ...counts(checks),
    issues_error: count('error'),
    issues_warning: count('warning'),
    issues_info: count('info'),
  }
}

/** Names with blanks and signs stand in an address as it spells them; lone halves of a pair have no form there. */
export function addressOf(file: string): string {
  const parts = file.replace(/\p{Surrogate}/gu, '\ufffd').split(/[\\/]/)
  return parts.map(encodeURIComponent).join('/')
}

function tableRow(document: string, { table, key, facts }: TableFacts, { checks }: CheckRows): Row {
  const own = checks.filter(({ table_id }) => table_id === key)
  return {
    table_id: key,
    document_id: document,
    json_table: table.id,
    table_kind: table.kind,
    title: table.title,
    ordinal: table.ordinal,
    owner: table.owner,
    unit: table.unit,
    pages: table.pages.join(' ') || null,
    rows: table.rows.length,
    columns: table.columns.length,
    leftover: table.leftover.length,
    facts: facts.length,
    notes: table.notes.join('\n') || null,
    ...counts(own),
    leaf_outcome: leafOutcome(table),
  }
}

const SUMS_OF_ROWS: readonly Rule[] = ['rollup', 'row_names', 'list_sum', 'leaves']

/** What the checks that sum rows come to, where one of them is of a printed total. */
function leafOutcome({ rows, checks }: BudgetTable): Check['outcome'] | null {
  const totals = new Set(rows.filter(({ kind }) => kind === 'total').map(({ id }) => id))
  const sums = checks.filter(({ rule }) => SUMS_OF_ROWS.includes(rule))
  const denied = sums.some(({ rule, outcome }) => rule === 'leaves' && outcome === 'not_applicable')
  const found = new Set(sums.map(({ outcome }) => outcome))
  if (!sums.some(({ left }) => totals.has(left.row ?? ''))) return null
  if (denied && !found.has('fails')) return 'not_applicable'
  return OUTCOMES.findLast((outcome) => found.has(outcome)) ?? null
}

function issueRows(document: BudgetDocument, id: string, tables: readonly TableFacts[]): Row[] {
  const keys = new Map(
    tables.map(({ table, key }: { table: BudgetTable; key: string }) => [table.id, key]),
  )
  const seen = new Occurrences()
  return document.issues.map(({ code, severity, message: said, table, page, bbox }) => {
    const message = said.zh
    const table_id = keys.get(table ?? '') ?? null
    const [x0, top, x1, bottom] = bbox ?? [null, null, null, null]
    const issue_id = seen.distinct(id, table_id, code, severity, message, page, bbox?.join())
    return {
      issue_id,
      document_id: id,
      table_id,
      code,
      severity,
      message,
      page,
      x0,
      top,
      x1,
      bottom,
    }
  })
}
