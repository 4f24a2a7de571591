/** How a table looks on its sheet and on paper, where its figures lead to, and lists that stack. */
import { describe, expect, test } from 'vitest'
import type { BudgetTable } from '../../schemas/document.js'
import { pageBreaks } from '../../src/publish/workbook/print.js'
import { toXlsx } from '../../src/publish/workbook.js'
import { cell, column, document, table } from '../helpers/document.js'
import { outsideLinksOf, reload } from '../helpers/workbook.js'

const [ITEM] = table().rows

async function sheetOf(own: BudgetTable) {
  return (await reload(await toXlsx(document([own])))).worksheets[1]
}

/** A table of so many columns of amounts, twenty characters wide each. */
function wide(amounts: number): BudgetTable {
  const columns = [table().columns[0], table().columns[1]]
  const ids = Array.from({ length: amounts }, (_, i) => `amount_${i}`)
  for (const id of ids) columns.push(column(id, { path: [id], meaning: 'amount' }))
  const cells = Object.fromEntries(ids.map((id) => [id, cell('123,456,789,012.00')]))
  return table({ columns, rows: [{ ...ITEM, cells }] })
}

describe('a title', () => {
  const TITLE = '二〇二五年度一般公共预算财政拨款基本支出预算表（部门预算支出经济分类科目）'

  test('longer than its table is wide takes more lines, and all of them are seen', async () => {
    const one = [column('a', { path: ['项目'], type: 'name', key: 'name' })]
    const sheet = await sheetOf(table({ title: TITLE, columns: one, rows: [] }))
    const { alignment } = sheet.getCell('A1')
    expect(alignment).toMatchObject({ wrapText: true })
    // 37 characters of 14 points are 104 of 10 points wide.
    const lines = Math.ceil(104 / (sheet.getColumn(1).width as number))
    expect(sheet.getRow(1).height).toBeGreaterThanOrEqual(lines * 20)
  })

  test('of a narrow table has room for half of it on a line', async () => {
    const sheet = await sheetOf(table({ title: TITLE }))
    const total = [1, 2, 3, 4].reduce((sum, i) => sum + (sheet.getColumn(i).width as number), 0)
    expect(total).toBeGreaterThan(52)
  })

  test('that is short leaves its table as wide as it was', async () => {
    const [short, none] = await Promise.all([sheetOf(table({ title: '支出表' })), sheetOf(wide(3))])
    expect([short.getRow(1).height, none.getRow(1).height]).toEqual([24, 24])
  })
})

test('a figure keeps off the text to its right, and in lists text off the figure to its left', async () => {
  const sheet = await sheetOf(table())
  expect(sheet.getCell('C5').alignment).toMatchObject({ horizontal: 'right', indent: 1 })
  const list = (await reload(await toXlsx(document()))).getWorksheet('长表')
  expect(list?.getCell('V2').value).toBe('万元')
  expect(list?.getCell('V2').alignment).toMatchObject({ horizontal: 'left', indent: 1 })
})

describe('on paper', () => {
  test('a sheet is as wide as one page while its letters stay legible', async () => {
    const { pageSetup } = await sheetOf(wide(8))
    expect(pageSetup).toMatchObject({ fitToWidth: 1, fitToHeight: 0, paperSize: 9 })
    expect(pageSetup.printTitlesRow).toBe('1:3')
  })

  test('a wider one goes on beside, with the names of its rows on each page', async () => {
    const { pageSetup } = await sheetOf(wide(16))
    expect(pageSetup).toMatchObject({
      ...{ fitToWidth: 2, pageOrder: 'overThenDown', orientation: 'landscape' },
      ...{ printTitlesRow: '1:3', printTitlesColumn: 'A:B' },
    })
  })

  test('a header cell over both pages says its words on each, a title stands on the first', async () => {
    const own = wide(16)
    const columns = own.columns.map((column, i) =>
      i < 2 ? column : { ...column, path: ['本年预算', ...column.path] },
    )
    const sheet = await sheetOf({ ...own, columns })
    const widths = columns.map((_, i) => sheet.getColumn(i + 1).width as number)
    const [end] = pageBreaks({ widths, naming: 2 })
    const said = (column: number) => [
      sheet.getCell(3, column).master.address,
      sheet.getCell(3, column).value,
    ]
    expect(said(3)).toEqual(['C3', '本年预算'])
    expect(said(end)).toEqual(['C3', '本年预算'])
    expect(said(end + 1)).toEqual([sheet.getCell(3, end + 1).address, '本年预算'])
    expect(sheet.getCell(1, end).isMerged).toBe(true)
    expect(sheet.getCell(1, end + 1).isMerged).toBe(false)
  })
})

describe('every figure leads to its page', () => {
  test('from its row of 长表, by the name of the PDF', async () => {
    const source = { ...document().source, file: '某市/2025 年#1.pdf' }
    const links = outsideLinksOf(await reload(await toXlsx(document([table()], { source }))))
    const own = Object.entries(links).filter(([at]) => at.startsWith('长表!'))
    expect(own).toEqual([2, 3, 4].map((row) => [`长表!Y${row}`, '2025%20%E5%B9%B4%231.pdf#page=1']))
  })

  test('and a table from 说明', async () => {
    const links = outsideLinksOf(await reload(await toXlsx(document([table({ pages: [3, 4] })]))))
    const own = Object.entries(links).filter(([at]) => at.startsWith('说明!'))
    expect(own.map(([, link]) => link)).toEqual(['foo.pdf#page=3'])
  })
})

test('a table of no known kind comes last, whatever page it is on', async () => {
  const odd = table({ id: 't0', kind: 'unrecognized', title: '附表' })
  const { worksheets } = await reload(await toXlsx(document([odd, table()])))
  expect(worksheets.map(({ name }) => name).slice(0, 3)).toEqual([
    '说明',
    '1 一般公共预算支出表',
    '2 附表',
  ])
})

describe('长表 of several files', () => {
  const values = async (source: Parameters<typeof toXlsx>[0]) =>
    (await reload(await toXlsx(source))).getWorksheet('长表')?.getSheetValues() as unknown[][]

  test('has the same columns in the same order, whatever the tables are', async () => {
    const [one, other] = await Promise.all([
      values(document()),
      values(document([wide(2)], { report: { ...document().report, fiscalYear: null } })),
    ])
    expect(other[1]).toEqual(one[1])
  })

  test('says in each row its file, owner, year, and the amount in 元, no digit lost', async () => {
    const rows = [{ ...ITEM, cells: { total: cell('1,312.40'), basic: cell('0.000001') } }]
    const [, head, ...list] = await values(document([table({ rows, owner: '某中心' })]))
    const of = (title: string) => list.map((row) => row[head.indexOf(title)])
    expect(of('文件')).toEqual(['foo.pdf', 'foo.pdf'])
    expect(of('公开单位')).toEqual(['某中心', '某中心'])
    expect(of('报告年度')).toEqual([2025, 2025])
    expect(of('金额（元）')).toEqual([13124000, 0.01])
    const [, , ...unstated] = await values(document([table({ rows, unit: null, owner: null })]))
    expect(unstated.map((row) => row[head.indexOf('金额（元）')])).toEqual([undefined, undefined])
    expect(unstated[0][head.indexOf('公开单位')]).toBe('某局')
  })

  test('a total in 元 beyond fifteen digits stays text, digit by digit', async () => {
    const rows = [{ ...ITEM, cells: { total: cell('123456789012.3456'), basic: cell('') } }]
    const [, head, row] = await values(document([table({ rows, unit: '万元' })]))
    expect(row[head.indexOf('金额（元）')]).toBe('1234567890123456')
  })
})

describe('a row of a form', () => {
  const columns = ['a', 'b', 'c'].map((id) =>
    id === 'c'
      ? column(id, { path: ['值'], type: 'text', key: null })
      : column(id, { path: ['项目名称'], type: 'name', key: 'name' }),
  )
  const cells = { a: cell('其中：财政拨款', null), c: cell('8.00', null) }
  const form = (label: string) =>
    table({ columns, rows: [{ ...ITEM, code: null, name: label, label, cells }] })
  const shown = async (label: string) => {
    const sheet = await sheetOf(form(label))
    return ['A', 'B', 'C'].map((letter) => sheet.getCell(`${letter}4`).value ?? '')
  }

  test('that is called after its cells says them once', async () => {
    expect(await shown('其中：财政拨款 8.00')).toEqual(['其中：财政拨款', '', '8.00'])
  })

  test('that has no cell of a name is called nothing either', async () => {
    const { a: _, ...rest } = cells
    const row = { ...ITEM, code: null, cells: { x: cell('合计', null), ...rest } }
    const own = [column('x', { path: ['单位编码'], type: 'text', key: null }), ...columns]
    const called = { ...row, name: '合计 8.00', label: '合计 8.00' }
    const sheet = await sheetOf(table({ columns: own, rows: [called] }))
    expect(['A', 'C', 'D'].map((letter) => sheet.getCell(`${letter}4`).value ?? '')).toEqual([
      ...['合计', '', '8.00'],
    ])
  })

  test('that says in its one cell what its name says has both', async () => {
    const none = { ...ITEM, code: null, name: '无', label: '无', cells: { c: cell('无', null) } }
    const sheet = await sheetOf(table({ columns, rows: [none] }))
    expect(['B', 'C'].map((letter) => sheet.getCell(`${letter}4`).value ?? '')).toEqual([
      ...['无', '无'],
    ])
  })

  test('that is called anything more says it all', async () => {
    expect(await shown('一、财政拨款')).toEqual(['其中：财政拨款', '一、财政拨款', '8.00'])
  })
})
