/** The narrative against itself and against small tables: each check on both sides of what rounding explains. */
import { describe, expect, it } from 'vitest'
import type { BudgetTable, Check } from '../../../schemas/document.js'
import { checkProse } from '../../../src/understand/facts/checks/checks.js'
import { cell, column, row, table } from '../../helpers/document.js'
import { ACCOUNTS, BUDGET, readNarrative } from '../../helpers/narrative.js'

function checksOf(text: string[], tables: BudgetTable[] = [], report = BUDGET): Check[] {
  return checkProse(readNarrative(text, report), tables, report)
}

const said = (checks: Check[]) => checks.map(({ identity, outcome }) => `${identity} ${outcome}`)
const outcomes = (identity: string, ...given: Parameters<typeof checksOf>) =>
  checksOf(...given)
    .filter((check) => check.identity === identity)
    .map(({ outcome }) => outcome)

/** Of one amount column: the total's figure, and rows by name or code. */
function listed(given: Partial<BudgetTable>, total: string, ...items: [string, string][]) {
  const cells = (value: string) => ({ total: cell(value) })
  return table({
    columns: [column('total', { meaning: 'total', measure: 'total', phase: 'budget' })],
    rows: [
      row('t1.r0', { role: 'total', level: 0, label: '合计', cells: cells(total) }),
      ...items.map(([name, value], i) => {
        const code = /^\d+/.exec(name)?.[0] ?? null
        return row(`t1.r${i + 1}`, { name: name.replace(/^\d+/, ''), code, cells: cells(value) })
      }),
    ],
    ...given,
  })
}

describe('last year and the change', () => {
  const text = (now: string) => [
    `支出预算${now}万元，上年预算100.00万元，比上年增加20.50万元，增长20.50%。`,
  ]

  it('make this year', () => {
    expect(outcomes('this = last + change', text('120.50'))).toEqual(['holds'])
    expect(outcomes('this = last + change', text('120.51'))).toEqual(['rounding'])
    expect(outcomes('this = last + change', text('120.52'))).toEqual(['fails'])
  })

  it('are taken off where it is less', () => {
    const less = '支出预算80万元，上年预算100万元，比上年减少20万元，下降20%。'
    expect(said(checksOf([less]))).toEqual([
      'this = last + change holds',
      'rate = change / base holds',
    ])
  })

  it('are called by what they are', () => {
    const [{ left, right }] = checksOf(text('120.50'))
    expect([left, ...right].map(({ label }) => label)).toEqual([
      '支出预算（总计）',
      '支出预算（总计）（2031年预算）',
      '支出预算（总计）增加额',
    ])
  })
})

describe('a rate', () => {
  const text = (rate: string) => [`支出预算120.50万元，比上年增加20.50万元，增长${rate}%。`]

  it('is the change over what was there before', () => {
    expect(outcomes('rate = change / (this - change)', text('20.50'))).toEqual(['holds'])
    expect(outcomes('rate = change / (this - change)', text('20.51'))).toEqual(['rounding'])
    expect(outcomes('rate = change / (this - change)', text('20.52'))).toEqual(['fails'])
  })

  it('may be cut, or rounded up', () => {
    const cut = '机关运行经费1115.85万元，比上年减少2233.13万元，下降66.69%。'
    const [check] = checksOf([cut])
    expect(check).toMatchObject({ rule: 'ratio', outcome: 'rounding' })
  })
})

describe('a share', () => {
  const text = (share: string) => [`支出预算300万元，其中：基本支出100万元，占${share}%。`]

  it('is the part over the whole', () => {
    expect(outcomes('share = part / whole', text('33.33'))).toEqual(['rounding'])
    expect(outcomes('share = part / whole', text('33.7'))).toEqual(['fails'])
  })

  it('of the budget is what was spent of it', () => {
    const text = ['支出年初预算为200万元，支出决算为150万元，完成年初预算的75%。']
    expect(said(checksOf(text, [], ACCOUNTS))).toContain('completion = executed / budget holds')
  })
})

describe('a list', () => {
  it('that leaves nothing out comes to its whole', () => {
    const text = (reception: string) => [
      `“三公”经费预算12万元，其中：因公出国（境）费2万元，公务接待费${reception}万元，公务用车购置及运行费7万元。`,
    ]
    expect(outcomes('whole = parts', text('3'))).toEqual(['holds'])
    expect(outcomes('whole = parts', text('5'))).toEqual(['rounding'])
    expect(outcomes('whole = parts', text('6'))).toEqual(['fails'])
  })

  it('of kinds of vehicles is whole where it names the others', () => {
    const text = (others: string) => [
      `共有车辆20辆，其中：机要通信用车0辆，应急保障用车0辆${others}。`,
    ]
    expect(outcomes('whole = parts', text('，其他公务用车0辆'))).toEqual(['fails'])
    expect(outcomes('whole = parts', text(''))).toEqual([])
  })

  it('that may leave parts out proves nothing by being less', () => {
    const text = ['支出预算100万元，其中：教育支出30万元，卫生健康支出20万元。']
    expect(outcomes('whole = parts', text)).toEqual([])
  })
})

describe('a table', () => {
  const general = listed(
    {},
    '1,312.40',
    ['201一般公共服务支出', '900.00'],
    ['205教育支出', '412.40'],
  )

  it('prints what the sentence says', () => {
    const text = (total: string) => [`一般公共预算支出${total}万元。`]
    const outcome = (total: string) =>
      outcomes('narrative general_budget_expenditure', text(total), [general])
    expect(outcome('1312.40')).toEqual(['holds'])
    expect(outcome('1312.4')).toEqual(['holds'])
    expect(outcome('1312.41')).toEqual(['rounding'])
    expect(outcome('1312.45')).toEqual(['fails'])
  })

  it('accuses the publication only where the clause names what the figure is of', () => {
    const whose = (...paragraphs: string[]) =>
      checksOf(paragraphs, [general]).map(({ outcome, attribution }) => [outcome, attribution])
    expect(whose('一般公共预算支出1万元。')).toEqual([['fails', undefined]])
    expect(whose('一、一般公共预算支出情况', '年度预算安排：1万元。')).toEqual([
      ['fails', 'unclear'],
    ])
    expect(whose('支出预算9万元，其中：一般公共预算拨款1万元。')).toEqual([['fails', 'unclear']])
    expect(whose('一、一般公共预算支出情况', '年度预算安排：1312.40万元。')).toEqual([
      ['holds', undefined],
    ])
  })

  it('in another unit prints the same', () => {
    const yuan = { ...general, unit: '元' as const }
    expect(
      outcomes('narrative general_budget_expenditure', ['一般公共预算支出0.13万元。'], [yuan]),
    ).toEqual(['rounding'])
    expect(
      outcomes('narrative general_budget_expenditure', ['一般公共预算支出0.15万元。'], [yuan]),
    ).toEqual(['fails'])
  })

  it('has rows by their name or code', () => {
    const text = ['一般公共预算支出1312.40万元，其中：教育支出（类）412.40万元。']
    expect(outcomes('narrative expenditure_by_function', text, [general])).toEqual(['holds'])
  })

  it('of another year, or of last year, is not asked', () => {
    expect(checksOf(['2031年一般公共预算支出1万元。'], [general])).toEqual([])
    const columns = [column('total', { measure: 'total', phase: 'previous_year_budget' })]
    expect(checksOf(['一般公共预算支出1万元。'], [{ ...general, columns }])).toEqual([])
  })

  it('is not asked where two of its kind are the owner’s', () => {
    const twice = [general, { ...general, id: 't2' }]
    expect(checksOf(['一般公共预算支出1万元。'], twice)).toEqual([])
  })

  it('of basic expenditure prints no more training than the sentence says', () => {
    const basic = listed({ kind: 'basic_expenditure_department_economic' }, '9.00', [
      '30216培训费',
      '1.00',
    ])
    const outcome = (said: string) =>
      outcomes('narrative training', [`培训费${said}万元。`], [basic])
    expect(outcome('0.3')).toEqual(['fails'])
    expect(outcome('1')).toEqual([])
    expect(outcome('2.5')).toEqual([])
  })

  it('is not held against what the sentence says of a unit of the owner’s', () => {
    expect(checksOf(['云溪市第一中学一般公共预算支出3万元。'], [general])).toEqual([])
  })
})
