/** What columns measure, in every shape of header that tables have: the same figure has one name. */
import { describe, expect, test } from 'vitest'
import type { BudgetTable, Report } from '../../../schemas/document.js'
import { isMeasure } from '../../../schemas/measures.js'
import { ECONOMIC_TERMS, TERMS } from '../../../schemas/vocabulary.js'
import { loadKinds } from '../../../src/registry.js'
import { normalizeTable } from '../../../src/understand/normalize/table.js'
import { recognizeTable } from '../../../src/understand/recognize/recognize.js'
import { structureColumns } from '../../../src/understand/structure/columns.js'
import { nameOf, SILENT } from '../../../src/understand/structure/measure.js'
import { cell, column, row, table } from '../../helpers/document.js'
import { rawTable } from '../../helpers/example.js'

const kinds = await loadKinds()
const BUDGET: Report = { kind: 'budget', fiscalYear: 2026, department: null, scope: null }
const ACCOUNTS: Report = { ...BUDGET, kind: 'final_accounts', fiscalYear: 2024 }

function read(example: string, report: Report): BudgetTable {
  const { table } = normalizeTable(recognizeTable(rawTable(example), kinds), 1)
  return structureColumns([table], report)[0]
}

const amounts = (example: string, report = BUDGET) =>
  read(example, report).columns.filter(({ type }) => type === 'amount')
const measures = (example: string, report = BUDGET) =>
  amounts(example, report).map(({ measure }) => measure)
const times = (example: string, report = BUDGET) =>
  amounts(example, report).map(({ phase, year }) => `${phase} ${year}`)

describe('expenditure', () => {
  const plain = ['total', 'basic', 'project']

  test.each([
    ['plain', '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出'],
    [
      'below the name of its fund',
      '科目编码 | 科目名称 | 一般公共预算支出/合计 | 一般公共预算支出/基本支出 | 一般公共预算支出/项目支出',
    ],
    [
      'below 本年支出',
      '科目编码 | 科目名称 | 本年支出/小计 | 本年支出/基本支出 | 本年支出/项目支出',
    ],
  ])('%s', (_, header) => {
    expect(
      measures(`一般公共预算支出表
        ${header}
        201 | 一般公共服务支出 | 3.00 | 2.00 | 1.00`),
    ).toEqual(plain)
  })

  test('persons and offices within basic expenditure', () => {
    expect(
      measures(`一般公共预算支出表
        科目编码 | 科目名称 | 合计 | 基本支出/小计 | 基本支出/人员经费 | 基本支出/公用经费 | 项目支出
        201 | 一般公共服务支出 | 3.00 | 2.00 | 1.50 | 0.50 | 1.00`),
    ).toEqual(['total', 'basic', 'personnel', 'public', 'project'])
  })

  test('in a table of basic expenditure its total is the total', () => {
    for (const header of [
      '基本支出/总计',
      '一般公共预算基本支出/合计',
      '本年财政拨款基本支出/合计',
    ])
      expect(
        measures(`一般公共预算基本支出表
          科目编码 | 科目名称 | ${header} | ${header.split('/')[0]}/人员经费 | ${header.split('/')[0]}/公用经费
          301 | 工资福利支出 | 3.00 | 3.00 | `),
      ).toEqual(['total', 'personnel', 'public'])
  })

  test('a source below its own part is not told, and leaves the part its name', () => {
    const header = '合计 | 一般公共预算/小计 | 一般公共预算/其中：财政拨款 | 政府性基金'
    const row = '6.00 | 5.00 | 4.00 | 1.00'
    expect(
      measures(`支出总表\n科目编码 | 科目名称 | ${header}\n201 | 一般公共服务支出 | ${row}`),
    ).toEqual(['total', 'general_public_budget', null, 'government_funds'])
  })

  test('this year alone beside what last year left and the sum of both; without the sum it is the total', () => {
    const of = (header: string, row: string) =>
      measures(`支出总表\n科目编码 | 科目名称 | ${header}\n201 | 一般公共服务支出 | ${row}`)
    const both = of('合计 | 本年预算 | 上年结转', '3.00 | 2.00 | 1.00')
    expect(both).toEqual(['total', 'current_expenditure', 'carry_over'])
    expect(of('本年预算 | 上年结转', '2.00 | 1.00')).toEqual(['total', 'carry_over'])
  })

  test('this year beside what last year left, both by nature', () => {
    expect(
      measures(`支出总表
        科目编码 | 科目名称 | 合计 | 当年预算/小计 | 当年预算/基本支出 | 当年预算/项目支出 | 上年结转结余/小计 | 上年结转结余/项目支出
        201 | 一般公共服务支出 | 9.00 | 7.00 | 4.00 | 3.00 | 2.00 | 2.00`),
    ).toEqual([
      'total',
      'current_expenditure',
      'basic',
      'project',
      'carry_over',
      'carry_over.project',
    ])
  })
})

describe('revenue by source', () => {
  test('beside what last year left, by the same sources', () => {
    expect(
      measures(`收入总表
        部门代码 | 部门名称 | 合计 | 本年收入/小计 | 本年收入/一般公共预算 | 本年收入/事业收入 | 上年结转结余/小计 | 上年结转结余/一般公共预算 | 上年结转结余/单位资金
        001 | 某局 | 9.00 | 7.00 | 6.00 | 1.00 | 2.00 | 1.50 | 0.50`),
    ).toEqual([
      'total',
      'current_revenue',
      'general_public_budget',
      'institution',
      'carry_over',
      'carry_over.general_public_budget',
      'carry_over.own_revenue',
    ])
  })

  test('within groups, whose own sums are theirs', () => {
    expect(
      measures(`收入总表
        单位名称 | 合计 | 财政拨款收入/小计 | 财政拨款收入/一般公共预算 | 财政专户拨款收入/教育收费 | 单位资金/小计 | 单位资金/其他收入
        某局 | 9.00 | 6.00 | 6.00 | 1.00 | 2.00 | 2.00`),
    ).toEqual([
      'total',
      'appropriation',
      'general_public_budget',
      'education_fees',
      'own_revenue',
      'other_revenue',
    ])
  })

  test('one list of a table of two: whatever its one column is called, it is the total', () => {
    for (const header of ['预算数', '金额', '决算数'])
      expect(
        measures(`财政拨款收支总表
          收入/项目 | 收入/${header} | 支出/项目 | 支出/${header}
          一、财政拨款收入 | 3.00 | 一、教育支出 | 3.00
          收入总计 | 3.00 | 支出总计 | 3.00`),
      ).toEqual(['total', 'total'])
  })
})

describe('the three public expenses', () => {
  const items = ['abroad', 'reception', 'vehicles', 'vehicle_purchase', 'vehicle_operation']
  const wide = (head: string) =>
    ['合计', '因公出国(境)费', '公务接待费', '公务用车购置及运行费/小计'].map(
      (each) => `${head}${each}`,
    )

  test('their total is theirs, whatever it is called', () => {
    for (const head of ['', '“三公”经费预算数/', '财政拨款“三公”经费/'])
      expect(
        measures(`“三公”经费表
          单位名称 | ${wide(head).join(' | ')}
          某局 | 6.00 | 1.00 | 2.00 | 3.00`),
      ).toEqual(['three_public', 'abroad', 'reception', 'vehicles'])
    expect(
      measures(`“三公”经费表
        “三公”经费合计 | 因公出国(境)费 | 公务接待费
        3.00 | 1.00 | 2.00`),
    ).toEqual(['three_public', 'abroad', 'reception'])
  })

  test('beside conferences and training the total of all is another', () => {
    expect(
      measures(`“三公”经费、会议费、培训费支出表
        单位名称 | 合计 | “三公”经费/小计 | “三公”经费/因公出国(境)费 | “三公”经费/公务接待费 | 会议费 | 培训费
        某局 | 9.00 | 6.00 | 4.00 | 2.00 | 2.00 | 1.00`),
    ).toEqual(['total', 'three_public', 'abroad', 'reception', 'conference', 'training'])
  })

  test('by fund, each its own', () => {
    const heads = ['总计', '因公出国(境)费', '公务接待费', '公务用车购置及运行维护费/小计']
    const funds = ['一般公共预算', '政府性基金预算']
    const header = heads.flatMap((head) => funds.map((fund) => `${head}/${fund}`))
    expect(
      measures(`财政拨款“三公”经费支出表
        预算单位 | ${header.join(' | ')}
        某局 | 6.00 | 0.60 | 1.00 | 0.10 | 2.00 | 0.20 | 3.00 | 0.30`),
    ).toEqual(
      ['three_public', ...items.slice(0, 3)].flatMap((item) => [
        `${item}.general_public_budget`,
        `${item}.government_funds`,
      ]),
    )
  })

  test('down the rows, by fund across: the row says what, the column whose money', () => {
    expect(
      measures(`财政拨款安排的行政经费及“三公”经费预算表
        项目 | 合计 | 一般公共预算 | 政府性基金预算
        “三公”经费合计 | 6.00 | 5.00 | 1.00`),
    ).toEqual(['total', 'general_public_budget', 'government_funds'])
  })

  test('two years side by side', () => {
    const example = `一般公共预算“三公”经费支出情况表
      单位名称 | 2025年预算数/合计 | 2025年预算数/因公出国(境)费 | 2025年预算数/公务接待费 | 2026年预算数/合计 | 2026年预算数/因公出国(境)费 | 2026年预算数/公务接待费
      某局 | 3.00 | 1.00 | 2.00 | 4.00 | 1.00 | 3.00`
    expect(measures(example)).toEqual([
      ...['three_public', 'abroad', 'reception', 'three_public', 'abroad', 'reception'],
    ])
    expect(times(example)).toEqual([
      ...Array(3).fill('previous_year_budget 2025'),
      ...Array(3).fill('budget 2026'),
    ])
  })

  test('planned beside spent', () => {
    const example = `财政拨款“三公”经费支出决算表
      单位名称 | 合计/预算数 | 合计/决算数 | 因公出国(境)费/预算数 | 因公出国(境)费/决算数 | 公务接待费/预算数 | 公务接待费/决算数
      某局 | 3.00 | 2.00 | 1.00 | 1.00 | 2.00 | 1.00`
    expect(measures(example, ACCOUNTS)).toEqual([
      ...['three_public', 'three_public', 'abroad', 'abroad', 'reception', 'reception'],
    ])
    expect(times(example, ACCOUNTS).slice(0, 2)).toEqual(['budget 2024', 'executed 2024'])
  })
})

test('a fund with what was left, came, was spent and stays', () => {
  const example = `政府性基金预算财政拨款收入支出决算表
    科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出/小计 | 本年支出/基本支出 | 本年支出/项目支出 | 年末结转和结余
    212 | 城乡社区支出 | 2.00 | 5.00 | 6.00 | 1.00 | 5.00 | 1.00`
  expect(measures(example, ACCOUNTS)).toEqual([
    ...[
      'carry_over',
      'current_revenue',
      'current_expenditure',
      'basic',
      'project',
      'carry_forward',
    ],
  ])
})

test('a column alone is named by the table where the title says what it is, else by itself', () => {
  const alone = (title: string, header: string) =>
    measures(`${title}
      科目编码 | 科目名称 | ${header}
      302 | 商品和服务支出 | 3.00`)
  expect(alone('一般公共预算机关运行经费支出预算表', '机关运行经费支出')).toEqual(['total'])
  expect(alone('一般公共预算机关运行经费支出预算表', '金额')).toEqual(['total'])
  expect(alone('支出总表', '项目支出')).toEqual(['project'])
})

describe('years', () => {
  test('last year, this year and the change between them', () => {
    const example = `一般公共预算支出表
      科目编码 | 科目名称 | 2025年执行数 | 2026年预算数/合计 | 2026年预算数/基本支出 | 比上年增减
      201 | 一般公共服务支出 | 3.00 | 4.00 | 4.00 | 1.00`
    expect(measures(example)).toEqual(['total', 'total', 'basic', 'change'])
    expect(times(example)).toEqual([
      ...['previous_year_executed 2025', 'budget 2026', 'budget 2026', 'unstated null'],
    ])
  })

  test('a plan of three years opens with its own', () => {
    const example = `
      2026年项目支出预算表
      项目名称 | 预算金额/2026年 | 预算金额/2027年 | 预算金额/2028年
      河道整治 | 2.00 | 2.00 | 1.00`
    expect(times(example)).toEqual(['budget 2026', 'budget 2027', 'budget 2028'])
    const before = example.replaceAll('2028年', '2025年').replace('2027年', '2024年')
    expect(times(before)).toEqual([
      'budget 2026',
      'previous_year_budget 2024',
      'previous_year_budget 2025',
    ])
    expect(times(example.replace(/ [|] [^|]*2028年/, '').replace(' | 1.00', ''))).toEqual([
      'previous_year_budget 2026',
      'budget 2027',
    ])
  })

  test('a year printed over one column only is last year’s beside the document’s own', () => {
    const example = `支出总表
      科目编码 | 科目名称 | 2025年执行数 | 本年预算数
      201 | 一般公共服务支出 | 3.00 | 4.00`
    expect(times(example)).toEqual(['previous_year_executed 2025', 'budget 2026'])
  })

  test('over all columns it is the table’s, and no last year', () => {
    const example = `支出总表
      科目编码 | 科目名称 | 2025年/合计 | 2025年/基本支出
      201 | 一般公共服务支出 | 4.00 | 4.00`
    expect(times(example)).toEqual(['budget 2025', 'budget 2025'])
  })

  test('where the document says neither year nor kind, the title does', () => {
    const unknown: Report = { ...BUDGET, kind: null, fiscalYear: null }
    const example = (title: string) => `${title}
      科目编码 | 科目名称 | 合计
      201 | 一般公共服务支出 | 4.00`
    expect(times(example('2026年市级部门支出预算表'), unknown)).toEqual(['budget 2026'])
    expect(times(example('2024年度支出决算表'), BUDGET)).toEqual(['executed 2024'])
    expect(times(example('政府性基金预算支出表'), unknown)).toEqual(['unstated null'])
  })
})

describe('what is not told apart is not named', () => {
  const both = (second: string) =>
    table({
      columns: ['a', 'b'].map((id) => column(id, { meaning: 'quota' })),
      rows: [row('r0', { cells: { a: cell('2.00'), b: cell(second) } })],
    })
  const named = (given: BudgetTable) =>
    structureColumns([given], BUDGET)[0].columns.map(({ measure }) => measure)

  test('two figures of one row under headers that mean the same', () => {
    expect(named(both('1.00'))).toEqual([null, null])
  })

  test('one figure printed twice is one', () => {
    expect(named(both('2.00'))).toEqual(['quota', 'quota'])
  })

  test('a header with a word that nobody knows', () => {
    expect(
      measures(`支出总表
        科目编码 | 科目名称 | 合计 | 上年实有资金余额分配
        201 | 一般公共服务支出 | 3.00 | 1.00`),
    ).toEqual(['total', null])
  })
})

test('every word that headers use of amounts has a measure', () => {
  const atoms = [...TERMS, ...ECONOMIC_TERMS].flatMap(({ atom, type }) =>
    atom !== null && type === undefined && !SILENT.has(atom) ? [atom] : [],
  )
  expect(atoms.length).toBeGreaterThan(40)
  expect(atoms.filter((atom) => !isMeasure(nameOf([atom]) ?? ''))).toEqual([])
})
