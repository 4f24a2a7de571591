// Layout 1, for Chromium: the published layout. Split 类/款/项, title and head repeated on every
// page, 类 labels in row-spanning cells that are printed again after a page break.
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
  revenuePaths,
  table,
} from './expected.mjs'
import { heading, paragraphs } from './narrative.mjs'

export const file = 'hengyang-as-published.pdf'
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
const reflects = [
  '部门财政拨款的总收支情况。',
  '部门本年度取得的各项收入情况。',
  '部门本年度各项支出情况。',
  '部门财政拨款的总收支情况。',
  '部门本年度一般公共预算支出情况。',
  '部门本年度一般公共预算基本支出(部门预算经济科目)情况。',
  '部门本年度一般公共预算基本支出(政府预算经济科目)情况。',
  '部门本年度政府性基金预算财政拨款收入支出情况，此表如无数字则表示单位无该项支出。',
  '部门本年度2025年公共财政拨款"三公"经费情况。',
]
const notes = reflects.map((text) => `注：本表反映${text}`)
const fullColon = [2, 3, 9] // the tables that print 单位：万元, the others 单位:万元

const td = (text, cls = '', more = '') => `<td class="${cls}" ${more}>${text ?? ''}</td>`
const amount = (value) => td(value === null ? '' : commas(value), 'n')
const tr = (...cells) => `<tr>${cells.flat(3).join('')}</tr>`
const breaks = (text) => text.replaceAll('/', '<br>')

function page(number, { head, rows, widths, portrait, label = true, last = true, cls = '' }) {
  const colon = fullColon.includes(number) ? '：' : ':'
  return `<section class="${portrait ? 'p' : 'l'} t${number} ${cls}">${label ? `<div class="ord">预算公开表${number}</div>` : ''}
<div class="title">${titles[number - 1]}</div>
<div class="owner"><span>部门：${department}</span><span>单位${colon}万元</span></div>
<table style="width:${widths.reduce((a, b) => a + b)}mm">${widths.map((w) => `<col style="width:${w}mm">`).join('')}${head}${rows.join('')}</table>
${last ? `<div class="note">${notes[number - 1]}</div>` : ''}</section>`
}
/** `rows` cut before each index in `cuts`, a page for each piece. */
function pages(number, options, rows, cuts = [], unlabelled = []) {
  const edges = [0, ...cuts, rows.length]
  return edges
    .slice(1)
    .map((end, i) =>
      page(number, {
        ...options,
        rows: rows.slice(edges[i], end),
        last: i === edges.length - 2,
        label: !unlabelled.includes(i),
      }),
    )
    .join('\n')
}

const wide = (text, gap) => text.split('').join('&nbsp;'.repeat(gap))
const item = wide('项目', 9)
const panelHead = (
  panels,
) => `<tr><td colspan="2">${wide('收入', 18)}</td><td colspan="${2 * panels - 2}">${wide('支出', 18)}</td></tr>
${tr(Array.from({ length: panels }, () => [td(item), td('本年预算')]))}`
const spaced = {
  本年收入合计: '本 年 收 入 合 计',
  本年支出合计: '本　年　支　出　合　计',
  收入总计: '收 入 总 计',
  支出总计: '支 出 总 计',
}
const panelCells = (entry) => {
  if (!entry) return [td(''), td('')]
  const indent = entry.ordinal
    ? ''
    : entry.name === '经费拨款'
      ? '　'
      : entry.name.startsWith('纳入')
        ? '　 '
        : ''
  return [
    td(spaced[entry.name] ?? indent + entry.ordinal + entry.name, entry.level ? 's' : 'c'),
    amount(entry.amount),
  ]
}
const side = (lists, count) =>
  Array.from({ length: count }, (_, i) => tr(lists.map((list) => panelCells(list[i]))))
const at = (list, gaps) => {
  const copy = [...list]
  for (const [index, blanks] of gaps) copy.splice(index, 0, ...Array(blanks).fill(null))
  return copy
}

function functionalPages(number, options, rows, cuts) {
  const body = rows.map((row) => {
    const code = row.code ?? ''
    return tr(
      td(code.slice(0, 3)),
      td(code.slice(3, 5)),
      td(code.slice(5)),
      td(row.unitCode),
      td((row.code ? ' '.repeat([0, 0, 2, 3][row.level]) : '') + row.name, 's'),
      row.amounts.map(amount),
    )
  })
  return pages(number, options, body, cuts)
}
const stars = (...numbers) => tr([...Array(5).fill('**'), ...numbers].map((text) => td(text)))
const codeHead = (rows) => `<td colspan="3" ${rows ? `rowspan="${rows}"` : ''}>功能科目</td>`

function economicPages(number, firstHead, rows, cuts, unlabelled) {
  const edges = [0, ...cuts, rows.length]
  const body = rows.map((row, i) => {
    if (!row.code) return tr(td('总 计', 'c', 'colspan="2"'), amount(row.amounts[0]))
    const pageOf = edges.findLastIndex((edge) => edge <= i)
    const same = (other) => other.code?.slice(0, 3) === row.code.slice(0, 3)
    const first = i === edges[pageOf] || !same(rows[i - 1])
    const span = rows.slice(i, edges[pageOf + 1]).filter(same).length
    const parent = rows.find((other) => other.code === row.code.slice(0, 3))
    return tr(
      first ? td(`${parent.code} ${parent.name}`, 's', `rowspan="${span}"`) : [],
      td(row.role === 'subtotal' ? '小计' : `${row.code} ${row.name}`, 's'),
      amount(row.amounts[0]),
    )
  })
  return pages(
    number,
    {
      portrait: true,
      widths: [62, 84, 34],
      head: tr(td(firstHead, '', 'colspan="2"'), td('金额')),
    },
    body,
    cuts,
    unlabelled,
  )
}

const three = (item) => [item.total, item.total, item.total, ...Array(11).fill(null)]
const rows = {
  2: functionalRows(three),
  3: functionalRows((item) => [item.total]),
  5: functionalRows((item) => [item.total, item.basic, item.project]),
  6: economicRows(departmentItems, true),
  7: economicRows(governmentItems, true),
  8: emptyFundRows(3),
}
const row6 = (code) => rows[6].findIndex((row) => row.code === code)
const row7 = (code) => rows[7].findIndex((row) => row.code === code)

export function html() {
  const tables = [
    pages(
      1,
      { widths: [71, 24, 60, 24, 62, 24], head: panelHead(3) },
      side([at(revenue, [[11, 8]]), at(byNature, [[18, 1]]), byFunction], 23),
      [22],
    ),
    functionalPages(
      2,
      {
        widths: [9, 8, 8, 15, 33.2, 16, 16, 16, 18, 13, 17, 13, 15, 13, 14, 13, 12, 13, 13],
        head: `<tr>${codeHead(2)}<td rowspan="3">单位代<br>码</td><td rowspan="3"> 科目名称(单位)</td><td rowspan="3">总计</td><td colspan="3">一般公共预算拨款</td>${revenueColumns
          .slice(4)
          .map(([text]) => `<td rowspan="3">${breaks(text)}</td>`)
          .join('')}</tr>
<tr><td rowspan="2">合计</td><td rowspan="2">经费拨款</td><td rowspan="2">${breaks(revenueColumns[3][1])}</td></tr>
${tr(td('类'), td('款'), td('项'))}${stars(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 13)}`,
      },
      rows[2],
      [16],
    ),
    functionalPages(
      3,
      {
        portrait: true,
        widths: [13, 12, 12, 24, 84, 34],
        head: `<tr>${codeHead()}<td rowspan="2">单位代码</td><td rowspan="2">科目名称(单位)</td><td rowspan="2">总计</td></tr>${tr(td('类'), td('款'), td('项'))}${stars(1)}`,
      },
      rows[3],
    ),
    pages(
      4,
      { widths: [80, 45, 90, 45], head: panelHead(2) },
      side([at(appropriation, [[3, 19]]), byFunction], 23),
      [21],
    ),
    functionalPages(
      5,
      {
        portrait: true,
        widths: [13, 12, 12, 24, 45.6, 26, 26, 26],
        head: `<tr>${codeHead()}<td rowspan="2">单位代码</td><td rowspan="2">单位名称(功能科目)</td><td rowspan="2">总&nbsp;&nbsp;计</td><td rowspan="2">基本支出</td><td rowspan="2">项目支出</td></tr>${tr(td('类'), td('款'), td('项'))}${stars(1, 2, 3)}`,
      },
      rows[5],
    ),
    economicPages(6, '经济分类科目', rows[6], [row6('30217'), row6('30901'), row6('31199')]),
    economicPages(7, '政府经济分类', rows[7], [row7('50499'), row7('51103')], [1]),
    page(8, {
      widths: [20, 20, 20, 80, 36, 36, 36],
      head: `<tr><td colspan="3">功能科目</td><td rowspan="2">功能科目名称</td><td colspan="3">政府性基金预算支出</td></tr>${tr(['类', '款', '项', '小计', '基本支出', '项目支出'].map((t) => td(t)))}`,
      rows: rows[8].map((row) => tr(td(''), td(''), td(''), td(row.name), row.amounts.map(amount))),
    }),
    page(9, {
      portrait: true,
      widths: [110, 60],
      head: tr(td('项&nbsp;&nbsp;&nbsp;&nbsp;目'), td('本年预算数')),
      rows: threePublic.map((entry) =>
        tr(td(entry.ordinal + entry.name, entry.level ? 's' : 'c'), amount(entry.amount)),
      ),
    }),
  ]
  const contents = titles.map((title, i) => `<p>预算公开表${i + 1}　${title}</p>`).join('')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${heading}</title><style>
@page p{size:A4 portrait;margin:15mm 12mm}@page l{size:A4 landscape;margin:12mm 10mm}
.p{page:p}.l{page:l}section{break-before:page}section:first-of-type{break-before:auto}
body{margin:0;font:10pt/1.3 "AR PL UMing CN";text-spacing-trim:space-all}
.text p,.text h2{font-size:14pt;line-height:1.9;margin:0;text-indent:2em}.text h2{font-weight:normal}h1{text-align:center;font-size:18pt;font-weight:normal}
.ord{font-size:10pt}.title{text-align:center;font-size:16pt;line-height:1.8}.owner{display:flex;justify-content:space-between;font-size:10pt}
table{border-collapse:collapse;table-layout:fixed;margin:0 auto}td{border:1px solid #000;padding:1px 2px;text-align:center;height:5.6mm;white-space:pre-wrap;word-break:break-all}
td.s{text-align:left}td.n{text-align:right}td.c{text-align:center}.t1 table,.t2 table{font-size:9pt}.t4 td{height:6.1mm}.t6 td,.t7 td{height:6.2mm}
.t2 td,.t5 td{padding:1px}.t2 td.s{padding:0}.t5 td.s{padding:0}.note{font-size:10pt;margin-top:1mm}</style>
<section class="p text"><h1>${heading}</h1><h2>目录</h2><p>第一部分　部门概况</p><p>第二部分　2025部门预算表</p>${contents}</section>
<section class="p text">${paragraphs.map(([kind, text]) => `<${kind === 'h' ? 'h2' : 'p'}>${text}</${kind === 'h' ? 'h2' : 'p'}>`).join('')}</section>
<section class="p text"><h1>第二部分</h1><h1>2025部门预算表</h1></section>
${tables.join('\n')}</html>`
}

const own = (number, kind, at, columns, rows) =>
  table(kind, titles[number - 1], at, columns, rows, {
    ordinal: `预算公开表${number}`,
    notes: [notes[number - 1]],
  })
/** Page numbers are those of the printed PDF, looked up by eye. */
export const expectation = () =>
  expected(file, [
    own(
      1,
      'revenue_expenditure_summary',
      [4, 5],
      [
        ['收入', '本年预算'],
        ['支出', '本年预算'],
      ],
      [
        ...listRows(revenue, 'revenue'),
        ...listRows(byNature, 'expenditure_by_nature'),
        ...listRows(byFunction, 'expenditure_by_function'),
      ],
    ),
    own(2, 'revenue_summary', [6, 7], revenuePaths, rows[2]),
    own(3, 'expenditure_summary', [8], [['总计']], rows[3]),
    own(
      4,
      'appropriation_summary',
      [9, 10],
      [
        ['收入', '本年预算'],
        ['支出', '本年预算'],
      ],
      [...listRows(appropriation, 'revenue'), ...listRows(byFunction, 'expenditure')],
    ),
    own(5, 'general_budget_expenditure', [11], [['总计'], ['基本支出'], ['项目支出']], rows[5]),
    own(6, 'basic_expenditure_department_economic', [12, 13, 14, 15], [['金额']], rows[6]),
    own(7, 'basic_expenditure_government_economic', [16, 17, 18], [['金额']], rows[7]),
    own(
      8,
      'government_fund_expenditure',
      [19],
      [
        ['政府性基金预算支出', '小计'],
        ['政府性基金预算支出', '基本支出'],
        ['政府性基金预算支出', '项目支出'],
      ],
      rows[8],
    ),
    own(9, 'three_public_expenses', [20], [['本年预算数']], listRows(threePublic, null)),
  ])
