import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BudgetRow, BudgetTable } from '../../schemas/document.js'
import { leafChecks } from '../../src/panel/leaf-checks.js'
import { placeRows } from '../../src/panel/leaves.js'
import { listsOf } from '../../src/panel/list.js'
import { cell, row, table } from '../helpers/document.js'

/** `role|parent|code|label|figure ...`, the first row r0. */
function listing(lines: string, overrides: Partial<BudgetTable> = {}): BudgetTable {
  const rows = lines
    .trim()
    .split('\n')
    .map((line, i): BudgetRow => {
      const [role, parent, code, label, ...figures] = line.split('|').map((part) => part.trim())
      return row(`r${i}`, {
        ...{ parent: parent || null, role: role as BudgetRow['role'], code: code || null, label },
        name: label.replace(/^(?:其中[:：]|[一二三]、|（[一二三]）)+/, ''),
        cells: {
          total: cell(figures[0] ?? ''),
          ...(figures[1] ? { basic: cell(figures[1]) } : {}),
        },
      })
    })
  return table({ rows, ...overrides })
}

function kinds(given: BudgetTable): string[] {
  return listsOf(given).flatMap((list) => {
    const { places } = placeRows(given, list)
    return list.rows.map((row) => places.get(row)?.kind ?? places.get(row)?.reason ?? '')
  })
}

function outcomes(given: BudgetTable): string[] {
  return listsOf(given).flatMap((list) =>
    leafChecks(given, placeRows(given, list)).map(
      ({ left, difference, outcome }) => `${left.row} ${difference} ${outcome}`,
    ),
  )
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

test('rows that a table withholds stay a failure, and no leaf changes', () => {
  const given = listing(`
    total |    |         | 合计 | 10.00
    item  |    | 201     | 一般公共服务支出 | 10.00
    item  | r1 | 2010301 | 行政运行 | 6.00`)
  expect(kinds(given)).toEqual(['total', 'subtotal', 'leaf'])
  expect(outcomes(given)).toEqual(['r0 4 fails'])
})

test('a list of totals: each sums what stands above it', () => {
  const given = listing(`
    item  |    |  | 一、财政拨款 | 8.00
    item  | r0 |  | 经费拨款 | 5.00
    item  | r0 |  | 非税收入 | 3.00
    item  |    |  | 二、事业收入 |
    total |    |  | 本年收入合计 | 8.00
    item  |    |  | 上年结转 | 2.00
    total |    |  | 收入总计 | 10.00`)
  expect(kinds(given)).toEqual(['subtotal', 'leaf', 'leaf', 'leaf', 'total', 'leaf', 'total'])
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
  expect(kinds(given)).toEqual(['leaf', 'leaf', 'total'])
})

test('where no total decides, nothing is said of the rows in question', () => {
  const given = listing(`
    item  |    |  | 一、事业收入 | 8.00
    item  | r0 |  | 用事业基金弥补收支差额 | 2.00
    item  |    |  | 二、其他收入 | 1.00`)
  expect(kinds(given)).toEqual(['unreadable_structure', 'unreadable_structure', 'leaf'])
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
})

test('a list that comes to more than its total, for reasons not printed, is left unsaid', () => {
  const given = listing(`
    total |  |  | 合计 | 10.00
    item  |  |  | 甲 | 6.00
    item  |  |  | 乙 | 3.00
    item  |  |  | 丙 | 5.00`)
  expect(kinds(given)).toEqual(['total', ...Array(3).fill('unreadable_structure')])
  expect(outcomes(given)).toEqual([])
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

test('a total that is all its list has counts; rows without a name are left unsaid', () => {
  const lone = listing(`
    total |  |  | 合计 | 10.00
    blank |  |  |  | 0`)
  expect(kinds(lone)).toEqual(['total', 'unlabelled_row'])
  const [list] = listsOf(lone)
  expect([...placeRows(lone, list).places.values()].map(({ leaf }) => leaf)).toEqual([true, null])
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

test('whatever the tree, leaves sum to the printed total', () => {
  fc.assert(
    fc.property(fc.array(node(3), { minLength: 1, maxLength: 5 }), fc.boolean(), (nodes, onTop) => {
      const total = row('total', {
        ...{ role: 'total', level: 0, name: '合计' },
        cells: { total: cell((nodes.reduce((all, each) => all + sum(each), 0) / 100).toFixed(2)) },
      })
      const body = rowsOf(nodes, null)
      const given = table({ rows: onTop ? [total, ...body] : [...body, total] })
      const checks = listsOf(given).flatMap((list) => leafChecks(given, placeRows(given, list)))
      expect(checks.map(({ outcome }) => outcome)).toEqual(['holds'])
    }),
    { numRuns: 200 },
  )
})
