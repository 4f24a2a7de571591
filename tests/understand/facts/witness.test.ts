/** The narrative as a second witness of year, kind, owner and unit. */
import { describe, expect, it } from 'vitest'
import type { BudgetTable, Issue, Report } from '../../../schemas/document.js'
import { readProse } from '../../../src/read/prose/prose.js'
import { checkProse } from '../../../src/understand/facts/checks/checks.js'
import { readFacts } from '../../../src/understand/facts/facts.js'
import { witnessFindings } from '../../../src/understand/facts/witness/witness.js'
import { cell, column, row, table } from '../../helpers/document.js'
import { ACCOUNTS, BUDGET, line } from '../../helpers/narrative.js'

function found(text: string[], report: Report = BUDGET, tables: BudgetTable[] = []): Issue[] {
  const prose = readProse(text.map((each, i) => line(each, { y: 50 * i })))
  const read = readFacts(prose, report)
  return witnessFindings(read, prose, tables, checkProse(read, tables, report), report)
}

const codes = (...given: Parameters<typeof found>) => found(...given).map(({ code }) => code)

const TOTALS = (year: number, word = '预算') => [
  `${year}年收入${word}30万元。`,
  `${year}年支出${word}30万元。`,
]

describe('the year', () => {
  it('of every total is another one', () => {
    expect(found(TOTALS(2029))).toMatchObject([{ code: 'prose_year_differs', page: 1 }])
  })

  it('of one total is the document’s', () => {
    expect(codes([...TOTALS(2029), '2032年机关运行经费5万元。'])).toEqual([])
    expect(codes(TOTALS(2032))).toEqual([])
  })

  it('of a single total is no evidence', () => {
    expect(codes(TOTALS(2029).slice(1))).toEqual([])
  })
})

describe('the kind', () => {
  it('of every total is the other one', () => {
    expect(codes(TOTALS(2032, '决算'))).toEqual(['prose_kind_differs'])
    expect(codes(TOTALS(2032), ACCOUNTS)).toEqual(['prose_kind_differs'])
  })

  it('of accounts may be of the budget too', () => {
    expect(codes([...TOTALS(2032), ...TOTALS(2032, '决算')], ACCOUNTS)).toEqual([])
  })
})

describe('the owner', () => {
  const said = (name: string) => [`${name}2032年收入预算30万元。`, `${name}2032年支出预算30万元。`]

  it('is another body, again and again', () => {
    expect(found(said('云溪市水利局'))[0]).toMatchObject({
      code: 'prose_owner_differs',
      message: { zh: '文件是“云溪市档案馆”的，文字部分说的却是“云溪市水利局”' },
    })
  })

  it('may be called by a shorter or a longer name', () => {
    expect(codes(said('市档案馆'))).toEqual([])
    expect(codes(said('云溪市档案馆机关'))).toEqual([])
  })

  it('may have units', () => {
    const units = table({ rows: [row('t1.r1', { role: 'unit', name: '云溪市水利局' })] })
    expect(codes(said('云溪市水利局'), BUDGET, [units])).toEqual([])
  })

  it('is named once beside the others', () => {
    expect(codes([...said('云溪市水利局'), '云溪市档案馆2032年收入预算30万元。'])).toEqual([])
  })
})

describe('the unit', () => {
  const budget = (unit: BudgetTable['unit'], total: string, basic: string) =>
    table({
      unit,
      columns: [
        column('total', { measure: 'total', phase: 'budget' }),
        column('basic', { measure: 'basic', phase: 'budget' }),
      ],
      rows: [
        row('t1.r1', {
          ...{ role: 'total', level: 0, name: '合计' },
          cells: { total: cell(total), basic: cell(basic) },
        }),
      ],
    })
  const text = ['一般公共预算支出1312.40万元，其中：基本支出1000.25万元，项目支出312.15万元。']

  it('of a table is another one', () => {
    const [issue, ...others] = found(text, BUDGET, [budget('元', '1312.40', '1000.25')])
    expect(issue).toMatchObject({ code: 'prose_unit_differs', table: 't1' })
    expect(others).toEqual([])
  })

  it('of a table is right where one figure agrees', () => {
    expect(codes(text, BUDGET, [budget('万元', '1312.40', '1000.25')])).toEqual([])
    expect(codes(text, BUDGET, [budget('万元', '1312.40', '10002500')])).toEqual([])
  })

  it('explains no other difference', () => {
    expect(codes(text, BUDGET, [budget('万元', '1399.40', '10002500')])).toEqual([])
  })
})
