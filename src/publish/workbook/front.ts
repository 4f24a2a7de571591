/** 说明: what the workbook is, where it comes from, how to read it, and its tables. */
import type { BudgetDocument, Check } from '../../../schemas/document.js'
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
import { allChecks } from './failures.js'
import { count, type Entry, text } from './list.js'
import { LOOKS } from './looks.js'
import type { TableSheet } from './table-sheet.js'
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
  '“绩效”（有绩效表时）一个指标占一行，项目和资金逐行重复：加总资金前先去重。',
  `${FIELD_LABELS.leftover.zh}（在表内，却不在任何单元格里）和表下的注，列在各表之下。`,
] as const

export function fillFront(
  sheet: Sheet,
  document: BudgetDocument,
  tables: readonly TableSheet[],
  lists: readonly string[],
): void {
  sheet.widths = WIDTHS
  const width = WIDTHS.length
  sheet.add([{ value: documentZh(document), look: LOOKS.title }], 24)
  sheet.merge(1, 1, 1, width)
  addWide(sheet, '由 kemu 从公开的 PDF 提取的数据：各表照原样，另附勾稽、问题、长表和数据字典。')
  for (const [name, value] of about(document)) {
    const row = sheet.add(wide({ value: name, look: LOOKS.key }, { value, look: LOOKS.left }))
    sheet.merge(row, 2, row, width)
  }
  sheet.add([])
  sheet.add([{ value: '怎样读', look: LOOKS.heading }])
  for (const line of READING) addWide(sheet, line)
  sheet.add([])
  sheet.add(TITLES.map((value) => ({ value, look: LOOKS.header })))
  for (const table of tables) addLinked(sheet, tableEntries(table))
  for (const name of lists)
    addLinked(sheet, [text(name, { sheet: name, row: 1, column: 1 }), ...blanks(width - 1)])
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

function tableEntries({ table, sheet }: TableSheet): Entry[] {
  const tally = (outcome: Check['outcome']) =>
    table.checks.filter((check) => check.outcome === outcome).length
  const fails = tally('fails')
  return [
    text(sheet.name, { sheet: sheet.name, row: 1, column: 1 }),
    text(KIND_LABELS[table.kind].zh),
    text(table.pages.join(', ')),
    text(table.unit),
    count(table.rows.length),
    count(tally('holds')),
    count(tally('rounding')),
    fails > 0 ? { value: fails, look: LOOKS.failedCount } : count(0),
    count(table.leftover.length),
  ]
}

function addLinked(sheet: Sheet, entries: readonly Entry[]): void {
  const row = sheet.add(entries)
  entries.forEach(({ to }, i) => {
    if (to) sheet.link(row, i + 1, to)
  })
}

function addWide(sheet: Sheet, value: string): void {
  const width = WIDTHS.reduce((sum, one) => sum + one, 0)
  const row = sheet.add([{ value, look: LOOKS.prose }], lines(value, width) * LINE_HEIGHT)
  sheet.merge(row, 1, row, WIDTHS.length)
}

/** Two cells, the second over all columns that are left. */
function wide(name: SheetCell, value: SheetCell): SheetCell[] {
  return [name, value, ...blanks(WIDTHS.length - 2)]
}

function blanks(number: number): SheetCell[] {
  return Array.from({ length: number }, () => ({ value: null, look: LOOKS.listed }))
}
