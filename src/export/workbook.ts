/** BudgetDocument -> XLSX: a sheet for each table between an overview and the checks. */
import type { BudgetDocument, BudgetTable, Check, Term } from '../../schemas/document.js'
import { List } from './workbook/list.js'
import { LOOKS } from './workbook/looks.js'
import { addTable, type TableSheet } from './workbook/table-sheet.js'
import { Workbook } from './xlsx/package.js'
import type { Sheet, SheetCell } from './xlsx/sheet.js'

export function toXlsx(document: BudgetDocument): Uint8Array {
  const workbook = new Workbook()
  const overview = workbook.addSheet('概览')
  const tables = document.tables.map((table, i) =>
    addTable(workbook.addSheet(`${i + 1} ${table.title || '未识别'}`), table),
  )
  fillOverview(overview, document, tables)
  addChecks(workbook, document)
  addIssues(workbook, document)
  return workbook.bytes()
}

function listed(values: readonly (string | number | null)[]): SheetCell[] {
  return values.map((value) => ({
    value,
    look: typeof value === 'number' ? LOOKS.count : LOOKS.listed,
  }))
}

function fillOverview(sheet: Sheet, document: BudgetDocument, tables: TableSheet[]): void {
  const { source, report } = document
  const about: [string, string | number | null][] = [
    ['文件', source.file],
    ['SHA-256', source.sha256],
    ['单位', report.department],
    ['年度', report.fiscalYear],
    ['报告', report.kind && (report.kind === 'budget' ? '预算' : '决算')],
    ['范围', report.scope && (report.scope === 'unit' ? '单位' : '部门')],
    ['状态', document.status],
  ]
  for (const [name, value] of about) sheet.add(listed([name, value]))
  sheet.add([])
  const titles = ['表', '种类', '页', '单位', '行', '勾稽相符', '四舍五入', '不符', '遗留']
  sheet.add(titles.map((value) => ({ value, look: LOOKS.header })))
  for (const { table, sheet: target } of tables) {
    const count = (outcome: Check['outcome']) =>
      table.checks.filter((check) => check.outcome === outcome).length
    const row = sheet.add([
      { value: target.name, look: LOOKS.link },
      ...listed([
        table.kind,
        table.pages.join(', '),
        table.unit,
        table.rows.length,
        count('holds'),
        count('rounding'),
        count('fails'),
        table.leftover.length,
      ]),
    ])
    sheet.link(row, 1, { sheet: target.name, row: 1, column: 1 })
  }
  sheet.widths = [36, 40, 12, 8, 8, 10, 10, 8, 8]
}

function addChecks(workbook: Workbook, document: BudgetDocument): void {
  const list = new List(
    workbook,
    '勾稽',
    ['表', '关系', '左', '左值', '右', '右值', '差额', '容差', '结果'],
    50,
  )
  const tables = new Map(document.tables.map((table) => [table.id, table]))
  for (const check of [...document.tables.flatMap((table) => table.checks), ...document.checks]) {
    list.add([
      ...listed([
        tables.get(check.left.table)?.title ?? '',
        check.identity,
        termLabel(tables, check.left),
        check.left.value,
        check.right.map((term) => termLabel(tables, term)).join('；'),
        check.right.map((term) => term.value).join(' + '),
        check.difference,
        check.tolerance,
      ]),
      { value: check.outcome, look: check.outcome === 'fails' ? LOOKS.failed : LOOKS.listed },
    ])
  }
  list.end()
}

function termLabel(tables: Map<string, BudgetTable>, term: Term): string {
  const column = tables.get(term.table)?.columns.find(({ id }) => id === term.column)
  return `${term.label}（${column?.path.join('/') ?? term.column}）`
}

function addIssues(workbook: Workbook, document: BudgetDocument): void {
  const list = new List(workbook, '问题', ['程度', '问题', '说明', '表', '页'], 90)
  for (const { severity, code, message, table, page } of document.issues)
    list.add(listed([severity, code, message, table, page]))
  list.end()
}
