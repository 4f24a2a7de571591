/** The workbook beyond the tables' own layout: links, remarks, lists, limits. */
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Box, BudgetDocument, BudgetRow, BudgetTable } from '../../schemas/document.js'
import { finding } from '../../schemas/findings.js'
import { line } from '../../src/publish/workbook/cells.js'
import { addList, type Book } from '../../src/publish/workbook/list.js'
import { toXlsx } from '../../src/publish/workbook.js'
import { MOST_LINKS } from '../../src/publish/xlsx/sheet.js'
import { LONGEST } from '../../src/publish/xlsx/text.js'
import { Workbook } from '../../src/publish/xlsx/workbook.js'
import { findingsOf } from '../../src/understand/reconcile/status.js'
import {
  cell,
  check,
  column,
  document,
  failingCheck,
  narrativeFact,
  performanceRecord,
  table,
  term,
} from '../helpers/document.js'
import { linksOf, partsOf, reload, shown } from '../helpers/workbook.js'

const [ITEM, TOTAL] = table().rows
const FIRST = '1 一般公共预算支出表'

/** A list as objects by its header row. */
function records(workbook: Awaited<ReturnType<typeof reload>>, name: string) {
  const values = workbook.getWorksheet(name)?.getSheetValues().slice(1) as unknown[][]
  const [head, ...rows] = values.map((row) => row.slice(1).map(shown))
  return rows.map((row) => Object.fromEntries(head.map((title, i) => [title, row[i]])))
}

async function listed(source: BudgetDocument, name: string) {
  return records(await reload(await toXlsx(source)), name)
}

describe('what fails', () => {
  const failing = document([table({ checks: [failingCheck()] })])

  test('is tinted in its cell, with a comment that says both sides', async () => {
    const sheet = (await reload(await toXlsx(failing))).getWorksheet(FIRST)!
    for (const at of ['C5', 'C6']) {
      const { fill, note } = sheet.getCell(at)
      expect(fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } })
      const words = (note as { texts: { text: string }[] }).texts.map(({ text }) => text).join('')
      expect(words).toContain('左：合计 1312.40')
      expect(words).toContain('右：1300')
      expect(words).toContain('差额：12.4')
    }
    expect(sheet.getCell('D5').fill).not.toMatchObject({ pattern: 'solid' })
  })

  test('a sum is said of its whole, not of each part', async () => {
    const check = failingCheck()
    const sum = { ...check, right: [...check.right, { ...check.right[0], column: 'basic' }] }
    const sheet = (await reload(await toXlsx(document([table({ checks: [sum] })])))).getWorksheet(
      FIRST,
    )!
    expect([sheet.getCell('C6').note, sheet.getCell('C5').note].map(Boolean)).toEqual([true, false])
  })

  test('links from 勾稽 to the cells of both sides, which are there', async () => {
    const bytes = await toXlsx(failing)
    const workbook = await reload(bytes)
    const links = linksOf(bytes, workbook).filter(({ sheet }) => sheet === '勾稽')
    expect(links.map(({ ref, target }) => [ref, target.sheet, target.cell])).toEqual([
      ['E2', FIRST, 'C6'],
      ['G2', FIRST, 'C5'],
    ])
    expect(records(workbook, '勾稽')).toMatchObject([
      { 类别: '上下级', 关系式: '合计 = 各类之和', 结果: '不符', 差额: 12.4 },
    ])
  })
})

test('every link leads to a cell that has something in it', async () => {
  const box: Box = [1, 2, 3, 4]
  const issue = finding('odd_code', { text: '7' }, { table: 't1', page: 3, bbox: box })
  const there = { ...cell('7.00'), page: 3, bbox: box }
  const rows = [ITEM, { ...TOTAL, cells: { total: cell('1.00'), basic: there } }]
  const bytes = await toXlsx(
    document([table({ rows, checks: [failingCheck()] })], { issues: [issue] }),
  )
  const workbook = await reload(bytes)
  const links = linksOf(bytes, workbook)
  const targets = links.map(({ target }) =>
    workbook.getWorksheet(target.sheet)?.getCell(target.cell),
  )
  expect(targets.filter((target) => (target?.value ?? null) === null)).toEqual([])
  expect(links.find(({ sheet }) => sheet === '问题')?.target.cell).toBe('D6')
  expect(new Set(links.map(({ sheet }) => sheet))).toEqual(
    new Set(['说明', '勾稽', '问题', '数据字典']),
  )
})

test('勾稽 says what kind of law it is and what it says; what is taken off says so', async () => {
  const at = (column: string, value: string) => term({ row: 't1.r2', column, value, label: '合计' })
  const right = [at('basic', '2000.00'), { ...at('total', '687.60'), sign: -1 as const }]
  const checks = [check({ rule: 'balance', identity: 'x', left: at('total', '1312.40'), right })]
  const rows = await listed(document([table({ checks })]), '勾稽')
  expect(rows.map((row) => [row.类别, row.关系式, row.右项])).toEqual([
    ['收支结余', '合计 = 基本支出 - 合计', '合计（支出/基本支出）'],
    ['收支结余', '合计 = 基本支出 - 合计', '减：合计（支出/合计）'],
  ])
})

test('no sheet but 问题 and 数据字典 says a name of the program, and those in a column of their own', async () => {
  const failing = { ...failingCheck(), attribution: 'unclear' as const }
  const issues = findingsOf([table({ checks: [failing] })], [])
  const source = document([table({ checks: [failing] })], { issues, status: 'review' })
  const workbook = await reload(await toXlsx(source))
  const english: string[] = []
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) =>
      row.eachCell(({ value, address }) => {
        const text = String(shown(value)).replace(
          /^A[A-Z]$|（review）|foo\.pdf(?:#page=\d+)?|kemu|PDF|JSON|SHA-256|a{64}/g,
          '',
        )
        if (/[A-Za-z]{2}/.test(text)) english.push(`${sheet.name} ${address.replace(/\d+/, '')}`)
      }),
    )
  expect([...new Set(english)]).toEqual(['问题 B', '数据字典 G'])
})

describe('文字数据', () => {
  const fact = narrativeFact({ qualifier: '行政运行', fund: 'general_budget' })
  const none = narrativeFact({ id: 'f2', value: null, unit: null, text: '没有安排支出' })
  const said = term({ table: null, row: null, column: null, fact: 'f1', value: '1312.40' })
  const against = check({
    ...{ rule: 'prose', left: term({ row: 't1.r2', value: '1300.00' }), right: [said] },
    ...{ difference: '-12.4', outcome: 'fails' },
  })
  const source = document([table()], { facts: [fact, none], checks: [against] })

  test('lists every figure with its clause, page and what its checks came to', async () => {
    expect(await listed(source, '文字数据')).toMatchObject([
      {
        ...{ 事项: '支出预算（总计）', 何者: '行政运行', 资金: '一般公共预算', 指标: '金额' },
        ...{ 所属年度: 2025, 口径: '预算', 数值: 1312.4, 计量单位: '万元', 核对: '不符' },
        ...{ 原文: '2025年支出预算1312.40万元', 页: 2 },
      },
      { 数值: undefined, 计量单位: undefined, 原文: '没有安排支出', 核对: undefined },
    ])
  })

  test('is where 勾稽 leads to from a figure of the narrative', async () => {
    const bytes = await toXlsx(source)
    const links = linksOf(bytes, await reload(bytes)).filter(({ sheet }) => sheet === '勾稽')
    expect(links.map(({ target }) => [target.sheet, target.cell])).toEqual([
      [FIRST, 'C6'],
      ['文字数据', 'H2'],
    ])
  })

  test('is left out where there is no narrative', async () => {
    expect((await reload(await toXlsx(document()))).getWorksheet('文字数据')).toBeUndefined()
  })
})

describe('长表', () => {
  test('a row for each printed amount: codes as text, rows by class, a blank is none', async () => {
    const child = { ...ITEM, id: 't1.r3', parent: 't1.r1', code: '20103', unitCode: '003001' }
    const parent = { ...ITEM, kind: 'subtotal' as const }
    const rows = await listed(document([table({ rows: [parent, child, TOTAL] })]), '长表')
    expect(
      rows.map((row) => [row.行类别, row.科目编码, row.单位编码, row.列, row.金额, row.原文]),
    ).toEqual([
      ['小计', '201', undefined, '支出 / 合计', 1312.4, '1,312.40'],
      ['明细', '20103', '003001', '支出 / 合计', 1312.4, '1,312.40'],
      ['合计', undefined, undefined, '支出 / 合计', 1312.4, '1,312.40'],
      ['合计', undefined, undefined, '支出 / 基本支出', 0, '-'],
    ])
    expect(rows[0]).toMatchObject({ 种类: '一般公共预算支出表', 页: 1, 单位: '万元', 列义: '合计' })
  })

  const amount = fc
    .tuple(fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n }), fc.integer({ min: 0, max: 4 }))
    .map(([digits, places]) => {
      const all = String(digits)
        .replace('-', '')
        .padStart(places + 1, '0')
      const whole = all.slice(0, all.length - places)
      const value = (digits < 0n ? '-' : '') + (places ? `${whole}.${all.slice(-places)}` : whole)
      return cell(value)
    })

  test('each amount of a document, whatever its digits, with its exact value', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 6 }),
        async (pairs) => {
          const rows: BudgetRow[] = pairs.map(([total, basic], i) => ({
            ...ITEM,
            id: `t1.r${i}`,
            cells: { total, basic },
          }))
          const source = document([table({ rows })])
          const workbook = await reload(await toXlsx(source))
          const sheet = workbook.getWorksheet(FIRST)!
          const printed = pairs.flat().map(({ text }) => text)
          expect(records(workbook, '长表').map((row) => row.原文)).toEqual(printed)
          const shown = pairs.flatMap((_, i) =>
            ['C', 'D'].map((c) => sheet.getCell(`${c}${5 + i}`)),
          )
          shown.forEach(({ value, numFmt }, i) => {
            const places = printed[i].split('.')[1]?.length ?? 0
            if (typeof value === 'string') expect(value).toBe(printed[i])
            else {
              expect(printed[i].replace(/\D/g, '').replace(/^0+|0+$/g, '').length).toBeLessThan(16)
              expect(Number(printed[i]) - (value as number)).toBe(0)
              expect(numFmt.split('.')[1]?.length ?? 0).toBe(places)
            }
          })
        },
      ),
      { numRuns: 10 },
    )
  })
})

test('columns under one header cell link to it', async () => {
  const columns = table().columns.map((column) => ({ ...column, path: column.path.slice(0, 1) }))
  for (const column of columns.slice(0, 2)) column.path = ['科目']
  const bytes = await toXlsx(document([table({ columns })]))
  const links = linksOf(bytes, await reload(bytes)).filter(({ sheet }) => sheet === '数据字典')
  expect(links.map(({ target }) => target.cell)).toEqual(['A3', 'A3', 'C3', 'D3'])
})

test('数据字典 names every column of every table, its meaning, type and unit', async () => {
  const rows = await listed(document(), '数据字典')
  const own = rows.slice(0, 4).map((row) => [row.列, row.表头, row.含义, row.类型, row.单位])
  expect(own).toEqual([
    ['A', '科目编码', '科目编码', '编码（文本）', undefined],
    ['B', '科目名称', '名称', '名称（文本）', undefined],
    ['C', '支出 / 合计', '合计', '金额（数值）', '万元'],
    ['D', '支出 / 基本支出', '基本支出', '金额（数值）', '万元'],
  ])
  expect(rows.filter((row) => row.表 === '长表').map((row) => row.表头)).toContain('行类别')
})

test('说明 comes first and says what, from where and in what state', async () => {
  const workbook = await reload(await toXlsx(document()))
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    '说明',
    FIRST,
    '勾稽',
    '问题',
    '长表',
    '数据字典',
  ])
  const values = workbook.worksheets[0].getSheetValues().flat()
  for (const value of ['foo.pdf', 'a'.repeat(64), '正常（ok）', '某局 2025 年部门预算'])
    expect(values).toContain(value)
})

describe('as printed', () => {
  const box = (top: number, bottom = top + 10): [number, number, number, number] => [
    0,
    top,
    9,
    bottom,
  ]
  const at = (top: number, text: string) => ({ ...cell(text), bbox: box(top) })

  test('side-by-side lists keep their lines: a total below a gap stays below it', async () => {
    const columns: BudgetTable['columns'] = (['revenue', 'expenditure'] as const).flatMap(
      (panel) => [
        column(`${panel}_name`, { path: ['项目'], type: 'name', key: 'name', panel }),
        column(`${panel}_amount`, { path: ['预算数'], meaning: 'amount', panel }),
      ],
    )
    const row = (panel: 'revenue' | 'expenditure', name: string, top: number): BudgetRow => ({
      ...ITEM,
      id: `${panel}${top}`,
      panel,
      code: null,
      name,
      label: name,
      cells: { [`${panel}_amount`]: at(top, '1.00') },
    })
    const rows = [row('revenue', '拨款', 10), row('revenue', '收入总计', 30)].concat(
      [10, 20, 30].map((top) => row('expenditure', `支出${top}`, top)),
    )
    const sheet = (await reload(await toXlsx(document([table({ columns, rows })])))).worksheets[1]
    expect(
      [4, 5, 6].map((r) => [sheet.getCell(`A${r}`).value, sheet.getCell(`C${r}`).value]),
    ).toEqual([
      ['拨款', '支出10'],
      [null, '支出20'],
      ['收入总计', '支出30'],
    ])
  })

  test('columns stand where the document says, whatever their ids are', async () => {
    const columns: BudgetTable['columns'] = [
      column('a', { path: ['编码'], type: 'code', key: 'unit_code' }),
      column('b', { path: ['单位'], type: 'name', key: 'unit_name' }),
      column('revenue_name', { path: ['类'], type: 'code', key: 'class' }),
      column('code', { path: ['款'], type: 'code', key: 'section' }),
      column('class', { path: ['科目'], type: 'name', key: 'name' }),
      column('unit_name', { path: ['政府类'], type: 'code', key: 'government_class' }),
      column('item', { path: ['政府款'], type: 'code', key: 'government_section' }),
      column('name', { path: ['政府科目'], type: 'name', key: 'government_name' }),
      column('section', { path: ['金额'], meaning: 'amount' }),
    ]
    const own: BudgetRow = {
      ...ITEM,
      ...{ code: '30101', governmentCode: '50102', unitCode: '003', unitName: '某中心' },
      ...{ name: '基本工资', label: '社会保障缴费', cells: { section: cell('1.00') } },
    }
    const source = document([table({ columns, rows: [own] })])
    const sheet = (await reload(await toXlsx(source))).worksheets[1]
    expect((sheet.getRow(4).values as unknown[]).slice(1)).toEqual([
      '003',
      '某中心',
      '301',
      '01',
      '基本工资',
      '501',
      '02',
      '社会保障缴费',
      1,
    ])
  })

  test('lists are told by the panel of each column', async () => {
    const columns = (['expenditure', 'expenditure_by_nature'] as const).flatMap((panel, i) => [
      column(`n${i}`, { path: ['项目'], type: 'name', key: 'name', panel }),
      column(`expenditure_by_nature_${i}`, { path: ['数'], meaning: 'amount', panel }),
    ])
    const rows = (['expenditure', 'expenditure_by_nature'] as const).map((panel, i) => ({
      ...{ ...ITEM, id: `r${i}`, panel, code: null, label: `支出${i}` },
      cells: { [`expenditure_by_nature_${i}`]: at(10, '1.00') },
    }))
    const sheet = (await reload(await toXlsx(document([table({ columns, rows })])))).worksheets[1]
    expect((sheet.getRow(4).values as unknown[]).slice(1)).toEqual(['支出0', 1, '支出1', 1])
  })

  test('a class printed once beside its rows is one cell over them', async () => {
    const columns: BudgetTable['columns'] = [
      column('class', { path: ['类'], type: 'code', key: 'class' }),
      column('name', { path: ['类名称'], type: 'name', key: 'name' }),
      column('section', { path: ['款'], type: 'code', key: 'section' }),
      column('name_2', { path: ['科目名称'], type: 'name', key: 'name' }),
      column('amount', { path: ['金额'], meaning: 'amount' }),
    ]
    const row = (code: string, label: string, change: Partial<BudgetRow> = {}): BudgetRow => ({
      ...ITEM,
      id: code,
      code,
      name: label,
      label,
      cells: { amount: cell('1.00') },
      ...change,
    })
    const subtotal = (code: string, labelParts: string[]) =>
      row(code, labelParts.join(' '), { role: 'subtotal', name: labelParts[0], labelParts })
    const rows = [
      subtotal('301', ['工资福利支出', '小计']),
      row('30101', '基本工资', { level: 2, parent: '301' }),
      row('30102', '津贴补贴', { level: 2, parent: '301' }),
      subtotal('302', ['302 商品和服务 支出', '本年小计']),
    ]
    const sheet = (await reload(await toXlsx(document([table({ columns, rows })])))).worksheets[1]
    const values = ['A', 'B', 'C', 'D'].map((c) => sheet.getCell(`${c}4`).value)
    expect(values).toEqual(['301', '工资福利支出', null, '小计'])
    expect(['A6', 'B6', 'A7'].map((c) => sheet.getCell(c).master.address)).toEqual([
      'A4',
      'B4',
      'A7',
    ])
    // Cells with blanks in their own words: nobody splits a label again.
    expect(['B7', 'D7'].map((c) => sheet.getCell(c).value)).toEqual([
      '302 商品和服务 支出',
      '本年小计',
    ])
    expect([sheet.getCell('D5').value, sheet.getCell('D5').alignment.indent]).toEqual([
      '基本工资',
      1,
    ])
  })

  test('小计 beside a printed cell that names its class, without codes, says 小计', async () => {
    const columns = ['name', 'name_2'].map((id) =>
      column(id, { path: ['项目'], type: 'name', key: 'name' }),
    )
    const labelParts = ['其他资金', '小计']
    const own = { role: 'subtotal' as const, name: '其他资金', label: '其他资金 小计', labelParts }
    const rows = [{ ...ITEM, ...own, code: null, cells: { name: cell('其他资金', null) } }]
    const sheet = (await reload(await toXlsx(document([table({ columns, rows })])))).worksheets[1]
    expect(['A4', 'B4'].map((at) => sheet.getCell(at).value)).toEqual(labelParts)
  })

  test('a blank that goes on over two rows is a blank in each', async () => {
    const blank = { ...cell(''), bbox: box(10, 30) }
    const rows = [10, 20].map((top, i) => ({
      ...ITEM,
      id: `t1.r${i}`,
      cells: { total: at(top, '5.00'), basic: blank },
    }))
    const sheet = (await reload(await toXlsx(document([table({ rows })])))).getWorksheet(FIRST)!
    expect(sheet.getCell('D6').isMerged).toBe(false)
  })

  test('one cell over two rows is one cell again; two cells that say the same stay two', async () => {
    const spanned = { ...cell('9.00'), bbox: box(10, 30) }
    const rows = [10, 20].map((top, i) => ({
      ...ITEM,
      id: `t1.r${i}`,
      cells: { total: at(top, '5.00'), basic: spanned },
    }))
    const sheet = (await reload(await toXlsx(document([table({ rows })])))).getWorksheet(FIRST)!
    expect(sheet.getCell('D6').master.address).toBe('D5')
    expect(sheet.getCell('C6').isMerged).toBe(false)
  })
})

describe('text', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test.each([
    '=1+1',
    '+cmd',
    '-2+3',
    '@SUM(A1)',
    '=HYPERLINK("x")',
  ])('%s is no formula, wherever it stands', async (evil) => {
    const rows = [{ ...ITEM, name: evil, label: evil, code: evil, unitCode: evil }]
    const columns = table().columns.map((column) => ({ ...column, path: [evil] }))
    const bad = table({ title: evil, owner: evil, ordinal: evil, notes: [evil], rows, columns })
    const bytes = await toXlsx(
      document([bad], { report: { ...document().report, department: evil } }),
    )
    const sheets = Object.entries(partsOf(bytes)).filter(([name]) => name.includes('worksheets/'))
    expect(sheets.filter(([, xml]) => /<f[\s>/]/.test(xml))).toEqual([])
    const cells: unknown[] = []
    for (const sheet of (await reload(bytes)).worksheets)
      sheet.eachRow((row) => row.eachCell(({ value, type }) => cells.push([value, type])))
    expect(cells).toContainEqual([evil, 3])
  })

  test('comes back as it was, controls and escapes included; what is too long says that it is cut', async () => {
    const odd = 'a\u0001b _x0041_ <&>" 𠮷\ud800'
    const notes = [odd, '长'.repeat(40_000)]
    const sheet = (await reload(await toXlsx(document([table({ notes })])))).getWorksheet(FIRST)!
    expect(sheet.getCell('A7').value).toBe(odd)
    const cut = String(sheet.getCell('A8').value)
    expect([cut.length, cut.endsWith('…（过长截断，全文见 JSON）')]).toEqual([LONGEST, true])
  })

  test('the bytes do not depend on the clock', async () => {
    vi.useFakeTimers({ now: Date.UTC(2020, 1, 1), toFake: ['Date'] })
    const before = await toXlsx(document())
    vi.setSystemTime(Date.UTC(2031, 5, 5))
    expect(Buffer.compare(before, await toXlsx(document()))).toBe(0)
  })
})

test('a list beyond the limit of links goes on on a further sheet', async () => {
  const workbook = new Workbook('')
  const to = { sheet: '勾稽', row: 1, column: 1 }
  await addList(
    workbook,
    {
      name: '勾稽',
      columns: [{ title: '项', width: 9, about: '', type: 'text' }],
      rows: () => Array.from({ length: MOST_LINKS + 2 }, () => [line('x', to)]),
    },
    {} as Book,
  )
  const { worksheets } = await reload(await workbook.bytes())
  expect(worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['勾稽', MOST_LINKS + 1],
    ['勾稽 2', 3],
  ])
})

describe('绩效', () => {
  test('has a row for each indicator, the project and its money repeated', async () => {
    const [first] = performanceRecord().indicators
    const second = {
      ...first,
      level3: '满意度',
      operator: null,
      value: '优良',
      unit: null,
      text: '优良',
    }
    const review = performanceRecord({
      ...{ id: 'p2', kind: 'project_review', indicators: [] },
      funding: [
        { ...performanceRecord().funding[0], phase: 'full_year_budget', value: '100' },
        { ...performanceRecord().funding[0], phase: 'executed', value: '80' },
      ],
    })
    const performance = [performanceRecord({ indicators: [first, second] }), review]
    const rows = await listed(document([table()], { performance }), '绩效')
    expect(rows).toMatchObject([
      {
        项目: '物业管理',
        单位: '某中心',
        资金总额: 120.5,
        三级指标: '面积',
        符号: '>=',
        值: 12,
        计量单位: '平方米',
      },
      {
        项目: '物业管理',
        单位: '某中心',
        资金总额: 120.5,
        三级指标: '满意度',
        值: '优良',
        指标值: '优良',
      },
      { 种类: '项目绩效自评', 资金总额: 100, 全年执行数: 80, 页: 3 },
    ])
    expect(rows[2].三级指标 ?? '').toBe('')
  })

  test('is there only where there are forms, and described in 数据字典 then', async () => {
    const without = await reload(await toXlsx(document()))
    expect(without.getWorksheet('绩效')).toBeUndefined()
    const described = (rows: Record<string, unknown>[]) =>
      rows.filter(({ 表 }) => 表 === '绩效').length
    expect(described(await listed(document(), '数据字典'))).toBe(0)
    const source = document([table()], { performance: [performanceRecord()] })
    expect(described(await listed(source, '数据字典'))).toBeGreaterThan(20)
  })
})
