import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalsOf, scale } from '../../schemas/amount.js'
import type { BudgetDocument, BudgetTable, Check } from '../../schemas/document.js'
import { toXbrl } from '../../src/publish/xbrl/instance.js'
import {
  cell,
  check,
  column,
  document,
  narrativeFact,
  performanceRecord,
  table,
  term,
} from '../helpers/document.js'
import { jsonErrors } from '../helpers/xbrl/against-json.js'
import { shippedTaxonomy } from '../helpers/xbrl/files.js'
import { type Fact, readInstance } from '../helpers/xbrl/instance.js'

const taxonomy = shippedTaxonomy()
const read = (source: BudgetDocument) => readInstance(toXbrl(source), taxonomy)
const amounts = (source: BudgetDocument) =>
  read(source).facts.filter(({ unit, id }) => unit !== null && id !== 'document.occurrences')
const texts = (source: BudgetDocument) =>
  new Map(
    read(source)
      .facts.filter(({ unit }) => unit === null)
      .map((fact) => [fact.id, fact.value]),
  )

function expectValid(source: BudgetDocument): void {
  const report = read(source)
  expect([...report.errors, ...jsonErrors(source, report)]).toEqual([])
}

type Row = BudgetTable['rows'][number]
type Column = BudgetTable['columns'][number]
const [ITEM, TOTAL] = table().rows
const rows = (...changes: Partial<Row>[]): Row[] =>
  changes.map((change, i) => ({ ...ITEM, id: `t1.r${i + 1}`, ...change }))
const columns = (...measures: Column['measure'][]): BudgetTable['columns'] =>
  measures.map((measure, i) => column(`c${i}`, { path: [`列${i}`], measure }))
const cells = (...texts: string[]): Row['cells'] =>
  Object.fromEntries(texts.map((text, i) => [`c${i}`, cell(text)]))

describe('amounts', () => {
  test.each([
    ['2939.46', 4, '29394600', -2],
    ['0.01', 4, '100', -2],
    ['38549381', 0, '38549381', 0],
    ['36225800.00', 0, '36225800', 2],
    ['-12.5', 8, '-1250000000', -7],
    ['-0.00', 4, '0', -2],
    ['12.5', -2, '0.125', 3],
  ])('%s times 10^%i is %s, exact to %i decimals', (value, power, scaled, decimals) => {
    expect(scale(value, power)).toBe(scaled)
    expect(decimalsOf(value, power)).toBe(decimals)
  })

  test('one fact for each printed amount, by its cell: a blank is none, a dash is zero', () => {
    expectValid(document())
    expect(amounts(document()).map(({ id, value }) => [id, value])).toEqual([
      ['t1.r1.total', '13124000'],
      ['t1.r2.total', '13124000'],
      ['t1.r2.basic', '0'],
    ])
  })

  test('figures of a table that states no unit stand as printed, by their headers, and are no money', () => {
    const source = document([table(), table({ unit: null, id: 't2' })])
    source.tables[1].rows = table().rows.map((row, i) => ({ ...row, id: `t2.r${i + 1}` }))
    expectValid(source)
    const unstated = amounts(source).filter(({ unit }) => unit === 'kemu:UnstatedUnit')
    expect(unstated.map((f) => [f.concept, f.value, f.decimals])).toEqual([
      ['FigureOfUnstatedUnit', '1312.4', '2'],
      ['FigureOfUnstatedUnit', '1312.4', '2'],
      ['FigureOfUnstatedUnit', '0', '0'],
    ])
    expect(unstated.map((f) => f.dimensions.get('HeaderDimension'))).toEqual([
      '支出/合计',
      '支出/合计',
      '支出/基本支出',
    ])
  })

  test('a row and a column that print another unit than their table', () => {
    const own = [column('c0', { measure: 'total' }), column('c1', { measure: 'basic', unit: '元' })]
    const source = document([
      table({
        columns: own,
        rows: rows({ cells: cells('1.00', '2') }, { unit: '亿元', cells: cells('3') }),
      }),
    ])
    expectValid(source)
    expect(amounts(source).map(({ value }) => value)).toEqual(['10000', '2', '300000000'])
  })

  test('a row or a column that states the unit that its table does not is money', () => {
    const own = [column('c0', { measure: 'total' }), column('c1', { measure: 'basic', unit: '元' })]
    const source = document([
      table({
        ...{ unit: null, columns: own },
        rows: rows({ cells: cells('1.00', '2') }, { unit: '万元', code: '202', cells: cells('3') }),
      }),
    ])
    expectValid(source)
    expect(amounts(source).map((f) => [f.concept, f.value, f.unit])).toEqual([
      ['FigureOfUnstatedUnit', '1', 'kemu:UnstatedUnit'],
      ['BasicExpenditure', '2', 'iso4217:CNY'],
      ['Amount', '30000', 'iso4217:CNY'],
    ])
  })

  test('shares and counts are facts, known by their headers', () => {
    const own = [
      column('c0', { path: ['增长%'], type: 'percent' }),
      column('c1', { path: ['数量'], type: 'count' }),
    ]
    const source = document([table({ columns: own, rows: rows({ cells: cells('-12.5', '3') }) })])
    expectValid(source)
    expect(amounts(source).map((f) => [f.concept, f.value, f.decimals, f.unit])).toEqual([
      ['Percentage', '-0.125', '3', 'xbrli:pure'],
      ['Quantity', '3', '0', 'xbrli:pure'],
    ])
  })
})

describe('what the document says of itself', () => {
  test('owner, kind, scope, year, region and source are facts, also without tables', () => {
    const source = document([])
    source.source.file = '湖南/衡阳市/foo.pdf'
    source.report.department = '衡阳市 某局'
    expectValid(source)
    expect(Object.fromEntries(texts(source))).toEqual({
      'document.title': '衡阳市某局2025年度部门预算',
      'document.owner': '衡阳市某局',
      'document.printed': '衡阳市 某局',
      'document.kind': '预算',
      'document.scope': '部门',
      'document.year': '2025',
      'document.regionCode': '430400',
      'document.region': '湖南省衡阳市',
      'document.file': '湖南/衡阳市/foo.pdf',
      'document.sha256': 'a'.repeat(64),
    })
  })

  test('one entity; a table of another owner says so', () => {
    const other = table({ owner: '某 中心', id: 't2' })
    other.rows = table().rows.map((row, i) => ({ ...row, id: `t2.r${i + 1}` }))
    const source = document([table({ owner: null }), other])
    expectValid(source)
    expect(new Set(amounts(source).map(({ entity }) => entity))).toEqual(
      new Set(['urn:kemu:entity 某局']),
    )
    const owners = amounts(source).map((f) => f.dimensions.get('TableOwnerDimension'))
    expect(new Set(owners)).toEqual(new Set([undefined, '某中心']))
  })

  test('nobody printed is nobody made up: the document itself, by its hash', () => {
    const nobody = document([table({ owner: null })])
    nobody.report.department = null
    expectValid(nobody)
    expect(amounts(nobody)[0].entity).toBe(`urn:kemu:document ${'a'.repeat(64)}`)
  })

  test('the taxonomy lies at the root, however deep the document', () => {
    const deep = document()
    deep.source.file = 'b/c/foo.pdf'
    expectValid(deep)
    expect(read(deep).href).toBe('../../taxonomy/kemu.xsd')
  })
})

describe('when', () => {
  test('no year printed is no year made up', () => {
    const source = document()
    source.report.fiscalYear = null
    expectValid(source)
    expect(read(source).facts.every(({ period }) => period === 'forever')).toBe(true)
  })

  test.each([
    ['budget', 'budget', 2025, 'BudgetPhase', 2025],
    ['final_accounts', 'executed', 2025, 'ExecutedPhase', 2025],
    ['budget', 'previous_year_budget', 2024, 'BudgetPhase', 2024],
    ['budget', 'previous_year_executed', null, 'ExecutedPhase', 2024],
    ['budget', 'previous_year', null, undefined, 2024],
    [null, 'unstated', null, undefined, 2025],
  ] as const)('in a %s, %s of %s is %s in %s', (kind, phase, year, member, period) => {
    const own = column('c0', { measure: 'total', phase, year })
    const source = document([table({ columns: [own], rows: rows({ cells: cells('1.00') }) })])
    source.report.kind = kind
    expectValid(source)
    const [fact] = amounts(source)
    expect(fact.dimensions.get('PhaseDimension')).toBe(member)
    expect(fact.period).toBe(`${period}-01-01..${period}-12-31`)
  })

  test('last year beside this one: two periods of one concept', () => {
    const own = [
      column('c0', { measure: 'total', phase: 'budget', year: 2025 }),
      column('c1', { measure: 'total', phase: 'previous_year_budget', year: 2024 }),
    ]
    const source = document([table({ columns: own, rows: rows({ cells: cells('1.00', '2.00') }) })])
    expectValid(source)
    expect(amounts(source).map(({ concept, period }) => [concept, period.slice(0, 4)])).toEqual([
      ['TotalGeneralPublicBudgetExpenditure', '2025'],
      ['TotalGeneralPublicBudgetExpenditure', '2024'],
    ])
  })
})

describe('what a row is known by', () => {
  const dimensionsOf = (change: Partial<Row>) =>
    Object.fromEntries(
      [...amounts(document([table({ rows: rows(change) })]))[0].dimensions].filter(
        ([name]) => !/^(?:Table|Phase)/.test(name),
      ),
    )

  test.each<[Partial<Row>, Record<string, string>]>([
    [{ code: '2010301' }, { FunctionDimension: 'Function2010301' }],
    [{ code: '2019876' }, { FunctionCodeDimension: '2019876' }],
    [
      { code: '30101', governmentCode: '50101' },
      {
        DepartmentEconomicDimension: 'DepartmentEconomic30101',
        GovernmentEconomicDimension: 'GovernmentEconomic50101',
      },
    ],
    [
      { code: '30177', governmentCode: '50177' },
      { DepartmentEconomicCodeDimension: '30177', GovernmentEconomicCodeDimension: '50177' },
    ],
    [{ code: '10101' }, { OtherCodeDimension: '10101' }],
    [
      { code: '201', unitCode: '003001' },
      { FunctionDimension: 'Function201', UnitCodeDimension: '003001' },
    ],
    [{ code: '201', unitCode: '合计' }, { FunctionDimension: 'Function201' }],
    [TOTAL, {}],
    [{ ...TOTAL, name: '本年支出合计' }, { NameDimension: '本年支出合计' }],
    [{ code: null, name: '某  项目' }, { NameDimension: '某 项目' }],
    [{ code: null, name: '', label: '', role: 'blank' }, {}],
    [
      { code: null, panel: 'revenue', name: '一般公共预算' },
      { PanelDimension: 'RevenuePanel', NameDimension: '一般公共预算' },
    ],
    [{ code: null, role: 'unit', name: '某中心' }, { UnitNameDimension: '某中心' }],
  ])('%j', (change, wanted) => {
    expect(dimensionsOf(change)).toEqual(wanted)
  })

  test('the printed name of a row with a code is a fact, in the context of its figures', () => {
    expectValid(document())
    const named = read(document()).facts.filter(({ concept }) => concept === 'RowName')
    expect(named.map(({ id, value }) => [id, value])).toEqual([['t1.r1.name', '一般公共服务支出']])
    expect(named[0].dimensions).toEqual(amounts(document())[0].dimensions)
  })

  test('a row below a unit is that unit’s, one below a name that name’s; a code says its classes itself', () => {
    const own = rows(
      { code: null, role: 'unit', name: '某中心' },
      { code: '201', parent: 't1.r1' },
      { code: '20101', parent: 't1.r2' },
      { code: null, name: '物业管理', parent: 't1.r3' },
      { code: '302', parent: 't1.r4' },
    )
    const source = document([table({ rows: own })])
    expectValid(source)
    const facts = amounts(source)
    expect(facts.map((f) => f.dimensions.get('UnitNameDimension'))).toEqual(Array(5).fill('某中心'))
    expect(facts.map((f) => f.dimensions.get('AboveDimension'))).toEqual([
      undefined,
      undefined,
      undefined,
      '201 / 20101',
      '201 / 20101 / 物业管理',
    ])
  })

  test.each([
    ['采购品目名称', 'ProcurementItemDimension'],
    ['采购组织形式', 'ProcurementFormDimension'],
    ['专项名称', 'SpecialFundDimension'],
    ['经济科目', 'EconomicItemDimension'],
    ['项目编码', 'ProjectCodeDimension'],
    ['项目类别', 'ProjectClassDimension'],
    ['绩效目标', null],
    ['备注', null],
  ])('a column of text tells rows apart where it says of what they are: %s', (head, dimension) => {
    const own = [column('c0', { measure: 'total' }), column('c1', { path: [head], type: 'text' })]
    const line = (text: string) => ({
      code: null,
      name: '采购',
      cells: { c0: cell('1.00'), c1: { ...cell(text), value: null } },
    })
    const source = document([table({ columns: own, rows: rows(line('桌子'), line('椅子')) })])
    expectValid(source)
    const said = amounts(source).map((f) => dimension && f.dimensions.get(dimension))
    expect(said).toEqual(dimension ? ['桌子', '椅子'] : [null, null])
  })

  test('nothing printed tells them apart: other figures are another occurrence, the same ones said twice', () => {
    const line = (text: string) => ({ cells: { total: cell(text), basic: cell('') } })
    const source = document([table({ rows: rows(line('1.00'), line('2.00'), line('1.00')) })])
    expectValid(source)
    expect(amounts(source).map((f) => f.dimensions.get('OccurrenceDimension'))).toEqual([
      undefined,
      '2',
      undefined,
    ])
  })

  test('what a person has put right is marked, by its cell', () => {
    const source = document()
    const corrected = { from: '1,312.04', by: '张三', why: '看错' }
    const [own] = source.tables
    own.rows[0].cells.total.corrected = corrected
    own.rows[1].corrected = corrected
    own.columns[3].corrected = corrected
    own.corrected = { kind: corrected }
    expectValid(source)
    const marks = read(source).facts.filter(({ concept }) => concept === 'Correction')
    expect(marks.map(({ dimensions }) => dimensions.get('CellDimension'))).toEqual([
      't1.kind',
      't1.basic',
      't1.r2',
      't1.r1.total',
    ])
    expect(marks[0].value).toBe('1,312.04 → 张三：看错')
  })
})

describe('columns', () => {
  const withColumns = (
    measures: Column['measure'][],
    texts: string[],
    checks: Check[] = [],
    change: Partial<BudgetTable> = {},
  ) =>
    document([
      table({
        ...{ columns: columns(...measures), rows: rows({ cells: cells(...texts) }), checks },
        ...change,
      }),
    ])
  const summed = (whole: number, parts: number[], outcome: Check['outcome'] = 'holds'): Check => {
    const at = (i: number) => term({ column: `c${i}` })
    return check({ identity: `c${whole}`, left: at(whole), right: parts.map(at), outcome })
  }
  const concepts = (source: BudgetDocument) => amounts(source).map(({ concept }) => concept)

  test.each([
    ['expenditure_summary', null, 'TotalExpenditure'],
    ['revenue_summary', null, 'TotalRevenue'],
    ['general_budget_expenditure', null, 'TotalGeneralPublicBudgetExpenditure'],
    ['project_expenditure', null, 'TotalProjectExpenditure'],
    ['appropriation_summary', 'revenue', 'TotalAppropriationRevenue'],
    ['appropriation_summary', 'expenditure_by_function', 'TotalAppropriationExpenditure'],
    ['appropriation_summary', null, 'TotalAmount'],
    ['unrecognized', null, 'TotalAmount'],
  ] as const)('the total of %s, list %s, is %s', (kind, panel, concept) => {
    const own = { kind, rows: rows({ panel, cells: cells('1.00') }) }
    const source = withColumns(['total'], [], [], own)
    expectValid(source)
    expect(concepts(source)).toEqual([concept])
  })

  test('a measure unknown is Amount with its header', () => {
    const source = withColumns([null, 'basic'], ['1.00', '2.00'])
    expectValid(source)
    expect(amounts(source).map((f) => [f.concept, f.dimensions.get('HeaderDimension')])).toEqual([
      ['Amount', '列0'],
      ['BasicExpenditure', undefined],
    ])
  })

  test('two columns of one measure are told apart by their headers, where a row prints both', () => {
    const source = withColumns(['basic', 'basic'], ['1.00', '2.00'])
    expectValid(source)
    expect(concepts(source)).toEqual(['Amount', 'Amount'])
    const apart = withColumns(['basic', 'basic'], ['1.00', ''])
    expect(concepts(apart)).toEqual(['BasicExpenditure'])
  })

  test('a whole stands beside the parts that were checked as its sum, in one context', () => {
    const texts = ['3.00', '1.00', '2.00']
    const source = withColumns(['total', 'basic', 'project'], texts, [summed(0, [1, 2])])
    expectValid(source)
    expect(new Set(amounts(source).map(({ context }) => context)).size).toBe(1)
    expect(concepts(source)).not.toContain('Amount')
  })

  test('parts of a part are of it by name: a processor sums each with its own', () => {
    const source = withColumns(
      ['total', 'basic', 'personnel', 'public', 'project'],
      ['6.00', '3.00', '1.00', '2.00', '3.00'],
      [summed(0, [1, 4]), summed(1, [2, 3])],
    )
    expectValid(source)
    expect(concepts(source)).toEqual([
      'TotalGeneralPublicBudgetExpenditure',
      'BasicExpenditure',
      'PersonnelFundsOfBasicExpenditure',
      'PublicFundsOfBasicExpenditure',
      'ProjectExpenditure',
    ])
    expect(read(source).inconsistencies).toEqual([])
  })

  test('this year’s expenditure by nature, beside what was there and what is left', () => {
    const measures = ['current_expenditure', 'basic', 'project', 'carry_forward'] as const
    const texts = ['3.00', '1.00', '2.00', '7.00']
    const source = withColumns([...measures], texts, [summed(0, [1, 2])])
    expectValid(source)
    expect(concepts(source).slice(0, 3)).toEqual([
      'CurrentYearExpenditure',
      'BasicExpenditureOfCurrentYearExpenditure',
      'ProjectExpenditureOfCurrentYearExpenditure',
    ])
  })

  test('where nothing was checked no processor sums', () => {
    const source = withColumns(['total', 'basic', 'project'], ['9.00', '1.00', '2.00'])
    expectValid(source)
    expect(concepts(source)).toEqual(['Amount', 'BasicExpenditure', 'ProjectExpenditure'])
  })

  test('a part beside a sum that does not have it is known by its header', () => {
    const texts = ['3.00', '1.00', '2.00', '0.50']
    const measures = ['total', 'basic', 'project', 'contingency'] as const
    const source = withColumns([...measures], texts, [summed(0, [1, 2])])
    expectValid(source)
    expect(concepts(source).at(-1)).toBe('Amount')
    expect(concepts(source)[0]).toBe('TotalGeneralPublicBudgetExpenditure')
  })

  test('what was there and came in less what was spent is left: a sum with a part taken off', () => {
    const measures = [
      'carry_over',
      'current_revenue',
      'current_expenditure',
      'carry_forward',
    ] as const
    const at = (i: number, sign?: -1) => term({ column: `c${i}`, ...(sign ? { sign } : {}) })
    const law = (outcome: Check['outcome']) =>
      check({ rule: 'balance', left: at(3), right: [at(0), at(1), at(2, -1)], outcome })
    const holds = withColumns([...measures], ['1.00', '5.00', '4.00', '2.00'], [law('holds')])
    expectValid(holds)
    expect(read(holds).inconsistencies).toEqual([])
    const fails = withColumns([...measures], ['1.00', '5.00', '4.00', '3.00'], [law('fails')])
    expectValid(fails)
    expect(read(fails).inconsistencies).toMatchObject([
      { whole: { concept: 'CarriedForwardToNextYear' } },
    ])
  })

  test('a sum that fails in our checks is inconsistent to a processor too', () => {
    const texts = ['9.00', '1.00', '2.00']
    const law = (outcome: Check['outcome']) => [summed(0, [1, 2], outcome)]
    const source = withColumns(['total', 'basic', 'project'], texts, law('fails'))
    expectValid(source)
    expect(read(source).inconsistencies).toMatchObject([{ whole: { id: 't1.r1.c0' } }])
    const silent = withColumns(['total', 'basic', 'project'], texts, law('holds'))
    expect(jsonErrors(silent, read(silent))).toEqual([expect.stringContaining('unreported')])
  })

  test('one that proves nothing, or that only cutting digits off explains, is no sum', () => {
    const texts = ['3.04', '1.00', '2.00']
    for (const [outcome, difference] of [
      ['not_applicable', '0.04'],
      ['rounding', '0.04'],
    ] as const) {
      const [left, ...right] = texts.map((value, i) => term({ column: `c${i}`, value }))
      const law = check({ left, right, outcome, difference })
      const source = withColumns(['total', 'basic', 'project'], texts, [law])
      expectValid(source)
      expect(concepts(source)[0]).toBe('Amount')
    }
  })
})

describe('beside the tables', () => {
  const withFacts = (...given: Parameters<typeof narrativeFact>[0][]) =>
    document([], { facts: given.map((each, i) => narrativeFact({ id: `f${i + 1}`, ...each })) })
  const said = ({ concept, value, unit }: Fact) => [concept, value, unit]

  test('what a sentence states is a fact of its subject, read in the narrative', () => {
    const source = withFacts({}, { fund: 'appropriation', qualifier: '基本 支出' })
    expectValid(source)
    const [plain, own] = amounts(source)
    expect(said(plain)).toEqual(['NarrativeAmount', '13124000', 'iso4217:CNY'])
    expect(Object.fromEntries(own.dimensions)).toEqual({
      TableDimension: 'NarrativeText',
      PhaseDimension: 'BudgetPhase',
      SubjectDimension: 'TotalExpenditureSubject',
      FundDimension: 'AppropriationFund',
      QualifierDimension: '基本 支出',
    })
  })

  test.each([
    [
      { measure: 'change', direction: 'decrease', value: '1.5' },
      ['NarrativeChange', '-15000', 'iso4217:CNY'],
    ],
    [
      { measure: 'change', direction: 'decrease', value: '2', unit: '辆' },
      ['NarrativeChangeOfCount', '-2', 'xbrli:pure'],
    ],
    [
      { measure: 'change_rate', direction: 'decrease', value: '12.50', unit: '%' },
      ['NarrativeRateOfChange', '-0.125', 'xbrli:pure'],
    ],
    [{ measure: 'share', value: '100', unit: '%' }, ['NarrativeShare', '1', 'xbrli:pure']],
    [{ measure: 'count', value: '3', unit: '辆' }, ['NarrativeCount', '3', 'xbrli:pure']],
    [{ value: '7', unit: null }, ['FigureOfUnstatedUnit', '7', 'kemu:UnstatedUnit']],
    [{ value: '7', unit: '美元' }, ['FigureOfUnstatedUnit', '7', 'kemu:UnstatedUnit']],
    [{ value: '7', unit: '亿' }, ['NarrativeAmount', '700000000', 'iso4217:CNY']],
  ] as const)('%j', (given, wanted) => {
    const source = withFacts(given)
    expectValid(source)
    expect(amounts(source).map(said)).toEqual([wanted])
  })

  test('a sentence without a figure is no fact; last year’s figure is in last year', () => {
    const source = withFacts(
      { value: null, direction: 'unchanged', measure: 'change' },
      { period: null, basis: 'last_year_budget' },
    )
    expectValid(source)
    expect(amounts(source).map(({ period }) => period.slice(0, 4))).toEqual(['2024'])
  })

  test('a figure said twice is said twice; another one is another occurrence', () => {
    const source = withFacts({}, {}, { value: '9' })
    expectValid(source)
    expect(amounts(source).map((f) => f.dimensions.get('OccurrenceDimension'))).toEqual([
      undefined,
      undefined,
      '2',
    ])
  })

  test('money of a form is a fact of its project', () => {
    const form = table({ kind: 'project_performance_targets', rows: [], columns: [] })
    const source = document([form], { performance: [performanceRecord()] })
    expectValid(source)
    const [fact] = amounts(source)
    expect([fact.id, ...said(fact)]).toEqual([
      'p1.funding1',
      'PerformanceFunding',
      '1205000',
      'iso4217:CNY',
    ])
    expect(Object.fromEntries(fact.dimensions)).toEqual({
      TableDimension: 'ProjectPerformanceTargetsTable',
      PhaseDimension: 'BudgetPhase',
      FundingItemDimension: 'TotalFundingItem',
      FundingPhaseDimension: 'AnnualFundingPhase',
      ProjectDimension: '物业管理',
      UnitNameDimension: '某中心',
      FundingLabelDimension: '资金总额',
    })
  })
})

describe('what is broken is caught', () => {
  const TOP = 'kemu:TotalGeneralPublicBudgetExpenditure'
  const xml = toXbrl(document())
  test.each([
    ['unit', 'iso4217:CNY<', 'iso4217:USD<', /unit iso4217:USD/],
    ['measure', 'iso4217:CNY<', 'kemu:UnstatedUnit<', /monetaryItemType in kemu/],
    ['unit reference', 'unitRef="CNY"', 'unitRef="RMB"', /unit RMB is not there/],
    ['code', 'kemu:Function201<', 'kemu:Function2O1<', /fits 0 hypercubes/],
    ['context reference', 'contextRef="c1"', 'contextRef="c99"', /context c99 is not there/],
    ['table', 'kemu:GeneralBudgetExpenditureTable', 'kemu:NoTable', /fits 0 hypercubes/],
    [
      'kind of table',
      /kemu:GeneralBudgetExpenditureTable/g,
      'kemu:ProjectExpenditureTable',
      /fits 0/,
    ],
    ['phase', 'kemu:BudgetPhase', 'kemu:BudgetPhrase', /fits 0 hypercubes/],
    ['default', 'kemu:BudgetPhase', 'kemu:PhaseDomain', /states its default/],
    [
      'set of dimensions',
      /<xbrldi:explicitMember dimension="kemu:Table.*?<\/xbrldi:explicitMember>/,
      '',
      /fits 0 hypercubes/,
    ],
    [
      'dimension of something else',
      '</scenario>',
      '<xbrldi:explicitMember dimension="kemu:SubjectDimension">kemu:AbroadSubject</xbrldi:explicitMember></scenario>',
      /fits 0 hypercubes/,
    ],
    ['id', /(<kemu:TotalG.*\n)/, '$1$1', /t1\.r1\.total stands twice/],
    ['decimals', 'decimals="-2"', 'decimals="-5"', /more digits than decimals/],
    ['concept', `${TOP} `, 'kemu:LineItems ', /is no concept/],
    ['entity', '>某局<', '><', /entity/],
    ['another entity', '>某局<', '>某处<', /2 entities/],
    ['period', '2025-12-31', '2024-12-31', /period/],
    ['form', `</${TOP}>`, '</kemu:Basic>', /Expected closing tag/],
    ['character', '>某局<', '>某\u0001局<', /U\+1 is no character/],
    ['taxonomy', 'xlink:href="taxonomy/kemu.xsd"', 'xlink:href="kemu.xsd"', /no schemaRef/],
  ])('%s', (_what, from, to, error) => {
    const mutant = xml.replace(from, to)
    expect(mutant).not.toBe(xml)
    expect(readInstance(mutant, taxonomy).errors.join('\n')).toMatch(error)
  })

  test('a typed member that its pattern refuses', () => {
    const own = toXbrl(document([table({ rows: rows({ code: '2019876' }) })]))
    const mutant = own.replace('>2019876<', '>20198765432<')
    expect(mutant).not.toBe(own)
    expect(readInstance(mutant, taxonomy).errors.join()).toMatch(/is no functionCode/)
  })

  test('a duplicate with another value, under another id', () => {
    const mutant = xml.replace(
      /<kemu:TotalGeneralPublicBudgetExpenditure id="t1\.r1\.total"(.*)>13124000</,
      `<${TOP} id="x1"$1>99990000</${TOP}>\n$&`,
    )
    expect(readInstance(mutant, taxonomy).errors.join()).toContain('13124000')
  })

  test('a changed, a lost and a second value are not what the JSON says', () => {
    for (const [from, to] of [
      ['>13124000<', '>13124100<'],
      ['id="t1.r1.total"', 'id="t1.r1.other"'],
    ])
      expect(jsonErrors(document(), readInstance(xml.replace(from, to), taxonomy))).not.toEqual([])
  })
})

test('text of any sort stays well formed, within its pattern, and one fact each', () => {
  const pieces = fc.constantFrom(
    ...[
      '<',
      '>',
      '&',
      '"',
      "'",
      ']]>',
      '#',
      '三',
      'a',
      '1',
      ' ',
      '  ',
      '\t',
      '\r\n',
      '\u3000',
      '\u00a0',
    ],
    ...[
      '\u0000',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\ufffe',
      '\ud800',
      '\udfff',
      '\u{1fffe}',
      '\u200b',
      '_x000D_',
    ],
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((own) => own.join('')),
    fc.string({ minLength: 3000, maxLength: 3000 }),
  )
  const names = fc.array(fc.tuple(text, text, fc.option(text), fc.option(text)), { maxLength: 8 })
  const units = fc.constantFrom('元' as const, '万元' as const, null)
  fc.assert(
    fc.property(names, fc.option(text), units, (rowNames, department, unit) => {
      const own = rows(
        ...rowNames.map(([name, label, code, unitName]) => ({
          name,
          label,
          code,
          unitCode: name,
          unitName,
        })),
      )
      const path = rowNames.map(([name]) => name)
      const source = document([
        table({
          owner: path[0] ?? null,
          unit,
          columns: [column('total', { path, measure: 'total' }), column('basic', { path })],
          rows: own.map((row) => ({ ...row, cells: { total: cell('1.00'), basic: cell('2.5') } })),
        }),
      ])
      source.report.department = department
      expectValid(source)
    }),
    { numRuns: 60 },
  )
})
