/** 说明: what the workbook is, where it comes from, how to read it, and its tables. */

import { allChecks } from '../../../schemas/check.js'
import type { BudgetDocument, BudgetTable, Check } from '../../../schemas/document.js'
import {
  FIELD_LABELS,
  KEY_LABELS,
  KIND_LABELS,
  OUTCOME_LABELS,
  REPORT_LABELS,
  SCOPE_LABELS,
  STATUS_LABELS,
} from '../../../schemas/labels.js'
import type { Sheet, SheetCell } from '../xlsx/sheet.js'
import type { Workbook } from '../xlsx/workbook.js'
import { count, text } from './cells.js'
import type { Book, ListSheet } from './list.js'
import { LOOKS } from './looks.js'
import { printed } from './print.js'
import { LINE_HEIGHT, lines } from './width.js'
import { documentZh } from './words.js'

const { holds, rounding, fails: failing } = OUTCOME_LABELS
const TITLES = [
  '表',
  '种类',
  '页',
  '单位',
  '行',
  holds.zh,
  rounding.zh,
  failing.zh,
  FIELD_LABELS.leftover.zh,
]
const WIDTHS = [38, 40, 12, 8, 8, 8, 12, 8, 10]

const READING = [
  '空白、0 和“-”是三种事实：空白是未印；0 和“-”都是印出的零，“-”按原样显示，值为 0。',
  '金额是数值，小数位数与公开文本一致，单位见各表右上角；双精度数不能精确表示的金额保留为文本。',
  '编码都是文本，前导零不丢。没有公式：任何数都是印出的数，没有补算，也没有改动。',
  '浅红底色的单元格：所在的勾稽关系不符，批注写明两边。不符的数照原样保留。',
  '“勾稽”列出全部关系，点击左项、右项到单元格；“问题”列出需要人看的地方。',
  '“文字数据”（有文字说明时）列出文字里的每个数，与表核对的结果在末列；原文的数照样保留。',
  '“长表”一个印出的金额占一行，供筛选和透视；只加“明细”，才不与合计、小计重复。空白没有行。',
  '各工作簿的“长表”列同序同名，每行写明文件、公开单位和年度，可以上下相接；部门与所属单位的数不可相加。',
  '页码点击打开 PDF 的该页：把来源 PDF 与本工作簿放在同一文件夹。',
  '“绩效”（有绩效表时）一个指标占一行，项目和资金逐行重复：加总资金前先去重。',
  `${FIELD_LABELS.leftover.zh}（在表内，却不在任何单元格里）和表下的注，列在各表之下。`,
] as const

interface Contents extends Pick<Book, 'document' | 'source' | 'lists'> {
  tables: readonly { table: BudgetTable; name: string }[]
}

export function addFront(workbook: Workbook, name: string, contents: Contents): void {
  const { document, tables, lists } = contents
  const sheet = workbook.open({ name, ...printed({ widths: WIDTHS }, 1) })
  sheet.add([{ value: documentZh(document), look: LOOKS.title }], 24)
  sheet.merge(1, 1, 1, WIDTHS.length)
  addWide(sheet, '由 kemu 从公开的 PDF 提取的数据：各表照原样，另附勾稽、问题、长表和数据字典。')
  for (const [key, value] of about(document)) addAbout(sheet, key, value)
  sheet.add([])
  sheet.add([{ value: '怎样读', look: LOOKS.heading }])
  for (const line of READING) addWide(sheet, line)
  sheet.add([])
  sheet.add(TITLES.map((value) => ({ value, look: LOOKS.header })))
  for (const each of tables) sheet.add(tableCells(each, contents))
  for (const list of lists) sheet.add(listCells(list))
  sheet.close()
}

/** Two cells, the second over all columns that are left. */
function addAbout(sheet: Sheet, key: string, value: string | number): void {
  const blanks = WIDTHS.slice(2).map(() => BLANK)
  const row = sheet.add([{ value: key, look: LOOKS.key }, { value, look: LOOKS.left }, ...blanks])
  sheet.merge(row, 2, row, WIDTHS.length)
}

const UNSTATED = '未印明'

function about(document: BudgetDocument): [string, string | number][] {
  const { source, report, status } = document
  const tally = (outcome: Check['outcome']) =>
    `${OUTCOME_LABELS[outcome].zh} ${allChecks(document).filter((check) => check.outcome === outcome).length}`
  return [
    ['来源文件', source.file],
    ['SHA-256', source.sha256],
    ['页数', source.pages],
    ['单位', report.department ?? UNSTATED],
    [KEY_LABELS.period.zh, report.fiscalYear ?? UNSTATED],
    ['报告', report.kind ? REPORT_LABELS[report.kind].zh : UNSTATED],
    ['范围', report.scope ? SCOPE_LABELS[report.scope].zh : UNSTATED],
    ['状态', `${STATUS_LABELS[status].zh}（${status}）`],
    ['勾稽', `${tally('holds')}，${tally('rounding')}，${tally('fails')}`],
    ['问题', document.issues.length],
  ]
}

function tableCells(
  { table, name }: Contents['tables'][number],
  { source }: Contents,
): SheetCell[] {
  const tally = (outcome: Check['outcome']) =>
    table.checks.filter((check) => check.outcome === outcome).length
  const fails = tally('fails')
  return [
    text(name, { sheet: name, row: 1, column: 1 }),
    text(KIND_LABELS[table.kind].zh),
    { value: table.pages.join(', '), look: LOOKS.link, to: source.page(table.pages[0] ?? null) },
    text(table.unit),
    count(table.rows.length),
    count(tally('holds')),
    count(tally('rounding')),
    fails > 0 ? { value: fails, look: LOOKS.failedCount } : count(0),
    count(table.leftover.length),
  ]
}

function listCells({ name }: ListSheet): SheetCell[] {
  return [text(name, { sheet: name, row: 1, column: 1 }), ...WIDTHS.slice(1).map(() => BLANK)]
}

const BLANK: SheetCell = { value: null, look: LOOKS.listed }

function addWide(sheet: Sheet, value: string): void {
  const width = WIDTHS.reduce((sum, one) => sum + one, 0)
  const row = sheet.add([{ value, look: LOOKS.prose }], lines(value, width) * LINE_HEIGHT)
  sheet.merge(row, 1, row, WIDTHS.length)
}
