// Layout 3, for LibreOffice Calc (.fods): title, owner and unit as merged rows inside the grid, only
// the head repeated, split codes of which a row prints its own level only, several tables on a page.

import { cell, covered, fods, repeated, row } from './calc.mjs'
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
  unitRow,
} from './expected.mjs'
import { heading, paragraphs } from './narrative.mjs'

export const file = 'hengyang-merged.pdf'
const titles = [
  '部门收支总表',
  '部门收入总表',
  '部门支出总表',
  '财政拨款收支总表',
  '一般公共预算支出表',
  '一般公共预算基本支出表（部门预算经济科目）',
  '一般公共预算基本支出表（政府预算经济科目）',
  '政府性基金预算支出表',
  '一般公共预算“三公”经费预算表',
]
const notes = { 6: '注：“-”表示该项没有预算安排。', 8: '注：本表无数字，表示本部门没有该项支出。' }

// 收支总表 has two panels here: the expenditure list closes with the totals of the list by nature.
const expenditure = [...byFunction.slice(0, -1), ...byNature.slice(-4)]
const dash = (amount) => (amount === '0.00' ? '-' : amount)
const three = (item) => [item.total, item.total, item.total, ...Array(11).fill(null)]
const carCosts = threePublic.filter((item) => item.name.startsWith('公务用车'))
const threeAmounts = [threePublic[0], threePublic[1], ...carCosts, threePublic[2]].map(
  (item) => item.amount,
)
const rows = {
  2: functionalRows(three),
  3: functionalRows((item) => [item.total], { units: false }),
  5: functionalRows((item) => [item.total, item.basic, item.project], { units: false }),
  6: economicRows(departmentItems, true, dash),
  7: economicRows(governmentItems, true),
  8: emptyFundRows(2),
  9: [unitRow(threeAmounts)],
}

const number = (amount, columns = 1) =>
  cell(amount === null ? '' : commas(amount), 'number', columns)
const heads = (texts, style) => texts.map((text) => cell(text, style))
/** Ordinal, title, owner and unit as rows of the grid; in two cells where `split` columns are given. */
const top = (index, width, split) => [
  row(6, cell(`表${index}`, 'left', width)),
  row(9, cell(titles[index - 1], 'title', width)),
  split
    ? row(
        6,
        cell(`编制部门：${department}`, 'left', split),
        cell('金额单位：万元', 'number', width - split),
      )
    : row(6, cell(`编制部门：${department}${' '.repeat(20)}金额单位：万元`, 'left', width)),
]
const below = (index, width) => (notes[index] ? [row(6, cell(notes[index], 'note', width))] : [])

/** A row's codes, its own level only. */
const codes = ({ code, level }) =>
  [1, 2, 3].map((at) =>
    cell(level === at ? [code.slice(0, 3), code.slice(3, 5), code.slice(5)][at - 1] : ''),
  )
const functional = (list, height, unit, nameColumns) =>
  list.map((item) =>
    row(
      height,
      item.code
        ? [codes(item), unit ? cell(item.unitCode ?? '') : [], cell(item.name, 'left', nameColumns)]
        : cell('合计', 'center', 3 + (unit ? 1 : 0) + nameColumns),
      item.amounts.map((amount) => number(amount)),
    ),
  )
const panels = (lists, height, spans) =>
  Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, i) =>
    row(
      height,
      lists.map((list, j) => {
        const item =
          i === Math.max(...lists.map((other) => other.length)) - 1
            ? list.at(-1)
            : i < list.length - 1
              ? list[i]
              : undefined
        return [
          cell(
            item ? (item.level === 2 ? '  ' : '') + item.ordinal + item.name : '',
            item?.level === 0 ? 'center' : 'left',
            spans[j],
          ),
          number(item?.amount ?? null),
        ]
      }),
    ),
  )
const panelHead = (spans) => [
  row(7, cell('收入', 'center', spans[0] + 1), cell('支出', 'center', spans[1] + 1)),
  row(
    7,
    spans.map((span) => [cell('项目', 'center', span), cell('2025年预算数')]),
  ),
]
const byCategory = (list, height, label, kuan) =>
  list.map((item, i) => {
    if (!item.code)
      return row(height, cell('总计', 'center', label.length + 2), number(item.amounts[0]))
    const sub = item.role === 'subtotal'
    const span = list.slice(i).filter((other) => other.code?.startsWith(item.code)).length
    return row(
      height,
      sub ? label.map((print) => cell(print(item), 'left', 1, span)) : covered(label.length),
      cell(sub ? '' : kuan(item)),
      cell(sub ? '小计' : item.name, 'left'),
      number(item.amounts[0]),
    )
  })

export function sheets() {
  const text = [
    row('auto', cell(heading, 'heading')),
    row('auto', cell('目录', 'text')),
    ...titles.map((title, i) => row('auto', cell(`表${i + 1} ${title}`, 'text'))),
    row(10, cell('', 'text')),
    ...paragraphs.map(([kind, line]) =>
      row('auto', cell((kind === 'p' ? '    ' : '') + line, 'text')),
    ),
  ]
  const leaves = revenueColumns.map((path) => plain(path).at(-1))
  return [
    { page: 'portrait', widths: [180], parts: [text] },
    {
      page: 'landscape',
      widths: [80, 45, 80, 45],
      parts: [top(1, 4), repeated(panelHead([1, 1])), panels([revenue, expenditure], 7, [1, 1])],
    },
    {
      page: 'landscape',
      widths: [9, 8, 8, 15, 40, 17, 17, 17, 16, ...Array(10).fill(12.8)],
      parts: [
        top(2, 19, 9),
        repeated([
          row(
            6,
            cell('科目编码', 'small', 3),
            cell('单位代码', 'small', 1, 2),
            cell('科目名称', 'small', 1, 2),
            cell('总计', 'small', 1, 2),
            cell('一般公共预算拨款', 'small', 3),
            leaves.slice(4).map((leaf) => cell(leaf, 'small', 1, 2)),
          ),
          row(
            18,
            heads(['类', '款', '项'], 'small'),
            covered(3),
            heads(leaves.slice(1, 4), 'small'),
            covered(10),
          ),
        ]),
        functional(rows[2], 9, true, 1),
      ],
    },
    {
      page: 'portrait',
      widths: [15, 15, 15, 40, 20, 50, 30],
      parts: [
        top(3, 7),
        [
          row(
            6,
            cell('科目编码', 'center', 3),
            cell('科目名称', 'center', 3, 2),
            cell('支出合计', 'center', 1, 2),
          ),
          row(6, heads(['类', '款', '项']), covered(4)),
        ],
        functional(rows[3], 6, false, 3),
        [row(8)],
        top(4, 7),
        repeated([
          row(7, cell('收入', 'center', 5), cell('支出', 'center', 2)),
          row(7, cell('项目', 'center', 4), cell('预算数'), cell('项目'), cell('预算数')),
        ]),
        panels([appropriation, byFunction], 6, [4, 1]),
      ],
    },
    {
      page: 'landscape',
      widths: [15, 15, 15, 60, 45, 45, 45],
      parts: [
        top(5, 7, 4),
        repeated([
          row(6, cell('功能分类科目', 'center', 4), cell('本年一般公共预算支出', 'center', 3)),
          row(
            6,
            cell('科目编码', 'center', 3),
            cell('科目名称', 'center', 1, 2),
            ['合计', '基本支出', '项目支出'].map((t) => cell(t, 'center', 1, 2)),
          ),
          row(6, heads(['类', '款', '项']), covered(4)),
        ]),
        functional(rows[5], 8, false, 1),
      ],
    },
    {
      page: 'portrait',
      widths: [15, 30, 15, 80, 40],
      parts: [
        top(6, 5, 3),
        repeated([
          row(6, cell('经济分类科目', 'center', 4), cell('金额', 'center', 1, 2)),
          row(6, heads(['类', '类名称', '款', '科目名称']), covered()),
        ]),
        byCategory(rows[6], 6.8, [(item) => item.code, (item) => item.name], (item) =>
          item.code.slice(3),
        ),
        below(6, 5),
      ],
    },
    {
      page: 'portrait',
      widths: [30, 20, 90, 40],
      parts: [
        top(7, 4, 2),
        repeated([row(7, heads(['类', '款', '科目名称', '本年预算']))]),
        byCategory(rows[7], 7, [(item) => `${item.code} ${item.name}`], (item) => item.code),
      ],
    },
    {
      page: 'landscape',
      widths: [16, 16, 16, 32, 32, 34, 34, 34, 34],
      parts: [
        top(8, 9),
        [
          row(
            6,
            cell('科目编码', 'center', 3),
            cell('科目名称', 'center', 2, 2),
            cell('政府性基金预算支出', 'center', 4),
          ),
          row(
            6,
            heads(['类', '款', '项']),
            covered(2),
            cell('小计'),
            cell('基本支出'),
            cell('项目支出', 'center', 2),
          ),
        ],
        rows[8].map((item) =>
          row(
            6,
            heads(['', '', '']),
            cell(item.name, 'center', 2),
            number(item.amounts[0]),
            number(item.amounts[1]),
            number(item.amounts[2], 2),
          ),
        ),
        below(8, 9),
        [row(10)],
        top(9, 9, 5),
        [
          row(7, cell('单位名称', 'center', 3, 3), cell('2025年预算数', 'center', 6)),
          row(
            7,
            covered(3),
            cell('合计', 'center', 1, 2),
            cell('因公出国（境）费', 'center', 1, 2),
            cell('公务用车购置及运行维护费', 'center', 3),
            cell('公务接待费', 'center', 1, 2),
          ),
          row(9, covered(5), heads(['小计', '公务用车购置费', '公务用车运行维护费']), covered()),
          row(
            10,
            cell(department, 'left', 3),
            threeAmounts.map((amount) => number(amount)),
          ),
        ],
      ],
    },
  ]
}
export const source = () => fods(sheets(), 'Noto Sans CJK SC')

const own = (index, kind, pages, columns, list) =>
  table(kind, titles[index - 1], pages, columns, list, {
    ordinal: `表${index}`,
    notes: notes[index] ? [notes[index]] : [],
  })
const nested = (parent, ...leaves) => leaves.map((leaf) => [parent, ...leaf])
const cars = '公务用车购置及运行维护费'
/** Page numbers are those of the printed PDF, looked up by eye. */
export const expectation = () =>
  expected(file, [
    own(
      1,
      'revenue_expenditure_summary',
      [2, 3],
      [
        ['收入', '2025年预算数'],
        ['支出', '2025年预算数'],
      ],
      [...listRows(revenue, 'revenue'), ...listRows(expenditure, 'expenditure')],
    ),
    own(2, 'revenue_summary', [4, 5], revenuePaths, rows[2]),
    own(3, 'expenditure_summary', [6], [['支出合计']], rows[3]),
    own(
      4,
      'appropriation_summary',
      [6, 7],
      [
        ['收入', '预算数'],
        ['支出', '预算数'],
      ],
      [...listRows(appropriation, 'revenue'), ...listRows(byFunction, 'expenditure')],
    ),
    own(
      5,
      'general_budget_expenditure',
      [8, 9],
      nested('本年一般公共预算支出', ['合计'], ['基本支出'], ['项目支出']),
      rows[5],
    ),
    own(6, 'basic_expenditure_department_economic', [10, 11, 12], [['金额']], rows[6]),
    own(7, 'basic_expenditure_government_economic', [13, 14, 15], [['本年预算']], rows[7]),
    own(
      8,
      'government_fund_expenditure',
      [16],
      nested('政府性基金预算支出', ['小计'], ['基本支出'], ['项目支出']),
      rows[8],
    ),
    own(
      9,
      'three_public_expenses',
      [16],
      nested(
        '2025年预算数',
        ['合计'],
        ['因公出国（境）费'],
        [cars, '小计'],
        [cars, '公务用车购置费'],
        [cars, '公务用车运行维护费'],
        ['公务接待费'],
      ),
      rows[9],
    ),
  ])
