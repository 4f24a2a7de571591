/** A contents page makes tables due: the kind that it lists, or one that stands for it. */
import { describe, expect, test } from 'vitest'
import type { BudgetTable } from '../../../schemas/document.js'
import type { TableKind } from '../../../schemas/kinds.js'
import type { TextLine } from '../../../schemas/stages.js'
import { loadKinds } from '../../../src/registry.js'
import { missingTables } from '../../../src/understand/recognize/announced.js'

const kinds = await loadKinds()
const contents = (...titles: string[]): TextLine[] =>
  titles.map(
    (text, i) => ({ page: 2, text, box: [90, 100 + 20 * i, 400, 112 + 20 * i] }) as TextLine,
  )
const missing = (lines: TextLine[], ...found: TableKind[]) => {
  const tables = found.map((kind) => ({ kind, pages: [5] }) as BudgetTable)
  return missingTables(lines, tables, kinds).map(({ code, message }) => [code, message.en])
}

describe('what a contents page lists', () => {
  const basic = contents('六、一般公共预算基本支出表........9')
  const fund = contents('八、政府性基金预算支出表')

  test('is missed where no table is of its kind', () => {
    expect(missing(basic, 'revenue_summary')).toHaveLength(1)
    expect(missing(fund, 'revenue_summary', 'state_capital_expenditure')).toHaveLength(1)
  })

  test.each(
    kinds.filter(({ family }) => family === 'basic_expenditure').map(({ id }) => id),
  )('is there as %s: the titles of basic expenditure do not tell its classifications apart', (id) => {
    expect(missing(basic, 'revenue_summary', id)).toEqual([])
  })

  test('is there with its balances, as final accounts print the funds', () => {
    expect(missing(fund, 'government_fund_summary')).toEqual([])
  })

  test('is not there for a kind of another family, or of none', () => {
    expect(missing(basic, 'government_fund_summary', 'project_expenditure')).toHaveLength(1)
    const both = contents('一、部门收入总表', '二、部门支出总表')
    expect(missing(both, 'revenue_summary')).toHaveLength(1)
  })
})
