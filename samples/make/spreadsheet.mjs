// Layout 4, for LibreOffice Calc (.fods): the published layout as a spreadsheet program prints it, made to
// break. Category cells lie over page breaks, their labels above some and below others; of heads only some
// rows are printed again; a row of two merged grid rows is cut; one table is wider than its pages.

import { cell, covered, fods, onNewPage, repeated, row } from './calc.mjs'
import {
  appropriation,
  byFunction,
  byNature,
  department,
  departmentItems,
  governmentItems,
  revenue,
  revenueColumns,
  threePublic,
} from './data.mjs'
import {
  commas,
  economicRows,
  emptyFundRows,
  expected,
  functionalRows,
  listRows,
  plain,
  revenuePaths,
  table,
} from './expected.mjs'
import { heading, paragraphs } from './narrative.mjs'

export const file = 'hengyang-spreadsheet.pdf'
const titles = [
  '部门收支总表',
  '部门收入总表',
  '部门支出总表',
  '财政拨款总表',
  '一般公共预算支出表',
  '一般公共预算基本支出表(部门预算经济科目)',
  '一般公共预算基本支出表(政府预算经济科目)',
  '政府性基金预算支出表',
  '2025年公共财政拨款"三公"经费预算表',
]
const fundNote = '注：此表如无数字则表示单位无该项支出。'

const three = (item) => [item.total, item.total, item.total, ...Array(11).fill(null)]
const rows = {
  2: functionalRows(three),
  3: functionalRows((item) => [item.total]),
  5: functionalRows((item) => [item.total, item.basic, item.project]),
  6: economicRows(departmentItems, true),
  7: economicRows(governmentItems, true),
  8: emptyFundRows(3),
}

const number = (amount, columns = 1, height = 1) =>
  cell(amount === null ? '' : commas(amount), 'number', columns, height)
const heads = (texts, style) => texts.map((text) => cell(text, style))
/** Ordinal, title, owner and unit above the grid, over the columns of its first page. */
const top = (index, width, split) => [
  row(6, cell(`预算公开表${index}`, 'note', width)),
  row(9, cell(titles[index - 1], 'heading', width)),
  row(6, cell(`部门：${department}`, 'note', split), cell('单位：万元', 'unit', width - split)),
]

const codes = (code) => [code.slice(0, 3), code.slice(3, 5), code.slice(5)]
const functional = (list, height, starts = []) =>
  list.map((item) => {
    const line = row(
      height,
      heads(item.code ? codes(item.code) : ['', '', '']),
      cell(item.unitCode ?? ''),
      cell(' '.repeat(Math.max(0, item.level - 1)) + item.name, 'left'),
      item.amounts.map((amount) => number(amount)),
    )
    return starts.includes(item.code) ? onNewPage(line) : line
  })
const codeHead = [
  [
    cell('功能科目', 'center', 3),
    cell('单位代码', 'center', 1, 2),
    cell('科目名称(单位)', 'center', 1, 2),
  ],
  [heads(['类', '款', '项']), covered(2)],
]

const side = (lists, height, starts) =>
  Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, i) => {
    const line = row(
      height,
      lists.map((list) => {
        const item = list[i]
        const text = item ? (item.level === 2 ? '  ' : '') + item.ordinal + item.name : ''
        return [cell(text, item?.level === 0 ? 'center' : 'left'), number(item?.amount ?? null)]
      }),
    )
    return starts.includes(i) ? onNewPage(line) : line
  })

/** 类 cells span their rows; `starts` are the codes whose rows begin a page. */
const byCategory = (list, height, starts) =>
  list.map((item, i) => {
    if (!item.code) return row(height, cell('总计', 'center', 2), number(item.amounts[0]))
    const sub = item.role === 'subtotal'
    const span = list.slice(i).filter((other) => other.code?.startsWith(item.code)).length
    const line = row(
      height,
      sub ? cell(`${item.code} ${item.name}`, 'left', 1, span) : covered(),
      cell(sub ? '小计' : `${item.code} ${item.name}`, 'left'),
      number(item.amounts[0]),
    )
    return starts.includes(item.code) ? onNewPage(line) : line
  })

/** Each row is two grid rows, merged; the one of `cut` has a page break between them. */
const doubled = (list, height, cut) =>
  list.flatMap((item) => {
    const spans = (text, style) => cell(text, style, 1, 2)
    const upper = row(
      height,
      (item.code ? codes(item.code) : ['', '', '']).map((text) => spans(text, 'center')),
      spans(item.unitCode ?? '', 'center'),
      spans(' '.repeat(Math.max(0, item.level - 1)) + item.name, 'left'),
      item.amounts.map((amount) => number(amount, 1, 2)),
    )
    const lower = row(height, covered(5 + item.amounts.length))
    return [upper, item.code === cut ? onNewPage(lower) : lower]
  })

export function sheets() {
  const text = [
    row('auto', cell(heading, 'heading')),
    row('auto', cell('目录', 'text')),
    ...titles.map((title, i) => row('auto', cell(`${i + 1}. ${title}`, 'text'))),
    row(10, cell('', 'text')),
    ...paragraphs.map(([kind, line]) =>
      row('auto', cell((kind === 'p' ? '    ' : '') + line, 'text')),
    ),
  ]
  const leaves = revenueColumns.map((path) => plain(path).at(-1))
  return [
    { page: 'portrait', widths: [180], parts: [text] },
    {
      // Of the head only the lower row is printed again.
      page: 'landscape',
      widths: [62, 24, 62, 24, 62, 24],
      parts: [
        [...top(1, 6, 3), row(7, cell('收入', 'center', 2), cell('支出', 'center', 4))],
        repeated([row(7, heads(Array.from({ length: 3 }, () => ['项目', '本年预算']).flat()))]),
        side([revenue, byNature, byFunction], 7, [12]),
      ],
    },
    {
      // Wider than its pages: rows go on below first, then columns go on beside them.
      page: 'portrait',
      widths: [10, 9, 9, 17, 50, 20, 20, 20, 26, ...Array(10).fill(18.5)],
      parts: [
        top(2, 9, 6),
        repeated([
          row(
            7,
            codeHead[0],
            cell('总计', 'center', 1, 2),
            cell('一般公共预算拨款', 'center', 3),
            leaves.slice(4).map((leaf) => cell(leaf, 'center', 1, 2)),
          ),
          row(20, codeHead[1], covered(1), heads(leaves.slice(1, 4)), covered(10)),
        ]),
        functional(rows[2], 10, ['20805']),
      ],
    },
    {
      page: 'portrait',
      widths: [14, 13, 13, 24, 84, 36],
      parts: [
        top(3, 6, 5),
        [row(6, codeHead[0], cell('总计', 'center', 1, 2)), row(6, codeHead[1], covered())],
        doubled(rows[3], 3.5, '2080505'),
      ],
    },
    {
      page: 'landscape',
      widths: [80, 45, 90, 45],
      parts: [
        top(4, 4, 2),
        repeated([
          row(7, cell('收入', 'center', 2), cell('支出', 'center', 2)),
          row(7, heads(['项目', '本年预算', '项目', '本年预算'])),
        ]),
        side([appropriation, byFunction], 7, [22]),
      ],
    },
    {
      // Of the head only the upper row is printed again: 类, 款 and 项 are not.
      page: 'portrait',
      widths: [13, 12, 12, 24, 50, 26, 26, 26],
      parts: [
        top(5, 8, 5),
        repeated([
          row(
            6,
            codeHead[0],
            ['总计', '基本支出', '项目支出'].map((t) => cell(t, 'center', 1, 2)),
          ),
        ]),
        [row(6, codeHead[1], covered(3)), ...functional(rows[5], 9, ['20827'])],
      ],
    },
    {
      // 302 is cut below its label, 307 and 310 above theirs; 307 right below its 小计.
      page: 'portrait',
      widths: [62, 84, 34],
      parts: [
        top(6, 3, 2),
        repeated([row(7, cell('经济分类科目', 'center', 2), cell('金额'))]),
        byCategory(rows[6], 6.5, ['30229', '30701', '31005']),
      ],
    },
    {
      page: 'portrait',
      widths: [62, 84, 34],
      parts: [
        top(7, 3, 2),
        [row(7, cell('政府经济分类', 'center', 2), cell('金额'))],
        byCategory(rows[7], 6.5, ['50299', '50501', '51304']),
      ],
    },
    {
      page: 'landscape',
      widths: [16, 16, 16, 64, 45, 45, 45],
      parts: [
        top(8, 7, 4),
        [
          row(
            6,
            cell('功能科目', 'center', 3),
            cell('功能科目名称', 'center', 1, 2),
            cell('政府性基金预算支出', 'center', 3),
          ),
          row(6, heads(['类', '款', '项']), covered(), heads(['小计', '基本支出', '项目支出'])),
          ...rows[8].map((item) =>
            row(
              7,
              heads(['', '', '']),
              cell(item.name),
              item.amounts.map((amount) => number(amount)),
            ),
          ),
          row(6, cell(fundNote, 'note', 7)),
        ],
      ],
    },
    {
      page: 'portrait',
      widths: [110, 60],
      parts: [
        top(9, 2, 1),
        [
          row(8, heads(['项目', '本年预算数'])),
          ...threePublic.map((item) =>
            row(8, cell(item.ordinal + item.name, 'left'), number(item.amount)),
          ),
        ],
      ],
    },
  ]
}
export const source = () => fods(sheets(), 'WenQuanYi Micro Hei')

const own = (index, kind, pages, columns, list, notes = []) =>
  table(kind, titles[index - 1], pages, columns, list, { ordinal: `预算公开表${index}`, notes })
const panel = (count) =>
  Array.from({ length: count }, (_, i) => [i === 0 ? '收入' : '支出', '本年预算'])
/** Page numbers are those of the printed PDF, looked up by eye. */
export const expectation = () =>
  expected(file, [
    own(1, 'revenue_expenditure_summary', [2, 3], panel(3), [
      ...listRows(revenue, 'revenue'),
      ...listRows(byNature, 'expenditure_by_nature'),
      ...listRows(byFunction, 'expenditure_by_function'),
    ]),
    own(2, 'revenue_summary', [4, 5, 6, 7], revenuePaths, rows[2]),
    own(3, 'expenditure_summary', [8, 9], [['总计']], rows[3]),
    own(4, 'appropriation_summary', [10, 11], panel(2), [
      ...listRows(appropriation, 'revenue'),
      ...listRows(byFunction, 'expenditure'),
    ]),
    own(5, 'general_budget_expenditure', [12, 13], [['总计'], ['基本支出'], ['项目支出']], rows[5]),
    own(6, 'basic_expenditure_department_economic', [14, 15, 16, 17], [['金额']], rows[6]),
    own(7, 'basic_expenditure_government_economic', [18, 19, 20, 21], [['金额']], rows[7]),
    own(
      8,
      'government_fund_expenditure',
      [22],
      ['小计', '基本支出', '项目支出'].map((leaf) => ['政府性基金预算支出', leaf]),
      rows[8],
      [fundNote],
    ),
    own(9, 'three_public_expenses', [23], [['本年预算数']], listRows(threePublic, null)),
  ])
