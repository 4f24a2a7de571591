/** 数据字典: every column of the workbook, with its meaning, type and unit. */
import type { BudgetDocument } from '../../../schemas/document.js'
import { letters } from '../xlsx/address.js'
import type { Workbook } from '../xlsx/package.js'
import { CHECK_COLUMNS } from './checks.js'
import { FACT_COLUMNS, FACTS_SHEET } from './facts.js'
import { ISSUE_COLUMNS } from './issues.js'
import { List, type ListColumn, text } from './list.js'
import { LONG_COLUMNS } from './long.js'
import { PERFORMANCE_COLUMNS } from './performance.js'
import type { TableSheet } from './table-sheet.js'
import { columnZh, HELD, typeZh } from './words.js'

const COLUMNS: readonly ListColumn[] = [
  { title: '表', width: 30, about: '工作表，点击到该列的表头', type: 'text' },
  { title: '列', width: 6, about: '在工作表上的列', type: 'text' },
  { title: '表头', width: 40, about: '表头，自上而下', type: 'text' },
  { title: '含义', width: 60, about: '表头的含义', type: 'text' },
  { title: '类型', width: 16, about: '该列存放什么', type: 'text' },
  { title: '单位', width: 8, about: '金额的单位', type: 'text' },
  { title: '代号', width: 30, about: '该列在 JSON 里的标识', type: 'text' },
]

export function addDictionary(
  workbook: Workbook,
  tables: ReadonlyMap<string, TableSheet>,
  { facts, performance }: BudgetDocument,
): void {
  const list = new List(workbook, '数据字典', COLUMNS)
  for (const { table, sheet, columns } of tables.values())
    for (const { column, number, header } of columns)
      list.add([
        text(sheet.name, header),
        text(letters(number)),
        text(column.path.join(' / ')),
        text(columnZh(column)),
        text(typeZh(column)),
        text(
          column.type === 'amount'
            ? (column.unit ?? table.unit)
            : column.type === 'percent'
              ? '%'
              : '',
        ),
        text(column.id),
      ])
  for (const [sheet, columns] of [
    [FACTS_SHEET, facts.length > 0 ? FACT_COLUMNS : []],
    ['勾稽', CHECK_COLUMNS],
    ['问题', ISSUE_COLUMNS],
    ['绩效', performance.length > 0 ? PERFORMANCE_COLUMNS : []],
    ['长表', LONG_COLUMNS],
    ['数据字典', COLUMNS],
  ] as const) {
    columns.forEach(({ title, about, type }, i) => {
      list.add(
        [sheet, letters(i + 1), title, about, HELD[type], '', ''].map((value) => text(value)),
      )
    })
  }
  list.end()
}
