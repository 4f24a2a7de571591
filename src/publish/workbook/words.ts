/** What the workbook calls columns and documents, in Chinese: the labels of the schema, and what only a workbook says. */
import type { BudgetDocument, Column } from '../../../schemas/document.js'
import { KEY_LABELS, reportZh, TYPE_LABELS } from '../../../schemas/labels.js'
import { meaningLabel } from '../../../schemas/meaning-labels.js'
import { isFigure } from './columns.js'

/** As what a spreadsheet holds a value. */
export const HELD = { text: TYPE_LABELS.text.zh, number: '数值' } as const

/** What is in a column of a table, and as what it is held. */
export function typeZh(column: Column): string {
  const { zh } = TYPE_LABELS[column.type]
  const held = isFigure(column) ? HELD.number : HELD.text
  return zh === held ? zh : `${zh}（${held}）`
}

export function columnZh({ key, type, meaning }: Pick<Column, 'key' | 'type' | 'meaning'>): string {
  if (meaning !== null) return meaningLabel(meaning).zh
  if (key !== null) return KEY_LABELS[key].zh
  return type === 'text' ? '文字' : '含义未识别，以表头为准'
}

/** 某局 2025 年部门预算 */
export function documentZh({ report, source }: BudgetDocument): string {
  const year = report.fiscalYear === null ? '' : `${report.fiscalYear} 年`
  const kind = reportZh(report) ?? ''
  return [report.department ?? source.file, year + kind].filter((part) => part !== '').join(' ')
}
