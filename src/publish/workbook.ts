/** BudgetDocument -> XLSX: 说明, a sheet for each table as published, and the lists. */
import type { BudgetDocument } from '../../schemas/document.js'
import { CHECKS } from './workbook/checks.js'
import { DICTIONARY } from './workbook/dictionary.js'
import { FACTS, factPlaces } from './workbook/facts.js'
import { failuresByTable } from './workbook/failures.js'
import { addFront } from './workbook/front.js'
import { ISSUES } from './workbook/issues.js'
import { addList } from './workbook/list.js'
import { LONG } from './workbook/long.js'
import { PERFORMANCE } from './workbook/performance.js'
import { Source } from './workbook/source.js'
import { addTable, type TableSheet } from './workbook/table-sheet.js'
import { documentZh } from './workbook/words.js'
import { Workbook } from './xlsx/workbook.js'

/** In the order of their sheets, behind the tables. */
const LISTS = [FACTS, CHECKS, ISSUES, PERFORMANCE, LONG, DICTIONARY]

export async function toXlsx(document: BudgetDocument): Promise<Uint8Array> {
  const workbook = new Workbook(documentZh(document))
  const source = new Source(document)
  const failures = failuresByTable(document)
  const lists = LISTS.filter(({ isIn }) => isIn?.(document) ?? true)
  const front = workbook.names.take('说明')
  const named = inOrder(document.tables).map((table, i) => {
    return { table, name: workbook.names.take(`${i + 1} ${table.title || '未识别'}`) }
  })
  addFront(workbook, front, { document, source, tables: named, lists })
  const tables = new Map<string, TableSheet>()
  for (const { table, name } of named)
    tables.set(table.id, addTable(workbook, name, table, source, failures.get(table.id)))
  const book = { document, source, tables, facts: factPlaces(document), lists }
  for (const list of lists) addList(workbook, list, book)
  return workbook.bytes()
}

/** As published; tables of no known kind come last. */
function inOrder(tables: BudgetDocument['tables']): BudgetDocument['tables'] {
  const isKnown = ({ kind }: BudgetDocument['tables'][number]) => kind !== 'unrecognized'
  return [...tables.filter(isKnown), ...tables.filter((table) => !isKnown(table))]
}
