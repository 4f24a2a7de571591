/** 长表: a row for each printed amount of all tables, for pivots and filters. */
import type { BudgetRow } from '../../../schemas/document.js'
import {
  KEY_LABELS,
  KIND_LABELS,
  PANEL_LABELS,
  ROW_KIND_LABELS,
  TYPE_LABELS,
} from '../../../schemas/labels.js'
import type { Workbook } from '../xlsx/package.js'
import { isFigure } from './columns.js'
import { type Entry, List, type ListColumn, line } from './list.js'
import { amountCell, LOOKS } from './looks.js'
import type { TableSheet } from './table-sheet.js'
import { columnZh } from './words.js'

export const LONG_COLUMNS: readonly ListColumn[] = [
  { title: '表', width: 24, about: '所在的工作表', type: 'text' },
  { title: '种类', width: 24, about: '表的种类', type: 'text' },
  { title: '页', width: 6, about: 'PDF 的页，从 1 起', type: 'number' },
  { title: '栏', width: 14, about: '左右并列的表里，所在的一栏', type: 'text' },
  {
    title: '行类别',
    width: 8,
    about: '合计、小计（有下级）或明细；只加明细，才不重复',
    type: 'text',
  },
  { title: '级次', width: 6, about: '0 合计，1 类，2 款，3 项', type: 'number' },
  { title: KEY_LABELS.unit_code.zh, width: 10, about: '原样，前导零保留', type: 'text' },
  { title: KEY_LABELS.unit_name.zh, width: 22, about: '该行所属单位，表内列出时', type: 'text' },
  {
    title: KEY_LABELS.code.zh,
    width: 12,
    about: '完整编码：类 3 位、款 5 位、项 7 位',
    type: 'text',
  },
  { title: '政府科目编码', width: 12, about: '政府预算支出经济分类编码', type: 'text' },
  { title: KEY_LABELS.name.zh, width: 32, about: '行的名称，不含序号和缩进', type: 'text' },
  { title: '列', width: 30, about: '表头，自上而下', type: 'text' },
  { title: '列义', width: 24, about: '表头的含义，各地写法归一', type: 'text' },
  {
    title: TYPE_LABELS.amount.zh,
    width: 16,
    about: '按“单位”列所列单位；数值不能精确表示时为文本',
    type: 'number',
  },
  { title: '原文', width: 16, about: '金额在 PDF 上的写法', type: 'text' },
  { title: '单位', width: 6, about: '该表的金额单位', type: 'text' },
]

export function addLong(workbook: Workbook, tables: ReadonlyMap<string, TableSheet>): void {
  const list = new List(workbook, '长表', LONG_COLUMNS)
  for (const home of tables.values()) {
    for (const entries of tableRows(home)) list.add(entries)
  }
  list.end()
}

function* tableRows({ table, sheet, columns }: TableSheet): Generator<Entry[]> {
  const parents = new Set(table.rows.map(({ parent }) => parent))
  const head = [line(sheet.name), line(KIND_LABELS[table.kind].zh)]
  const figures = columns.flatMap(({ column }) => {
    const about = [line(column.path.join(' / ')), line(columnZh(column))]
    const unit = line(column.type === 'amount' ? table.unit : '')
    return isFigure(column) ? [{ id: column.id, about, unit }] : []
  })
  for (const row of table.rows) {
    const about = rowEntries(row, parents.has(row.id))
    for (const { id, about: column, unit } of figures) {
      const cell = row.cells[id]
      if (!cell || cell.value === null) continue
      const page = { value: cell.page, look: LOOKS.count }
      yield [...head, page, ...about, ...column, amountCell(cell), line(cell.text), unit]
    }
  }
}

function rowEntries(row: BudgetRow, isParent: boolean): Entry[] {
  return [
    line(row.panel && PANEL_LABELS[row.panel].zh),
    line(rowClass(row, isParent)),
    { value: row.level, look: LOOKS.count },
    line(row.unitCode),
    line(row.unitName),
    line(row.code),
    line(row.governmentCode),
    line(row.name),
  ]
}

/** What has rows below it repeats their amounts, whatever it is called. */
export function rowClass(row: BudgetRow, isParent: boolean): string {
  if (row.role === 'total') return ROW_KIND_LABELS.total.zh
  const isSum = row.role === 'subtotal' || isParent
  return isSum ? ROW_KIND_LABELS.subtotal.zh : ROW_KIND_LABELS.leaf.zh
}
