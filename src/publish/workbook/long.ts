/** 长表: a row for each printed amount of all tables, for pivots and filters. */
import { unitOfCell } from '../../../schemas/amount.js'
import type { BudgetRow, BudgetTable, Column } from '../../../schemas/document.js'
import {
  KEY_LABELS,
  KIND_LABELS,
  KIND_REASON_LABELS,
  PANEL_LABELS,
  PHASE_LABELS,
  ROW_KIND_LABELS,
  TYPE_LABELS,
} from '../../../schemas/labels.js'
import { MEASURE_LABELS } from '../../../schemas/meaning-labels.js'
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
    about: `${Object.values(ROW_KIND_LABELS)
      .map(({ zh }) => zh)
      .join('、')}：明细之和即合计，其中是他行的一部分；空白为无从判断。一栏只有合计时，合计即明细`,
    type: 'text',
  },
  { title: '行类别依据', width: 14, about: '据什么说它是合计、小计、明细或其中', type: 'text' },
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
  { title: '计量', width: 20, about: '该列量的是什么，各地同一名称', type: 'text' },
  { title: '阶段', width: 16, about: '预算或决算，本年或上年', type: 'text' },
  { title: KEY_LABELS.period.zh, width: 8, about: '该数所属年度', type: 'number' },
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
    for (const entries of longRows(home)) list.add(entries)
  }
  list.end()
}

/** What the list needs of a table on its sheet. */
interface Home {
  table: BudgetTable
  sheet: { name: string }
  columns: readonly { column: Column }[]
}

/** The lines of a table, row by row and column by column. */
export function* longRows({ table, sheet, columns }: Home): Generator<Entry[]> {
  const head = [line(sheet.name), line(KIND_LABELS[table.kind].zh)]
  const figures = columns.flatMap(({ column }) => {
    const about = columnEntries(column)
    return isFigure(column) ? [{ column, about }] : []
  })
  for (const row of table.rows) {
    const about = rowEntries(row)
    for (const { column, about: says } of figures) {
      const cell = row.cells[column.id]
      if (!cell || cell.value === null) continue
      const page = { value: cell.page, look: LOOKS.count }
      const unit = line(column.type === 'amount' ? unitOfCell(table, row, column) : '')
      yield [...head, page, ...about, ...says, amountCell(cell), line(cell.text), unit]
    }
  }
}

function columnEntries(column: Column): Entry[] {
  const { path, measure, phase, year } = column
  return [
    line(path.join(' / ')),
    line(columnZh(column)),
    line(measure && MEASURE_LABELS[measure].zh),
    line(phase && PHASE_LABELS[phase].zh),
    { value: year, look: LOOKS.count },
  ]
}

function rowEntries(row: BudgetRow): Entry[] {
  return [
    line(row.panel && PANEL_LABELS[row.panel].zh),
    line(row.kind && ROW_KIND_LABELS[row.kind].zh),
    line(KIND_REASON_LABELS[row.kindReason].zh),
    { value: row.level, look: LOOKS.count },
    line(row.unitCode),
    line(row.unitName),
    line(row.code),
    line(row.governmentCode),
    line(row.name),
  ]
}
