/** What a check says comes of its rule and its terms: the contract's canonical string is read by nobody. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BudgetTable,
  type Check,
  type Column,
  RULES,
  type Term,
} from '../../schemas/document.js'
import { identitiesOf } from '../../schemas/identity.js'
import { cell, check, column, row, table, term } from '../helpers/document.js'

const say = (of: Check, tables: BudgetTable[]) => identitiesOf(tables)(of)

/** A table of one row of amounts, a column for each meaning, ids that say nothing. */
function columnsTable(meanings: (string | null)[], checks: Check[] = []): BudgetTable {
  const columns: Column[] = meanings.map((meaning, i) =>
    column(`x${i}`, { path: ['印', `第${i}列`], meaning }),
  )
  const cells = Object.fromEntries(columns.map(({ id }) => [id, cell('1.00')]))
  return table({ columns, rows: [row('r1', { name: '某项', cells })], checks })
}

const at = (column: string, given: Partial<Term> = {}) => term({ row: 'r1', column, ...given })

function rowSum(whole: string, parts: string[], given: Partial<Check> = {}): Check {
  const right = parts.map((part) => at(part))
  return check({ rule: 'row_sum', identity: 'law', left: at(whole), right, ...given })
}

describe('columns of a row', () => {
  test.each<[meanings: string[], zh: string, en: string]>([
    [
      ['total', 'basic', 'project'],
      '合计 = 基本支出 + 项目支出',
      'Total = Basic expenditure + Project expenditure',
    ],
    [
      ['basic.total', 'basic.personnel', 'basic.public'],
      '基本支出 = 人员经费 + 公用经费',
      'Basic expenditure = Personnel funds + Office funds',
    ],
    [
      ['total', 'basic.total', 'project'],
      '合计 = 基本支出 + 项目支出',
      'Total = Basic expenditure + Project expenditure',
    ],
    [
      ['total', 'general_budget.basic', 'general_budget.project'],
      '合计 = 一般公共预算（基本支出 + 项目支出）',
      'Total = General public budget (Basic expenditure + Project expenditure)',
    ],
    [
      ['total', 'basic', 'general_budget.project', 'carry_over.other', 'carry_over.debt'],
      '合计 = 基本支出 + 一般公共预算：项目支出 + 上年结转（其他收入 + 债务资金）',
      'Total = Basic expenditure + General public budget, project expenditure + Carried over from last year (Other revenue + Debt)',
    ],
    [
      ['three_public.vehicles', 'three_public.vehicle_purchase'],
      '"三公"经费：公务用车购置及运行维护费 = 公务用车购置费',
      'Three public expenses, official vehicles = Vehicle purchase',
    ],
    [
      ['previous_year.total', 'previous_year.abroad', 'previous_year.reception'],
      '上年：合计 = 因公出国(境)费 + 公务接待费',
      'Last year, total = Official travel abroad + Official reception',
    ],
    [
      [
        'three_public.vehicles.total',
        'three_public.vehicles.vehicle_purchase',
        'vehicle_operation',
      ],
      '"三公"经费：公务用车购置及运行维护费 = 公务用车购置费 + 公务用车运行维护费',
      'Three public expenses, official vehicles = Vehicle purchase + Vehicle operation',
    ],
  ])('%s', (meanings, zh, en) => {
    const [whole, ...parts] = meanings.map((_, i) => `x${i}`)
    expect(say(rowSum(whole, parts), [columnsTable(meanings)])).toEqual({ zh, en })
  })

  test('a blank cell is no term of its row, and the law names its column all the same', () => {
    const [full, blank] = [rowSum('x0', ['x1', 'x2']), rowSum('x0', ['x2'])]
    const own = columnsTable(['total', 'basic', 'project'], [full, blank])
    expect(say(blank, [own]).zh).toBe('合计 = 基本支出 + 项目支出')
  })

  test('two laws of one column stay two', () => {
    const bySource = rowSum('x0', ['x1', 'x2'], { identity: 'one' })
    const byUse = rowSum('x0', ['x3', 'x4'], { identity: 'other' })
    const meanings = ['total', 'appropriation', 'other', 'personnel', 'public']
    const own = columnsTable(meanings, [bySource, byUse])
    expect([bySource, byUse].map((each) => say(each, [own]).zh)).toEqual([
      '合计 = 财政拨款 + 其他收入',
      '合计 = 人员经费 + 公用经费',
    ])
  })

  test('a column that no term explains is called as it is printed', () => {
    const own = columnsTable(['total', null, 'project'])
    expect(say(rowSum('x0', ['x1', 'x2']), [own]).zh).toBe('合计 = 印/第1列 + 项目支出')
  })

  test('what is taken off is said to be', () => {
    const own = columnsTable([
      'carry_forward',
      'carry_over',
      'current_revenue',
      'current_expenditure',
    ])
    const right = [at('x1'), at('x2'), at('x3', { sign: -1 })]
    const balance = check({ rule: 'balance', left: at('x0'), right })
    expect(say(balance, [own])).toEqual({
      zh: '结转下年 = 上年结转 + 本年收入 - 本年支出',
      en: "Carried forward to next year = Carried over from last year + This year's revenue - This year's expenditure",
    })
  })

  test('figures of one heading that are taken off one by one stand apart', () => {
    const own = columnsTable(['total', 'basic.personnel', 'basic.public'])
    const right = [at('x1', { sign: -1 }), at('x2', { sign: -1 })]
    expect(say(check({ left: at('x0'), right }), [own]).zh).toBe(
      '合计 = -基本支出：人员经费 - 基本支出：公用经费',
    )
  })

  test('where every part is blank, nothing is the sum', () => {
    expect(say(rowSum('x0', []), [columnsTable(['total', 'basic'])]).zh).toBe('合计 = 0')
  })
})

describe('rows', () => {
  const rows = [
    row('sum', { role: 'total', level: 0, name: '合计' }),
    row('class', { code: '201', name: '一般公共服务支出' }),
    row('section', { code: '20103', level: 2, name: '办公厅事务' }),
    row('unit', { role: 'unit', name: '某中心' }),
    row('other unit', { role: 'unit', name: '某站' }),
    row('plain', { name: '一项' }),
  ]
  const own = table({ rows })
  const rollup = (left: string, ...right: string[]) =>
    say(
      check({
        rule: 'rollup',
        left: term({ row: left }),
        right: right.map((id) => term({ row: id })),
      }),
      [own],
    ).zh

  test.each([
    ['合计 = 各类之和', 'sum', 'class'],
    ['合计 = 各单位之和', 'sum', 'unit', 'other unit'],
    ['合计 = 各项之和', 'sum', 'class', 'plain'],
    ['上级 = 各下级之和', 'class', 'section'],
    ['部门 = 各单位之和', 'unit', 'other unit'],
    ['单位 = 各项之和', 'unit', 'class'],
  ])('%s', (expected, left, ...right) => {
    expect(rollup(left, ...right)).toBe(expected)
  })

  test.each([
    'row_names',
    'list_sum',
  ] as const)('%s calls rows by their names, as printed', (rule) => {
    const [left, ...right] = ['“三公”经费', '出国', '接待'].map((label) => term({ label }))
    expect(say(check({ rule, left, right }), []).zh).toBe('“三公”经费 = 出国 + 接待')
  })

  test('many rows are counted, seven and more', () => {
    const of = (count: number) => {
      const right = Array.from({ length: count }, (_, i) => term({ label: `项${i}` }))
      return say(check({ rule: 'list_sum', left: term({ label: '本年收入合计' }), right }), []).zh
    }
    expect([of(6), of(7)]).toEqual([
      '本年收入合计 = 项0 + 项1 + 项2 + 项3 + 项4 + 项5',
      '本年收入合计 = 7 行之和',
    ])
  })

  test('leaves sum to a total by its name', () => {
    const leaves = check({ rule: 'leaves', left: term({ label: '支出总计' }), right: [term()] })
    expect(say(leaves, []).zh).toBe('支出总计 = 各明细之和')
  })
})

describe('between lists and tables', () => {
  const lists = table({
    id: 't2',
    kind: 'revenue_expenditure_summary',
    columns: [column('a', { meaning: 'amount' }), column('b', { meaning: 'amount' })],
    rows: [
      row('in', { role: 'total', panel: 'revenue', name: '收入总计' }),
      row('out', { role: 'total', panel: 'expenditure_by_nature', name: '支出总计' }),
      row('left', { panel: 'expenditure_by_nature', name: '结转下年' }),
    ],
  })
  const income = term({ table: 't2', row: 'in', column: 'a', label: '收入总计' })
  const outlay = term({ table: 't2', row: 'out', column: 'b', label: '支出总计' })
  const general = term({ table: 't1', row: 't1.r2', column: 'basic', label: '合计' })

  test('lists side by side are told by what they list', () => {
    expect(say(check({ rule: 'panels_balance', left: income, right: [outlay] }), [lists]).zh).toBe(
      '收入栏 = 支出栏（按支出性质）',
    )
  })

  test('of a table its column says which figure it is, of a list its row', () => {
    const equal = check({ rule: 'equals_table', left: outlay, right: [general] })
    expect(say(equal, [lists, table()])).toEqual({
      zh: '收支总表：支出总计 = 一般公共预算支出表：基本支出',
      en: 'Revenue and expenditure: 支出总计 = Expenditure of the general public budget: Basic expenditure',
    })
  })

  test('one figure under two headings has one name, by what it measures', () => {
    const columns = [
      column('total', { meaning: 'general_budget.total', measure: 'total' }),
      column('basic', { meaning: 'general_budget.basic', measure: 'basic' }),
    ]
    const right = [{ ...general, column: 'total' }]
    const equal = check({ rule: 'equals_table', left: general, right })
    expect(say(equal, [table({ columns })]).zh).toBe(
      '一般公共预算支出表：基本支出 = 一般公共预算支出表：合计',
    )
  })

  test('what last year left is a part by its own name', () => {
    const carried = term({ table: 't2', row: 'left', column: 'b', label: '结转下年' })
    const total = { ...general, column: 'total' }
    const equal = check({ rule: 'sum_of_tables', left: outlay, right: [total, carried] })
    expect(say(equal, [lists, table()]).zh).toBe(
      '收支总表：支出总计 = 一般公共预算支出表：合计 + 收支总表：结转下年',
    )
  })

  test('a table of no known kind is called by its title', () => {
    const odd = table({ kind: 'unrecognized', title: '某某情况表' })
    const equal = check({ rule: 'equals_table', left: general, right: [] })
    expect(say(equal, [odd]).zh).toBe('某某情况表：基本支出 = 0')
  })

  test('a figure of the narrative says that it is one', () => {
    const fact = term({ table: null, row: null, column: null, fact: 'f1', label: '收入预算' })
    expect(say(check({ rule: 'prose', left: fact, right: [income] }), [lists])).toEqual({
      zh: '文字：收入预算 = 收支总表：收入总计',
      en: 'Narrative: 收入预算 = Revenue and expenditure: 收入总计',
    })
  })
})

test('any check says something in both languages, whatever its canonical string and its terms', () => {
  const place = fc.constantFrom('t1', 't1.r1', 't1.r2', 'total', 'basic', 'nowhere', null)
  const anyTerm = fc.record({ table: place, row: place, column: place }).map(term)
  fc.assert(
    fc.property(
      fc.constantFrom(...RULES),
      fc.string(),
      anyTerm,
      fc.array(anyTerm, { maxLength: 9 }),
      (rule, identity, left, right) => {
        const said = (canonical: string) => {
          const own = check({ rule, identity: canonical, left, right })
          return say(own, [table({ checks: [own] })])
        }
        expect(said(identity)).toEqual(said('x'))
        for (const text of Object.values(said(identity))) expect(text).toMatch(/ = \S/)
      },
    ),
  )
})
