/** 数据字典: every column of the workbook, with its meaning, type and unit. */
import { letters } from '../xlsx/address.js'
import type { SheetCell } from '../xlsx/sheet.js'
import { text } from './cells.js'
import type { Book, ListSheet } from './list.js'
import type { TableSheet } from './table-sheet.js'
import { columnZh, HELD, typeZh } from './words.js'

const COLUMNS: ListSheet['columns'] = [
  { title: '表', width: 30, about: '工作表，点击到该列的表头', type: 'text' },
  { title: '列', width: 6, about: '在工作表上的列', type: 'text' },
  { title: '表头', width: 40, about: '表头，自上而下', type: 'text' },
  { title: '含义', width: 60, about: '表头的含义', type: 'text' },
  { title: '类型', width: 16, about: '该列存放什么', type: 'text' },
  { title: '单位', width: 8, about: '金额的单位', type: 'text' },
  { title: '代号', width: 30, about: '该列在 JSON 里的标识', type: 'text' },
]

export const DICTIONARY: ListSheet = { name: '数据字典', columns: COLUMNS, rows }

function* rows({ tables, lists }: Book): Generator<SheetCell[]> {
  for (const table of tables.values()) yield* tableRows(table)
  for (const { name, columns } of lists)
    for (const [i, { title, about, type }] of columns.entries())
      yield [name, letters(i + 1), title, about, HELD[type], '', ''].map((value) => text(value))
}

function* tableRows({ name, table, columns }: TableSheet): Generator<SheetCell[]> {
  for (const { column, number, header } of columns)
    yield [
      text(name, header),
      text(letters(number)),
      text(column.path.join(' / ')),
      text(columnZh(column)),
      text(typeZh(column)),
      text(UNITS[column.type] ?? (column.type === 'amount' ? (column.unit ?? table.unit) : '')),
      text(column.id),
    ]
}

const UNITS: Partial<Record<string, string>> = { percent: '%' }
