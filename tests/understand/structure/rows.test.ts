import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSum, termOf } from '../../../schemas/check.js'
import type { BudgetRow, BudgetTable, Check } from '../../../schemas/document.js'
import { checkLeaves } from '../../../src/understand/structure/leaves.js'
import { structureRows } from '../../../src/understand/structure/rows.js'
import { cell, column, row, table } from '../../helpers/document.js'
import { listing } from '../../helpers/listing.js'

const structured = (given: BudgetTable): BudgetTable => structureRows([given])[0]
const kinds = (given: BudgetTable) => structured(given).rows.map(({ kind }) => kind)
const reasons = (given: BudgetTable) =>
  structured(given).rows.map(({ kind, kindReason }) => `${kind} ${kindReason}`)
const outcomes = (given: BudgetTable) =>
  checkLeaves([structured(given)])[0]
    .checks.filter(({ rule }) => rule === 'leaves')
    .map(({ left, difference, outcome }) => `${left.row} ${difference} ${outcome}`)

/** A check of another stage: the row is the sum of others, in its first column. */
function summed(given: BudgetTable, whole: string, parts: string[]): Check {
  const term = (id: string) =>
    termOf(given, given.rows.find((own) => own.id === id) as BudgetRow, 'total')
  return checkSum('rollup', 'parent = Σ children', term(whole), parts.map(term)) as Check
}

test('codes: a row with rows below it is a subtotal, and only the last count', () => {
  const given = listing(`
    total |    |         | 合计 | 10.00
    item  |    | 201     | 一般公共服务支出 | 10.00
    item  | r1 | 20103   | 政府办公厅 | 10.00
    item  | r2 | 2010301 | 行政运行 | 6.00
    item  | r2 | 2010302 | 一般行政管理事务 | 4.00`)
  expect(kinds(given)).toEqual(['total', 'subtotal', 'subtotal', 'leaf', 'leaf'])
  expect(outcomes(given)).toEqual(['r0 0 holds'])
})

test('小计 in the block of a unit sums what stands above it there, and is no part of the unit', () => {
  const given = listing(`
    unit     |    |         | 市农业农村局 |
    item     | r0 | 213     | 农林水支出 | 6.00
    subtotal | r0 |         | 小计 | 6.00
    unit     |    |         | 市农技中心 |
    item     | r3 | 213     | 农林水支出 | 3.00
    subtotal | r3 |         | 小计 | 3.00
    total    |    |         | 合计 | 9.00`)
  const block = ['subtotal', 'leaf', 'subtotal']
  expect(kinds(given)).toEqual([...block, ...block, 'total'])
})

describe('rows that a table withholds', () => {
  const given = listing(`
    total |    |         | 合计 | 10.00
    item  |    | 201     | 一般公共服务支出 | 10.00
    item  | r1 | 2010301 | 行政运行 | 6.00`)

  test('change no kind; where the kind of the table claims no such law, nobody is accused', () => {
    expect(kinds(given)).toEqual(['total', 'subtotal', 'leaf'])
    expect(outcomes(given)).toEqual(['r0 4 not_applicable'])
  })

  test('are said once: the check that fails already says the whole difference', () => {
    expect(outcomes({ ...given, checks: [summed(given, 'r1', ['r2'])] })).toEqual([])
  })

  test('fail where codes say what is below what, another column bears it out, and no other check sees it', () => {
    const both = listing(`
      total |    |         | 合计 | 10.00 | 3.00
      item  |    | 201     | 一般公共服务支出 | 10.00 | 3.00
      item  | r1 | 2010301 | 行政运行 | 6.00 | 3.00`)
    const checks = [summed(both, 'r0', ['r1'])]
    expect(outcomes({ ...both, checks })).toEqual(['r0 4 fails', 'r0 0 holds'])
    const one = { ...given, checks: [summed(given, 'r0', ['r1'])] }
    expect(outcomes(one)).toEqual(['r0 4 not_applicable'])
  })
})

test('what the checks of each step say is not said again', () => {
  const given = listing(`
    total |    |       | 合计 | 10.00
    item  |    | 201   | 一般公共服务支出 | 10.00
    item  | r1 | 20103 | 政府办公厅 | 6.00
    item  | r1 | 20111 | 纪检监察 | 4.00`)
  const top = summed(given, 'r0', ['r1'])
  const below = summed(given, 'r1', ['r2', 'r3'])
  expect(outcomes({ ...given, checks: [top, below] })).toEqual([])
  expect(outcomes({ ...given, checks: [below] })).toEqual(['r0 0 holds'])
})

test('a list of totals: each sums what stands above it, and only the last is the total of all', () => {
  const given = listing(`
    item  |    |  | 一、财政拨款 | 8.00
    item  | r0 |  | 经费拨款 | 5.00
    item  | r0 |  | 非税收入 | 3.00
    item  |    |  | 二、事业收入 |
    total |    |  | 本年收入合计 | 8.00
    item  |    |  | 上年结转 | 2.00
    total |    |  | 收入总计 | 10.00`)
  expect(kinds(given)).toEqual(['subtotal', 'leaf', 'leaf', 'leaf', 'subtotal', 'leaf', 'total'])
  expect(outcomes(given)).toEqual(['r4 0 holds', 'r6 0 holds'])
})

test('其中 names a part only: the row above it counts', () => {
  const given = listing(`
    item  |    |  | 一、公用经费 | 8.00
    item  | r0 |  | 其中：会议费 | 3.00
    total |    |  | 合计 | 8.00`)
  expect(kinds(given)).toEqual(['leaf', 'memo', 'total'])
})

test('其中 before parts that come to all of it: the parts count', () => {
  const given = listing(`
    item  |    |  | 公务用车购置及运行费 | 8.00
    item  | r0 |  | 其中：购置费 | 3.00
    item  | r0 |  | 运行费 | 5.00
    total |    |  | 合计 | 8.00`)
  expect(kinds(given)).toEqual(['subtotal', 'leaf', 'leaf', 'total'])
})

test('a row set below another by its indent only stands beside it where the total says so', () => {
  const given = listing(`
    item  |    |  | 一、事业收入 | 8.00
    item  | r0 |  | 用事业基金弥补收支差额 | 2.00
    total |    |  | 收入总计 | 10.00`)
  expect(reasons(given)).toEqual(['leaf printed_total', 'leaf printed_total', 'total total_words'])
  expect(structured(given).rows[1]).toMatchObject({ parent: null, level: 1 })
})

test('where no total decides, nothing is said of the rows in question', () => {
  const given = listing(`
    item  |    |  | 一、事业收入 | 8.00
    item  | r0 |  | 用事业基金弥补收支差额 | 2.00
    item  |    |  | 二、其他收入 | 1.00`)
  expect(reasons(given)).toEqual(['null no_total', 'null no_total', 'leaf nothing_below'])
})

test('units and their projects in one file: each unit is the sum of what follows', () => {
  const given = listing(`
    total |  |  | 合计 | 10.00 | 4.00
    item  |  |  | 甲中心 | 6.00 | 3.00
    item  |  |  | 运行项目 | 4.00 | 2.00
    item  |  |  | 购置项目 | 2.00 | 1.00
    item  |  |  | 乙中心 | 4.00 | 1.00
    item  |  |  | 运行项目 | 4.00 | 1.00`)
  expect(kinds(given)).toEqual(['total', 'subtotal', 'leaf', 'leaf', 'subtotal', 'leaf'])
  expect(outcomes(given).every((outcome) => outcome.endsWith('holds'))).toBe(true)
  expect(structured(given).rows.map(({ parent, level }) => [parent, level])).toEqual([
    [null, 1],
    [null, 1],
    ['r1', 2],
    ['r1', 2],
    [null, 1],
    ['r4', 2],
  ])
})

describe('what is bought is said in other columns than the name', () => {
  test('a unit is the sum of the rows without a name below it', () => {
    const given = listing(`
      total |  |  | 合计 | 10.00
      item  |  |  | 甲中心 | 6.00
      blank |  |  |  | 4.00
      blank |  |  |  | 2.00
      item  |  |  | 乙中心 | 4.00
      blank |  |  |  | 4.00`)
    expect(kinds(given)).toEqual(['total', 'subtotal', 'leaf', 'leaf', 'subtotal', 'leaf'])
  })

  test('below goods and services, of one unit each, under names whose indents mean nothing', () => {
    const given = listing(`
      total |    |  | 合计 | 10.00
      item  |    |  | 货物 | 6.00
      item  |    |  | 甲中心（本级） | 6.00
      blank |    |  |  | 4.00
      blank |    |  |  | 2.00
      item  | r2 |  | 服务 | 4.00
      item  |    |  | 乙中心 | 4.00
      blank |    |  |  | 1.00
      blank |    |  |  | 3.00`)
    const [total, ...others] = structured(given).rows
    expect(total.kind).toBe('total')
    expect(others.map(({ kind, parent }) => [kind, parent])).toEqual([
      ['subtotal', null],
      ['subtotal', 'r1'],
      ['leaf', 'r2'],
      ['leaf', 'r2'],
      ['subtotal', null],
      ['subtotal', 'r5'],
      ['leaf', 'r6'],
      ['leaf', 'r6'],
    ])
  })

  test('rows without a name that come to nothing above them are left unsaid', () => {
    const given = listing(`
      total |  |  | 合计 | 10.00
      item  |  |  | 甲中心 | 6.00
      blank |  |  |  | 5.00
      item  |  |  | 乙中心 | 4.00`)
    expect(reasons(given)).toEqual([
      'total total_words',
      'leaf nothing_below',
      'null blank',
      'leaf nothing_below',
    ])
  })
})

test('a total that one column denies is the total: the others bear the reading out', () => {
  const given = listing(`
    total |  |  | 合计 | 10.00 | 5.00 | 8.00
    item  |  |  | 一 | 6.00 | 2.00 | 4.00
    item  |  |  | 1 | 4.00 | 1.00 | 3.00
    item  |  |  | 2 | 2.00 | 1.00 | 1.00
    item  |  |  | 二 | 4.00 | 2.00 | 4.00
    item  |  |  | 1 | 4.00 | 2.00 | 4.00`)
  expect(kinds(given)).toEqual(['total', 'subtotal', 'leaf', 'leaf', 'subtotal', 'leaf'])
  expect(outcomes(given)).toEqual(['r0 0 holds', 'r0 1 not_applicable', 'r0 0 holds'])
})

describe('a list without a total', () => {
  test('that is one sum down to its last row says so itself', () => {
    const given = listing(`
      item  |  |  | 某局（本级） | 10.00
      item  |  |  | 甲项目 | 6.00
      item  |  |  | 乙项目 | 4.00`)
    expect(reasons(given)).toEqual(['subtotal arithmetic', 'leaf arithmetic', 'leaf arithmetic'])
  })

  test('in which one figure equals another says nothing', () => {
    const given = listing(`
      item  |  |  | 甲项目 | 6.00
      item  |  |  | 乙项目 | 6.00
      item  |  |  | 丙项目 | 5.00`)
    expect(kinds(given)).toEqual(['leaf', 'leaf', 'leaf'])
  })
})

test('indents that mean nothing: all rows below one come to it, whatever stands below which', () => {
  const given = listing(`
    item  |    |  | 某局（本级） | 10.00
    item  | r0 |  | 城市管理 | 5.00
    item  | r0 |  | 园林绿化 | 3.00
    item  | r2 |  | 综合执法 | 2.00`)
  expect(kinds(given)).toEqual(['subtotal', 'leaf', 'leaf', 'leaf'])
})

test('figures beside totals that sum all others, as a row of indexes has them, are left unsaid', () => {
  const given = listing(`
    item  |    |       | 栏次 | 1
    total |    |       | 合计 | 10.00
    item  |    | 201   | 一般公共服务支出 | 10.00
    item  | r2 | 20103 | 政府办公厅 | 10.00`)
  expect(reasons(given)[0]).toBe('null contradicted')
  expect(kinds(given).slice(1)).toEqual(['total', 'subtotal', 'leaf'])
})

describe('what rounding explains', () => {
  const given = (total: string, part: string) =>
    listing(`
      unit |    |  | 某局 | ${total}
      unit | r0 |  | 某局本级 | 18941962.57
      unit | r0 |  | 监测中心 | ${part}
      unit | r0 |  | 种苗站 | 3159000
      total |   |  | 合计 | ${total}`)

  test('by the last digit that each figure prints: one decimal among two', () => {
    expect(kinds(given('48073221.6', '25972259.1'))[0]).toBe('subtotal')
  })

  test('a figure that prints all its digits allows no more than they do', () => {
    expect(kinds(given('48073221.60', '25972259.10'))[0]).toBe('leaf')
  })
})

test('a list that comes to more than its total, for reasons not printed, is left unsaid', () => {
  const given = listing(`
    total |  |  | 合计 | 10.00
    item  |  |  | 甲 | 6.00
    item  |  |  | 乙 | 3.00
    item  |  |  | 丙 | 5.00`)
  expect(reasons(given)).toEqual(['total total_words', ...Array(3).fill('null contradicted')])
  expect(outcomes(given)).toEqual(['r0 -4 not_applicable'])
})

test('a total on top of some rows only is a sum of those, and the others stand beside it', () => {
  const given = listing(`
    total |  |  | “三公”经费合计 | 6.00
    item  |  |  | 因公出国（境）费 | 1.00
    item  |  |  | 公务接待费 | 2.00
    item  |  |  | 公务用车运行费 | 3.00
    item  |  |  | 会议费 | 4.00
    item  |  |  | 培训费 | 5.00`)
  expect(kinds(given)).toEqual(['subtotal', 'leaf', 'leaf', 'leaf', 'leaf', 'leaf'])
  expect(outcomes(given)).toEqual(['r0 0 holds'])
})

describe('小计 between groups', () => {
  test('below each of them', () => {
    const given = listing(`
      item  |  |  | 基本工资 | 5.00
      item  |  |  | 津贴 | 3.00
      total |  |  | 小计 | 8.00
      item  |  |  | 办公费 | 2.00
      total |  |  | 小计 | 2.00
      total |  |  | 合计 | 10.00`)
    expect(kinds(given)).toEqual(['leaf', 'leaf', 'subtotal', 'leaf', 'subtotal', 'total'])
    expect(outcomes(given).every((outcome) => outcome.endsWith(' 0 holds'))).toBe(true)
  })

  test('above each of them', () => {
    const given = listing(`
      total |  |  | 合计 | 10.00
      total |  |  | 小计 | 8.00
      item  |  |  | 基本工资 | 5.00
      item  |  |  | 津贴 | 3.00
      total |  |  | 小计 | 2.00
      item  |  |  | 办公费 | 2.00`)
    expect(kinds(given)).toEqual(['total', 'subtotal', 'leaf', 'leaf', 'subtotal', 'leaf'])
  })

  test('and the total on top and at the foot is the total twice', () => {
    const given = listing(`
      total |  |  | 合计 | 10.00
      item  |  |  | 基本工资 | 8.00
      item  |  |  | 办公费 | 2.00
      total |  |  | 合计 | 10.00`)
    expect(kinds(given)).toEqual(['total', 'leaf', 'leaf', 'total'])
  })
})

test('a department without codes above its units, each a block of codes, is the sum of the units', () => {
  const given = listing(`
    total |    |     | 合计 | 10.00
    unit  |    |     | 某局 | 10.00
    unit  |    |     | 某局本级 | 6.00
    item  | r2 | 201 | 一般公共服务支出 | 6.00
    unit  |    |     | 某中心 | 4.00
    item  | r4 | 208 | 社会保障支出 | 4.00`)
  expect(kinds(given)).toEqual(['total', 'subtotal', 'subtotal', 'leaf', 'subtotal', 'leaf'])
  expect(structured(given).rows.map(({ parent, unitName }) => [parent, unitName])).toEqual([
    [null, undefined],
    [null, '某局'],
    ['r1', '某局本级'],
    ['r2', '某局本级'],
    ['r1', '某中心'],
    ['r4', '某中心'],
  ])
})

test('小计 of a name is the sum of what it names, also where nothing stands below it', () => {
  const given = listing(`
    total    |    |  | 收入总计 | 10.00
    subtotal |    |  | 一般公共预算资金 小计 | 7.00
    item     | r1 |  | 财政拨款 | 6.00
    item     | r1 |  | 专项收入 | 1.00
    subtotal |    |  | 政府性基金 小计 | 3.00`)
  expect(kinds(given)).toEqual(['total', 'subtotal', 'leaf', 'leaf', 'leaf'])
})

test('names of units without figures head their projects, also where no total is printed', () => {
  const given = listing(`
    unit |    |  | 甲中心 |
    item | r0 |  | 运行项目 | 4.00
    item | r0 |  | 购置项目 | 2.00
    unit |    |  | 乙中心 |
    item | r3 |  | 运行项目 | 4.00`)
  expect(kinds(given)).toEqual(['subtotal', 'leaf', 'leaf', 'subtotal', 'leaf'])
})

test('no row is set aside where all of them can count', () => {
  const given = listing(`
    total |    |  | 合计 | 9.00
    item  |    |  | 服务 | 9.00
    item  | r1 |  | 会议费 | 5.00
    item  | r2 |  | 住宿服务 | 3.00
    item  | r2 |  | 餐饮服务 | 2.00
    blank |    |  |  | 4.00`)
  expect(kinds(given)).toEqual(['total', 'subtotal', 'subtotal', 'leaf', 'leaf', 'leaf'])
})

test('in a file of units the unlabelled row on top is the total', () => {
  const given = listing(`
    unit |    |     | 某局 | 10.00
    unit |    |     | 某局本级 | 6.00
    item | r1 | 201 | 一般公共服务支出 | 6.00
    unit |    |     | 某中心 | 4.00
    item | r3 | 208 | 社会保障支出 | 4.00`)
  expect(kinds(given)).toEqual(['total', 'subtotal', 'leaf', 'subtotal', 'leaf'])
})

test('units listed without a total have none: the first is a unit like the others', () => {
  const given = listing(`
    unit |  |  | 甲中心 | 6.00
    unit |  |  | 乙中心 | 4.00
    unit |  |  | 丙中心 | 3.00`)
  expect(kinds(given)).toEqual(['leaf', 'leaf', 'leaf'])
})

test('years of units in one file are lists of their own (深圳)', () => {
  const period = (id: string, unitName: string, name: string, figure: string) =>
    row(id, { name, unitName, cells: { total: cell(figure) } })
  const given = table({
    columns: [
      column('unit_name', { type: 'name', key: 'unit_name' }),
      column('period', { type: 'name', key: 'period' }),
      column('total', { meaning: 'total', measure: 'total' }),
    ],
    rows: [
      period('r0', '某局', '2025年', '9.00'),
      period('r1', '某局', '2026年', '10.00'),
      period('r2', '甲中心', '2025年', '5.00'),
      period('r3', '甲中心', '2026年', '6.00'),
      { ...period('r4', '乙中心', '2025年', '4.00'), parent: 'r3' },
      period('r5', '乙中心', '2026年', '4.00'),
    ],
  })
  expect(kinds(given)).toEqual(['total', 'total', 'leaf', 'leaf', 'leaf', 'leaf'])
  expect(outcomes(given)).toEqual(['r0 0 holds', 'r1 0 holds'])
})

test('a list that runs through blocks side by side is one, its columns what they measure', () => {
  const block = (id: string, code: string | null, amount: string, figure: string) =>
    row(id, { code, name: code ?? '合计', cells: { [amount]: cell(figure) } })
  const given = table({
    columns: ['amount', 'amount_2'].map((id) =>
      column(id, { measure: 'total', phase: 'executed' }),
    ),
    rows: [
      block('r0', '301', 'amount', '6.00'),
      { ...block('r1', '30101', 'amount', '4.00'), parent: 'r0' },
      { ...block('r2', '30102', 'amount_2', '2.00'), parent: 'r0' },
      block('r3', '302', 'amount_2', '3.00'),
      { ...block('r4', null, 'amount_2', '9.00'), role: 'total' },
    ],
  })
  expect(kinds(given)).toEqual(['subtotal', 'leaf', 'leaf', 'leaf', 'total'])
  expect(outcomes(given)).toEqual(['r4 0 holds'])
})

test('a total that is all its list has counts; rows without a name are left unsaid', () => {
  const lone = listing(`
    total |  |  | 合计 | 10.00
    blank |  |  |  | 0`)
  expect(reasons(lone)).toEqual(['total nothing_below', 'null blank'])
})

test('a form is left as it is', () => {
  const given = table({ rows: [row('r0', { kindReason: 'form', cells: { total: cell('5.00') } })] })
  expect(structured(given)).toEqual(given)
})

interface Node {
  value: number
  children: Node[]
}

const node: fc.Memo<Node> = fc.memo((depth) =>
  depth <= 1
    ? fc.record({ value: fc.integer({ min: 0, max: 999_999 }), children: fc.constant([]) })
    : fc.record({
        value: fc.integer({ min: 0, max: 999_999 }),
        children: fc.array(node(depth - 1), { maxLength: 4 }),
      }),
)

function sum({ value, children }: Node): number {
  return children.length === 0 ? value : children.reduce((total, child) => total + sum(child), 0)
}

/** Rows with codes 201, 20101, 2010101, parents before their children. */
function rowsOf(nodes: readonly Node[], parent: BudgetRow | null): BudgetRow[] {
  return nodes.flatMap((each, i) => {
    const code =
      parent === null
        ? `2${String(i + 1).padStart(2, '0')}`
        : `${parent.code}${String(i + 1).padStart(2, '0')}`
    const own = row(`r${code}`, {
      ...{ parent: parent?.id ?? null, code, name: `科目${code}` },
      cells: { total: cell((sum(each) / 100).toFixed(2)) },
    })
    return [own, ...rowsOf(each.children, own)]
  })
}

/** Rows as bad reading may leave them: any role, any row before as the parent, any figures. */
const anyRows = fc
  .array(
    fc.record({
      role: fc.constantFrom('item', 'item', 'item', 'unit', 'total', 'subtotal', 'blank'),
      parent: fc.option(fc.nat(11)),
      code: fc.option(fc.constantFrom('201', '20103', '2010301', '208')),
      unitCode: fc.option(fc.constantFrom('402', '402001', '402003')),
      name: fc.constantFrom('合计', '其中：会议费', '甲', ''),
      figures: fc.array(fc.constantFrom('', '0', '1.00', '2.00', '3.00', '-1.00', '3.5'), {
        minLength: 2,
        maxLength: 2,
      }),
    }),
    { maxLength: 12 },
  )
  .map((lines) =>
    lines.map(({ figures, parent, ...own }, i) =>
      row(`r${i}`, {
        ...(own as Partial<BudgetRow>),
        parent: parent === null || parent >= i ? null : `r${parent}`,
        cells: { total: cell(figures[0]), basic: cell(figures[1]) },
      }),
    ),
  )

test('whatever stands there, no row is lost or changed but in its place, and no row is above itself', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const { rows: said } = structured(table({ rows }))
      expect(said.map(({ id, cells, role, code }) => ({ id, cells, role, code }))).toEqual(
        rows.map(({ id, cells, role, code }) => ({ id, cells, role, code })),
      )
      const parents = new Map(said.map(({ id, parent }) => [id, parent]))
      for (const { id } of said) {
        const way = new Set<string>()
        for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) {
          expect(way.has(at)).toBe(false)
          way.add(at)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('whatever the tree, leaves sum to the printed total', () => {
  fc.assert(
    fc.property(fc.array(node(3), { minLength: 1, maxLength: 5 }), fc.boolean(), (nodes, onTop) => {
      const total = row('total', {
        ...{ role: 'total', level: 0, name: '合计' },
        cells: { total: cell((nodes.reduce((all, each) => all + sum(each), 0) / 100).toFixed(2)) },
      })
      const body = rowsOf(nodes, null)
      const given = table({ rows: onTop ? [total, ...body] : [...body, total] })
      const [{ rows, checks }] = checkLeaves([structured(given)])
      const leaves = rows.filter(({ kind }) => kind === 'leaf')
      const cents = (own: BudgetRow) => Math.round(Number(own.cells.total.value) * 100)
      expect(leaves.reduce((all, leaf) => all + cents(leaf), 0)).toBe(cents(total))
      expect(checks.map(({ outcome }) => outcome)).toEqual(['holds'])
    }),
    { numRuns: 200 },
  )
})
