/** BudgetDocument -> XLSX: 说明, a sheet for each table as published, 文字数据, 勾稽, 问题, 绩效, 长表, 数据字典. */
import type { BudgetDocument } from '../../schemas/document.js'
import { addChecks } from './workbook/checks.js'
import { addDictionary } from './workbook/dictionary.js'
import { addFacts } from './workbook/facts.js'
import { failuresByTable } from './workbook/failures.js'
import { fillFront } from './workbook/front.js'
import { addIssues } from './workbook/issues.js'
import { addLong } from './workbook/long.js'
import { addPerformance } from './workbook/performance.js'
import { addTable } from './workbook/table-sheet.js'
import { documentZh } from './workbook/words.js'
import { Workbook } from './xlsx/package.js'

export function toXlsx(document: BudgetDocument): Uint8Array {
  const workbook = new Workbook()
  const failures = failuresByTable(document)
  const front = workbook.addSheet('说明')
  const sheets = document.tables.map((table, i) => {
    const sheet = workbook.addSheet(`${i + 1} ${table.title || '未识别'}`)
    return addTable(sheet, table, failures.get(table.id))
  })
  const tables = new Map(sheets.map((sheet) => [sheet.table.id, sheet]))
  const lists = workbook.sheets.length
  const facts = addFacts(workbook, document)
  addChecks(workbook, document, tables, facts)
  addIssues(workbook, document, tables)
  addPerformance(workbook, document, tables)
  addLong(workbook, tables)
  addDictionary(workbook, tables, document)
  fillFront(
    front,
    document,
    sheets,
    workbook.sheets.slice(lists).map(({ name }) => name),
  )
  for (const sheet of workbook.sheets) sheet.heading = documentZh(document)
  return workbook.bytes()
}
