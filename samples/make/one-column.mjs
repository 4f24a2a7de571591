// Layout 2, for LibreOffice Writer (.fodt): landscape, one code column, nothing repeated on
// continuation pages, which begin wherever the producer breaks them. Two tables are in 元.
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
  vehicles,
  yuan,
} from './expected.mjs'
import { full, heading } from './narrative.mjs'

export const file = 'hengyang-one-column.pdf'

const same = (text) => text
const panelRows = [
  ...listRows(revenue, 'revenue'),
  ...listRows(byNature, 'expenditure_by_nature'),
  ...listRows(byFunction, 'expenditure_by_function'),
]
const fourRows = [...listRows(appropriation, 'revenue'), ...listRows(byFunction, 'expenditure')]
const three = (item) => [
  yuan(item.total),
  yuan(item.total),
  yuan(item.total),
  ...Array(11).fill(null),
]
const last = { totalLast: true, units: false }
const codeHead = ['科目编码', '科目名称']
const functionPaths = [['本年支出合计'], ['基本支出'], ['项目支出']]
const economicHead = ['部门预算支出经济分类科目', '政府预算支出经济分类科目']

// Every table: kind, title, pages of the printed PDF, amount columns, rows, how its amounts are
// printed, and the widths (mm) of its columns.
const specs = [
  {
    kind: 'revenue_expenditure_summary',
    title: '部门收支总表',
    pages: [4, 5],
    columns: [
      ['收入', '预算数'],
      ['支出', '预算数'],
    ],
    rows: panelRows,
    print: commas,
    lists: [revenue, byNature, byFunction],
    widths: [62, 26, 62, 26, 62, 26],
  },
  {
    kind: 'revenue_summary',
    title: '部门收入总表',
    pages: [5],
    columns: revenuePaths,
    rows: functionalRows(three, { units: false }),
    unit: '元',
    print: commas,
    widths: [14, 38, 24, 24, 24, 16, ...Array(10).fill(12.3)],
    small: true,
  },
  {
    kind: 'expenditure_summary',
    title: '部门支出总表',
    pages: [5, 6],
    columns: [['支出预算数']],
    rows: functionalRows((item) => [yuan(item.total)], last),
    unit: '元',
    print: same,
    widths: [40, 150, 70],
  },
  {
    kind: 'appropriation_summary',
    title: '财政拨款收支总表',
    pages: [6, 7],
    columns: [
      ['收入', '预算数'],
      ['支出', '预算数'],
    ],
    rows: fourRows,
    print: same,
    lists: [appropriation, byFunction],
    widths: [85, 45, 85, 45],
  },
  {
    kind: 'general_budget_expenditure',
    title: '一般公共预算支出表',
    pages: [7, 8],
    columns: functionPaths,
    rows: functionalRows((item) => [item.total, item.basic, item.project], last),
    print: commas,
    widths: [30, 110, 40, 40, 40],
  },
  {
    kind: 'basic_expenditure_department_economic',
    title: '一般公共预算基本支出表（部门预算支出经济分类）',
    pages: [8, 9, 10, 11, 12],
    columns: [['本年预算数']],
    rows: economicRows(departmentItems, false, same, true),
    print: commas,
    over: economicHead[0],
    widths: [40, 140, 80],
  },
  {
    kind: 'basic_expenditure_government_economic',
    title: '一般公共预算基本支出表（政府预算支出经济分类）',
    pages: [12, 13, 14, 15],
    columns: [['本年预算数']],
    rows: economicRows(governmentItems, false),
    print: same,
    over: economicHead[1],
    widths: [40, 140, 80],
  },
  {
    kind: 'government_fund_expenditure',
    title: '政府性基金预算支出表',
    pages: [15],
    columns: functionPaths,
    rows: emptyFundRows(3),
    print: same,
    widths: [30, 110, 40, 40, 40],
    notes: ['注：本部门没有使用政府性基金预算安排的支出，本表无数据。'],
  },
  {
    kind: 'three_public_expenses',
    title: '一般公共预算“三公”经费支出表',
    pages: [15, 16],
    columns: [['2025年预算数']],
    rows: listRows(threePublic, null),
    print: same,
    list: threePublic,
    widths: [170, 90],
  },
]

export const expectation = () =>
  expected(
    file,
    specs.map(({ kind, title, pages, columns, rows, unit = '万元', notes = [] }) =>
      table(kind, title, pages, columns, rows, { unit, notes }),
    ),
    [vehicles],
  )

const escapeXml = (text) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/^ +| {2,}/g, (run) => `<text:s text:c="${run.length}"/>`)
const p = (style, text) => `<text:p text:style-name="${style}">${escapeXml(text)}</text:p>`
const cell = (style, text, columns = 1, rows = 1) =>
  `<table:table-cell table:style-name="cell"${columns > 1 ? ` table:number-columns-spanned="${columns}"` : ''}${rows > 1 ? ` table:number-rows-spanned="${rows}"` : ''}>${p(style, text)}</table:table-cell>${'<table:covered-table-cell/>'.repeat(columns - 1)}`
const covered = '<table:covered-table-cell/>'
const tr = (...cells) =>
  `<table:table-row table:style-name="row">${cells.flat(3).join('')}</table:table-row>`
const heads = (texts) => texts.map((text) => cell('center', text))

/** The header rows and the body rows of one table. */
function content(spec) {
  const number = (amount) => cell('number', amount === null ? '' : spec.print(amount))
  if (spec.lists) {
    const height = Math.max(...spec.lists.map((list) => list.length))
    // Each list's last row is its total: they share the table's last row.
    const at = (list, i) =>
      i === height - 1 ? list.at(-1) : i < list.length - 1 ? list[i] : undefined
    const label = (item) => (item.level === 2 ? '    ' : '') + item.ordinal + item.name
    return [
      tr(cell('center', '收入', 2), cell('center', '支出', 2 * spec.lists.length - 2)),
      tr(spec.lists.map(() => heads(['项目', '预算数']))),
      ...Array.from({ length: height }, (_, i) =>
        tr(
          spec.lists.map((list) => {
            const item = at(list, i)
            return [cell('left', item ? label(item) : ''), number(item?.amount ?? null)]
          }),
        ),
      ),
    ]
  }
  if (spec.list)
    return [
      tr(heads(['项目', ...spec.columns[0]])),
      ...spec.list.map((item) => tr(cell('left', item.ordinal + item.name), number(item.amount))),
    ]
  const body = spec.rows.map((row) =>
    tr(cell('left', row.code ?? ''), cell('left', row.name), row.amounts.map(number)),
  )
  if (spec.over)
    return [
      tr(cell('center', spec.over, 2), cell('center', '本年预算数', 1, 2)),
      tr(heads(codeHead), covered),
      ...body,
    ]
  if (spec.kind === 'revenue_summary') {
    const tops = revenueColumns.slice(4).map(([text]) => cell('center', plain([text])[0], 1, 2))
    return [
      tr(
        codeHead.map((text) => cell('center', text, 1, 2)),
        cell('center', '总计', 1, 2),
        cell('center', '一般公共预算拨款', 3),
        tops,
      ),
      tr(
        covered.repeat(3),
        heads(revenueColumns.slice(1, 4).map((path) => plain(path)[1])),
        covered.repeat(10),
      ),
      ...body,
    ]
  }
  return [tr(heads([...codeHead, ...spec.columns.flat()])), ...body]
}

const letters = (index) => `t${index + 1}`
function rendered(spec, index) {
  const name = letters(index)
  return `${p('title', spec.title)}
<table:table table:name="o${name}" table:style-name="owners"><table:table-column table:style-name="half" table:number-columns-repeated="2"/><table:table-row><table:table-cell>${p('left', `单位名称：${department}`)}</table:table-cell><table:table-cell>${p('number', `单位：${spec.unit ?? '万元'}`)}</table:table-cell></table:table-row></table:table>
<table:table table:name="${name}" table:style-name="${name}">${spec.widths.map((_, i) => `<table:table-column table:style-name="${name}.${i}"/>`).join('')}
${content(spec)
  .join('\n')
  .replaceAll(/text:style-name="(left|center|number)"/g, (all, style) =>
    spec.small ? `text:style-name="${style}-small"` : all,
  )}</table:table>
${(spec.notes ?? []).map((note) => p('left', note)).join('')}`
}

const tableStyle = (
  name,
  widths,
) => `<style:style style:name="${name}" style:family="table"><style:table-properties style:width="${widths.reduce((a, b) => a + b)}mm" table:align="center" table:border-model="collapsing" style:may-break-between-rows="true"/></style:style>
${widths.map((width, i) => `<style:style style:name="${name}.${i}" style:family="table-column"><style:table-column-properties style:column-width="${width}mm"/></style:style>`).join('')}`
const paragraph = (name, align, size, more = '') =>
  `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties fo:text-align="${align}" ${more}/><style:text-properties style:font-name="F" style:font-name-asian="F" fo:font-size="${size}pt" style:font-size-asian="${size}pt"/></style:style>`

export function fodt() {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="&apos;WenQuanYi Zen Hei&apos;"/></office:font-face-decls>
<office:automatic-styles>
<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape" fo:margin="15mm"/></style:page-layout>
${paragraph('title', 'center', 15, 'fo:margin-top="5mm" fo:margin-bottom="2mm" fo:keep-with-next="always"')}${paragraph('heading', 'center', 18, 'fo:margin-bottom="4mm"')}${paragraph('text', 'left', 12, 'fo:text-indent="8mm" fo:line-height="150%"')}${paragraph('break', 'left', 12, 'fo:break-before="page"')}
${[
  ['', 10],
  ['-small', 7],
]
  .map(
    ([suffix, size]) =>
      paragraph(`left${suffix}`, 'left', size) +
      paragraph(`center${suffix}`, 'center', size) +
      paragraph(`number${suffix}`, 'end', size),
  )
  .join('')}
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.6mm" style:vertical-align="middle"/></style:style>
<style:style style:name="row" style:family="table-row"><style:table-row-properties style:min-row-height="5.5mm" fo:keep-together="always"/></style:style>
${tableStyle('owners', [260])}<style:style style:name="half" style:family="table-column"><style:table-column-properties style:column-width="130mm"/></style:style>
${specs.map((spec, i) => tableStyle(letters(i), spec.widths)).join('\n')}
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pl"/></office:master-styles>
<office:body><office:text>
${p('heading', heading)}${p('text', '目录')}${specs.map((spec, i) => p('text', `${i + 1}.${spec.title}${'.'.repeat(30)}${spec.pages[0]}`)).join('')}
${p('break', '')}${full.map(([, text]) => p('text', text)).join('')}${p('break', '')}
${specs.map(rendered).join('\n')}
</office:text></office:body></office:document>`
}
