import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalsOf, scale } from '../../schemas/amount.js'
import type { BudgetDocument, BudgetTable, Check } from '../../schemas/document.js'
import { toXbrl } from '../../src/publish/xbrl/instance.js'
import { cell, check, column, document, table, term } from '../helpers/document.js'
import { jsonErrors } from '../helpers/xbrl/against-json.js'
import { shippedTaxonomy } from '../helpers/xbrl/files.js'
import { readInstance } from '../helpers/xbrl/instance.js'

const taxonomy = shippedTaxonomy()
const read = (source: BudgetDocument) => readInstance(toXbrl(source), taxonomy)
const amounts = (source: BudgetDocument) => read(source).facts.filter(({ unit }) => unit !== null)

function expectValid(source: BudgetDocument): void {
  const report = read(source)
  expect([...report.errors, ...jsonErrors(source, report)]).toEqual([])
}

type Row = BudgetTable['rows'][number]
const [ITEM, TOTAL] = table().rows
const rows = (...changes: Partial<Row>[]): Row[] =>
  changes.map((change, i) => ({ ...ITEM, id: `t1.r${i + 1}`, ...change }))
const columns = (...meanings: (string | null)[]): BudgetTable['columns'] =>
  meanings.map((meaning, i) => column(`c${i}`, { path: [`列${i}`], meaning }))
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
  ])('%s times 10^%i is %s, exact to %i decimals', (value, power, scaled, decimals) => {
    expect(scale(value, power)).toBe(scaled)
    expect(decimalsOf(value, power)).toBe(decimals)
  })

  test('one fact for each printed amount: a blank is none, a dash is zero', () => {
    expectValid(document())
    expect(amounts(document()).map(({ value }) => value)).toEqual(['13124000', '13124000', '0'])
  })

  test('the hash of the source is a fact, also of a document without tables', () => {
    const empty = document([])
    expectValid(empty)
    expect(read(empty).facts).toMatchObject([{ concept: 'SourceSha256', value: 'a'.repeat(64) }])
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
})

describe('who and when', () => {
  test("a table's own owner, blanks out; else the document's; else the document itself", () => {
    const entities = (source: BudgetDocument) => new Set(amounts(source).map((f) => f.entity))
    expect(entities(document([table({ owner: '某 局' })]))).toEqual(
      new Set(['urn:kemu:entity 某局']),
    )
    expect(entities(document([table({ owner: null })]))).toEqual(new Set(['urn:kemu:entity 某局']))
    const nobody = document([table({ owner: null })])
    nobody.report.department = null
    expectValid(nobody)
    expect(entities(nobody)).toEqual(new Set([`urn:kemu:document ${'a'.repeat(64)}`]))
  })

  test('no year printed is no year made up', () => {
    const source = document()
    source.report.fiscalYear = null
    expectValid(source)
    expect(read(source).facts.every(({ period }) => period === 'forever')).toBe(true)
  })

  test.each([
    ['budget', 'total', ['合计'], 'BudgetPhase'],
    ['final_accounts', 'total', ['一般公共预算财政拨款', '合计'], 'ExecutedPhase'],
    ['final_accounts', 'budgeted', ['全年预算数'], 'BudgetPhase'],
    ['budget', 'previous_year', ['上年预算数'], 'PreviousYearBudgetPhase'],
    ['budget', 'previous_year', ['2024年执行数'], 'PreviousYearExecutedPhase'],
    ['budget', 'previous_year.total', ['上年', '合计'], 'PreviousYearPhase'],
    [null, 'total', ['合计'], 'UnstatedPhase'],
  ] as const)('in a %s, %s under %j is of %s', (kind, meaning, path, phase) => {
    const own = column('c0', { path: [...path], meaning })
    const source = document([table({ columns: [own], rows: rows({ cells: cells('1.00') }) })])
    source.report.kind = kind
    expectValid(source)
    expect(amounts(source)[0].dimensions.get('PhaseDimension')).toBe(phase)
  })
})

describe('what a row is known by', () => {
  const dimensionsOf = (change: Partial<Row>) =>
    Object.fromEntries(
      [...amounts(document([table({ rows: rows(change) })]))[0].dimensions].filter(
        ([name]) => !/^(?:Table|Phase|Addition|Occurrence)/.test(name),
      ),
    )

  test.each<[Partial<Row>, Record<string, string>]>([
    [{ code: '2010301' }, { FunctionCodeDimension: '2010301' }],
    [
      { code: '30101', governmentCode: '50101' },
      { DepartmentEconomicCodeDimension: '30101', GovernmentEconomicCodeDimension: '50101' },
    ],
    [{ code: '10101' }, { OtherCodeDimension: '10101' }],
    [
      { code: '201', unitCode: '003001' },
      { FunctionCodeDimension: '201', UnitCodeDimension: '003001' },
    ],
    [{ code: '201', unitCode: '合计' }, { FunctionCodeDimension: '201' }],
    [TOTAL, {}],
    [{ ...TOTAL, name: '本年支出合计' }, { NameDimension: '本年支出合计' }],
    [{ code: null, name: '某  项目' }, { NameDimension: '某 项目' }],
    [{ code: null, name: '', label: '', role: 'blank' }, { NameDimension: '(blank)' }],
    [
      { code: null, panel: 'revenue', name: '一般公共预算' },
      { PanelDimension: 'RevenuePanel', NameDimension: '一般公共预算' },
    ],
    [{ code: null, role: 'unit', name: '某中心' }, { UnitNameDimension: '某中心' }],
  ])('%j', (change, wanted) => {
    expect(dimensionsOf(change)).toEqual(wanted)
  })

  test('a row below a unit is that unit’s', () => {
    const both = rows(
      { code: null, role: 'unit', name: '某中心' },
      { code: '201', parent: 't1.r1' },
    )
    expect(amounts(document([table({ rows: both })]))[1].dimensions.get('UnitNameDimension')).toBe(
      '某中心',
    )
  })

  test('one code twice, in one table or in two, is two facts', () => {
    const twice = table({ rows: rows({}, {}) })
    const source = document([twice, { ...twice, id: 't2' }])
    source.tables[1].rows = twice.rows.map((row, i) => ({ ...row, id: `t2.r${i + 1}` }))
    expectValid(source)
    expect(amounts(source).map((f) => f.dimensions.get('OccurrenceDimension'))).toEqual([
      '1',
      '2',
      '3',
      '4',
    ])
  })
})

describe('columns', () => {
  const withColumns = (meanings: (string | null)[], texts: string[], checks: Check[] = []) =>
    document([
      table({ columns: columns(...meanings), rows: rows({ cells: cells(...texts) }), checks }),
    ])
  const summed = (parts: number[], outcome: Check['outcome'] = 'holds'): Check => {
    const at = (i: number) => term({ column: `c${i}` })
    return check({ left: at(0), right: parts.map(at), outcome })
  }
  const isAlone = (source: BudgetDocument) => amounts(source)[0].dimensions.has('AdditionDimension')

  test('a meaning unknown, or said by no concept, is Amount with its header', () => {
    const source = withColumns([null, 'change.quota'], ['1.00', '2.00'])
    expectValid(source)
    expect(amounts(source).map((f) => [f.concept, f.dimensions.get('HeaderDimension')])).toEqual([
      ['Amount', '列0'],
      ['Amount', '列1'],
    ])
  })

  test('two columns of one meaning are told apart by their headers', () => {
    const source = withColumns(['basic', 'basic'], ['1.00', '2.00'])
    expectValid(source)
    expect(amounts(source).map(({ concept }) => concept)).toEqual(['Amount', 'Amount'])
  })

  test('a whole stands beside the parts that were checked as its sum', () => {
    const source = withColumns(
      ['total', 'basic', 'project'],
      ['3.00', '1.00', '2.00'],
      [summed([1, 2])],
    )
    expectValid(source)
    expect(isAlone(source)).toBe(false)
    expect(new Set(amounts(source).map(({ context }) => context)).size).toBe(1)
  })

  test('a whole that nothing checked, or other parts, stands alone', () => {
    for (const checks of [[], [summed([1])]]) {
      const source = withColumns(['total', 'basic', 'project'], ['9.00', '1.00', '2.00'], checks)
      expectValid(source)
      expect(isAlone(source)).toBe(true)
      expect(read(source).inconsistencies).toEqual([])
    }
  })

  test('two wholes that stand alone do not add up to each other', () => {
    const source = withColumns(
      ['total', 'vehicles', 'vehicles.vehicle_purchase', 'abroad'],
      ['9.00', '5.00', '1.00', '2.00'],
    )
    expectValid(source)
    expect(read(source).inconsistencies).toEqual([])
  })

  test('a sum that fails in our checks is inconsistent to a processor too', () => {
    const texts = ['9.00', '1.00', '2.00']
    const source = withColumns(['total', 'basic', 'project'], texts, [summed([1, 2], 'fails')])
    expectValid(source)
    expect(read(source).inconsistencies).toMatchObject([{ whole: { concept: 'Total' } }])
    const silent = withColumns(['total', 'basic', 'project'], texts, [summed([1, 2])])
    expect(jsonErrors(silent, read(silent))).toEqual([expect.stringContaining('unreported')])
  })
})

describe('what is broken is caught', () => {
  const xml = toXbrl(document())
  test.each([
    ['unit', 'iso4217:CNY<', 'iso4217:USD<', /unit iso4217:USD/],
    ['measure', 'iso4217:CNY<', 'kemu:UnstatedUnit<', /monetaryItemType in kemu/],
    ['unit reference', 'unitRef="CNY"', 'unitRef="RMB"', /unit RMB is not there/],
    ['code', '<kemu:functionCode>201<', '<kemu:functionCode>2O1<', /is no functionCode/],
    ['context reference', 'contextRef="c1"', 'contextRef="c99"', /context c99 is not there/],
    ['context', 'kemu:GeneralBudgetExpenditureTable', 'kemu:NoTable', /fits 0 hypercubes/],
    ['phase', 'kemu:BudgetPhase', 'kemu:PhaseDomain', /fits 0 hypercubes/],
    [
      'set of dimensions',
      /<xbrldi:typedMember dimension="kemu:Occurrence.*?<\/xbrldi:typedMember>/,
      '',
      /fits 0 hypercubes/,
    ],
    ['duplicate', /(<kemu:Total id="f1".*\n)/, '$1$1', /f1 stands twice|are one/],
    ['decimals', 'decimals="-2"', 'decimals="-5"', /more digits than decimals/],
    ['concept', /kemu:Total /, 'kemu:LineItems ', /is no concept/],
    ['footnote', 'xlink:href="#f1"', 'xlink:href="#f77"', /#f77, which is not there/],
    ['entity', '>某局<', '><', /entity/],
    ['period', '2025-12-31', '2024-12-31', /period/],
    ['form', '</kemu:Total>', '</kemu:Basic>', /Expected closing tag/],
    ['character', '>某局<', '>某\u0001局<', /U\+1 is no character/],
    ['taxonomy', 'xlink:href="taxonomy/kemu.xsd"', 'xlink:href="kemu.xsd"', /no schemaRef/],
  ])('%s', (_what, from, to, error) => {
    const mutant = xml.replace(from, to)
    expect(mutant).not.toBe(xml)
    expect(readInstance(mutant, taxonomy).errors.join('\n')).toMatch(error)
  })

  test('a duplicate with another value, under another id', () => {
    const mutant = xml.replace(
      /<kemu:Total id="f1"(.*)>13124000</,
      '<kemu:Total id="x1"$1>99990000</kemu:Total>\n$&',
    )
    expect(readInstance(mutant, taxonomy).errors.join()).toContain('13124000')
  })

  test('a changed, a lost and a second value are not what the JSON says', () => {
    for (const [from, to] of [
      ['>13124000<', '>13124100<'],
      ['cell=t1.r1/total', 'cell=t1.r1/other'],
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
          columns: [column('total', { path }), column('basic', { path })],
          rows: own.map((row) => ({ ...row, cells: { total: cell('1.00'), basic: cell('2.5') } })),
        }),
      ])
      source.report.department = department
      expectValid(source)
    }),
    { numRuns: 60 },
  )
})
