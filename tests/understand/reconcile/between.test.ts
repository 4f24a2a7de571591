import { describe, expect, test } from 'vitest'
import type { BudgetTable } from '../../../schemas/document.js'
import { loadKinds } from '../../../src/registry.js'
import { normalizeTable } from '../../../src/understand/normalize/table.js'
import { recognizeTable } from '../../../src/understand/recognize/recognize.js'
import { reconcileDocument } from '../../../src/understand/reconcile/between.js'
import { rawTable } from '../../helpers/example.js'

const kinds = await loadKinds()
const read = (...examples: string[]): BudgetTable[] =>
  examples.map((each, i) => normalizeTable(recognizeTable(rawTable(each), kinds), i + 1).table)
const checks = (...examples: string[]) =>
  reconcileDocument(read(...examples), kinds).map(({ identity, outcome }) => [identity, outcome])

const appropriation = (total: string, carried = '') => `
  财政拨款收支总表
  收入/项目 | 收入/预算数 | 支出/项目 | 支出/预算数
  一、本年收入 | ${total} | 一、教育支出 | ${total}
  二、上年结转 | ${carried} | |
  收入总计 | ${total} | 支出总计 | ${total}`
const general = (total: string) => `
  一般公共预算支出表
  科目编码 | 科目名称 | 一般公共预算支出/合计 | 一般公共预算支出/基本支出 | 一般公共预算支出/项目支出
  | 合计 | ${total} | ${total} |
  205 | 教育支出 | ${total} | ${total} | `
const fund = (total: string) => `
  政府性基金预算支出表
  科目编码 | 科目名称 | 合计
  | 合计 | ${total}`

describe('what one table sums of others', () => {
  const identity =
    'appropriation_summary = general_budget_expenditure + government_fund_expenditure'

  test('a heading over all columns that repeats the title does not hide the total', () => {
    expect(checks(appropriation('9.00'), general('7.00'), fund('2.00'))).toEqual([
      [identity, 'holds'],
    ])
  })

  test('an empty table adds nothing, a missing first one ends the matter', () => {
    expect(checks(appropriation('7.00'), general('7.00'), fund(''))).toEqual([[identity, 'holds']])
    expect(checks(appropriation('7.00'), fund('7.00'))).toEqual([])
  })

  test('a difference that is what last year left is explained by it; another is a finding', () => {
    expect(checks(appropriation('9.00', '2.00'), general('7.00'), fund(''))).toEqual([
      [`${identity} + carry-over`, 'holds'],
    ])
    expect(checks(appropriation('9.00', '1.00'), general('7.00'), fund(''))).toEqual([
      [identity, 'fails'],
    ])
  })
})

test('tables of two owners are not compared', () => {
  const [a, b, c] = read(appropriation('9.00'), general('7.00'), fund(''))
  expect(reconcileDocument([a, { ...b, owner: '某中心' }, c], kinds)).toEqual([])
})
