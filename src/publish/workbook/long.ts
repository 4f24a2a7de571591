/**
 * 长表: a row for each printed amount of all tables, for pivots and filters. Its columns are the same in every workbook,
 * and each row says its file, owner and year: lists of many workbooks stand below each other as one.
 */
import { POWER, scale, unitOfCell } from '../../../schemas/amount.js'
import type {
  BudgetDocument,
  BudgetRow,
  BudgetTable,
  Cell,
  Column,
} from '../../../schemas/document.js'
import {
  KEY_LABELS,
  KIND_LABELS,
  KIND_REASON_LABELS,
  PANEL_LABELS,
  PHASE_LABELS,
  REPORT_LABELS,
  ROW_KIND_LABELS,
  SCOPE_LABELS,
  TYPE_LABELS,
} from '../../../schemas/labels.js'
import { MEASURE_LABELS } from '../../../schemas/meaning-labels.js'
import { figure, type ListCell, line, listedAmount, number } from './cells.js'
import { isFigure } from './columns.js'
import { type Book, type ListSheet, listed } from './list.js'
import type { Source } from './source.js'
import { columnZh } from './words.js'

/** A change of their number, order or names is one of the contract: others stack by them. */
export const LONG_COLUMNS: ListSheet['columns'] = [
  { title: '文件', width: 24, about: '来源 PDF', type: 'text' },
  { title: '公开单位', width: 24, about: '表上印的单位，未印则为文件的单位', type: 'text' },
  { title: '报告年度', width: 9, about: '文件是哪一年的预算或决算', type: 'number' },
  { title: '报告', width: 8, about: listed(REPORT_LABELS), type: 'text' },
  {
    title: '范围',
    width: 8,
    about: `${listed(SCOPE_LABELS)}：部门含所属单位，不可相加`,
    type: 'text',
  },
  { title: '表', width: 24, about: '所在的工作表', type: 'text' },
  { title: '种类', width: 24, about: '表的种类', type: 'text' },
  { title: '栏', width: 14, about: '左右并列的表里，所在的一栏', type: 'text' },
  {
    title: '行类别',
    width: 8,
    about: `${listed(ROW_KIND_LABELS)}：明细之和即合计，其中是他行的一部分；空白为无从判断。一栏只有合计时，合计即明细`,
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
  { title: '政府科目编码', width: 14, about: '政府预算支出经济分类编码', type: 'text' },
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
  { title: '单位', width: 6, about: '该数的金额单位', type: 'text' },
  { title: '金额（元）', width: 18, about: '折合为元，一位不差；单位未印的为空', type: 'number' },
  { title: '原文', width: 16, about: '金额在 PDF 上的写法', type: 'text' },
  { title: '页', width: 6, about: 'PDF 的页，从 1 起', type: 'number' },
  {
    title: '出处',
    width: 30,
    about: '点击打开 PDF 的该页；PDF 与本工作簿放在一起时',
    type: 'text',
  },
]

export const LONG: ListSheet = { name: '长表', columns: LONG_COLUMNS, rows }

function* rows({ document, source, tables }: Book): Generator<ListCell[]> {
  for (const home of tables.values()) yield* longRows(document, source, home)
}

/** What the list needs of a table on its sheet. */
interface Home {
  table: BudgetTable
  name: string
  columns: readonly { column: Column }[]
}

/** The lines of a table, row by row and column by column. */
export function* longRows(
  document: Pick<BudgetDocument, 'source' | 'report'>,
  source: Source,
  { table, name, columns }: Home,
): Generator<ListCell[]> {
  const head = [...documentCells(document, table), line(name), line(KIND_LABELS[table.kind].zh)]
  const figures = columns.flatMap(({ column }) =>
    isFigure(column) ? [{ column, says: columnCells(column) }] : [],
  )
  for (const row of table.rows) {
    const about = rowCells(row)
    for (const { column, says } of figures) {
      const cell = row.cells[column.id]
      if (!cell || cell.value === null) continue
      const unit = column.type === 'amount' ? unitOfCell(table, row, column) : null
      yield [...head, ...about, ...says, ...amountCells(cell, unit), ...placeCells(cell, source)]
    }
  }
}

function documentCells(
  { source, report }: Pick<BudgetDocument, 'source' | 'report'>,
  table: BudgetTable,
): ListCell[] {
  return [
    line(source.file),
    line(table.owner || report.department),
    number(report.fiscalYear),
    line(report.kind && REPORT_LABELS[report.kind].zh),
    line(report.scope && SCOPE_LABELS[report.scope].zh),
  ]
}

function columnCells({ path, measure, phase, year, ...column }: Column): ListCell[] {
  return [
    line(path.join(' / ')),
    line(columnZh(column)),
    line(measure && MEASURE_LABELS[measure].zh),
    line(phase && PHASE_LABELS[phase].zh),
    number(year),
  ]
}

function rowCells(row: BudgetRow): ListCell[] {
  return [
    line(row.panel && PANEL_LABELS[row.panel].zh),
    line(row.kind && ROW_KIND_LABELS[row.kind].zh),
    line(KIND_REASON_LABELS[row.kindReason].zh),
    number(row.level),
    line(row.unitCode),
    line(row.unitName),
    line(row.code),
    line(row.governmentCode),
    line(row.name),
  ]
}

function amountCells(cell: Cell, unit: BudgetTable['unit']): ListCell[] {
  const yuan = unit && cell.value !== null ? figure(scale(cell.value, POWER[unit])) : null
  return [listedAmount(cell), line(unit), yuan, line(cell.text)]
}

function placeCells({ page }: Cell, source: Source): ListCell[] {
  return [number(page), line(source.label(page), source.page(page))]
}
