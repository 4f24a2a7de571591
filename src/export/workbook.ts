/** BudgetDocument -> XLSX: a sheet for each table between an overview and the checks. */
import ExcelJS from 'exceljs'
import type { BudgetDocument, BudgetTable, Check, Term } from '../../schemas/document.js'
import { pack, STORED } from './pack.js'
import { fillSheet } from './sheet.js'
import { fitColumns, HEADER_FILL, SheetNames, writeText } from './style.js'

/** Nothing in the file says when it was made: the same document gives the same bytes. */
const EPOCH = new Date(Date.UTC(2000, 0, 1))

export async function toXlsx(document: BudgetDocument): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'kemu'
  workbook.created = EPOCH
  workbook.modified = EPOCH
  const names = new SheetNames()
  const overview = workbook.addWorksheet(names.take('概览'))
  const sheets = document.tables.map((table, i) => {
    const sheet = workbook.addWorksheet(names.take(`${i + 1} ${table.title || '未识别'}`))
    fillSheet(sheet, table)
    return sheet.name
  })
  fillOverview(overview, document, sheets)
  fillChecks(workbook.addWorksheet(names.take('勾稽')), document)
  fillIssues(workbook.addWorksheet(names.take('问题')), document)
  return pack(new Uint8Array(await workbook.xlsx.writeBuffer(STORED as object)))
}

function addTextRow(
  sheet: ExcelJS.Worksheet,
  texts: (string | number | null)[],
  bold = false,
): ExcelJS.Row {
  const row = sheet.addRow([])
  texts.forEach((text, i) => {
    const cell = row.getCell(i + 1)
    if (typeof text === 'number') cell.value = text
    else writeText(cell, text ?? '')
    if (bold) {
      cell.font = { bold: true }
      cell.fill = HEADER_FILL
    }
  })
  return row
}

function fillOverview(sheet: ExcelJS.Worksheet, document: BudgetDocument, sheets: string[]): void {
  const { source, report } = document
  addTextRow(sheet, ['文件', source.file])
  addTextRow(sheet, ['SHA-256', source.sha256])
  addTextRow(sheet, ['单位', report.department])
  addTextRow(sheet, ['年度', report.fiscalYear])
  addTextRow(sheet, [
    '报告',
    report.kind === 'final_accounts' ? '决算' : report.kind === 'budget' ? '预算' : '',
  ])
  addTextRow(sheet, [
    '范围',
    report.scope === 'unit' ? '单位' : report.scope === 'department' ? '部门' : '',
  ])
  addTextRow(sheet, ['状态', document.status])
  sheet.addRow([])
  addTextRow(
    sheet,
    ['表', '种类', '页', '单位', '行', '勾稽相符', '四舍五入', '不符', '遗留'],
    true,
  )
  document.tables.forEach((table, i) => {
    const count = (outcome: Check['outcome']) =>
      table.checks.filter((check) => check.outcome === outcome).length
    const row = addTextRow(sheet, [
      '',
      table.kind,
      table.pages.join(', '),
      table.unit,
      table.rows.length,
      count('holds'),
      count('rounding'),
      count('fails'),
      table.leftover.length,
    ])
    row.getCell(1).value = { text: sheets[i], hyperlink: `#'${sheets[i]}'!A1` }
  })
  sheet.views = [{ state: 'frozen', ySplit: 9 }]
  sheet.pageSetup = { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToHeight: 0 }
  fitColumns(sheet, 8, 60)
}

function fillChecks(sheet: ExcelJS.Worksheet, document: BudgetDocument): void {
  addTextRow(sheet, ['表', '关系', '左', '左值', '右', '右值', '差额', '容差', '结果'], true)
  const tables = new Map(document.tables.map((table) => [table.id, table]))
  const checks = [...document.tables.flatMap((table) => table.checks), ...document.checks]
  for (const check of checks) {
    const row = addTextRow(sheet, [
      tables.get(check.left.table)?.title ?? '',
      check.identity,
      termLabel(tables, check.left),
      check.left.value,
      check.right.map((term) => termLabel(tables, term)).join('；'),
      check.right.map((term) => term.value).join(' + '),
      check.difference,
      check.tolerance,
      check.outcome,
    ])
    if (check.outcome === 'fails') row.getCell(9).font = { bold: true, color: { argb: 'FFC00000' } }
  }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  sheet.pageSetup = { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToHeight: 0 }
  fitColumns(sheet, 8, 50)
}

function termLabel(tables: Map<string, BudgetTable>, term: Term): string {
  const path = tables
    .get(term.table)
    ?.columns.find((column) => column.id === term.column)
    ?.path.join('/')
  return `${term.label}（${path ?? term.column}）`
}

function fillIssues(sheet: ExcelJS.Worksheet, document: BudgetDocument): void {
  addTextRow(sheet, ['程度', '问题', '说明', '表', '页'], true)
  for (const issue of document.issues) {
    addTextRow(sheet, [issue.severity, issue.code, issue.message, issue.table, issue.page])
  }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  sheet.pageSetup = { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToHeight: 0 }
  fitColumns(sheet, 8, 90)
}
