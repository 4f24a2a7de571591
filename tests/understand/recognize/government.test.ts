/** A government's own budget, by what no department has; and departments that come near. */
import { describe, expect, test } from 'vitest'
import type { TextLine } from '../../../schemas/stages.js'
import { governmentTitles } from '../../../src/understand/recognize/government.js'
import { rawTable } from '../../helpers/example.js'

const line = (text: string, page = 1): TextLine => ({ text, page, box: [0, 0, 100, 10], size: 10 })
const table = (title: string, ...names: string[]) =>
  rawTable(
    `${title}\n项目 | 预算数\n${(names.length > 0 ? names : ['某项']).map((name) => `${name} | 1.00`).join('\n')}`,
  )
const isGovernment = (tables: ReturnType<typeof table>[], front: string[] = [], page = 1) =>
  governmentTitles(
    tables,
    front.map((text) => line(text, page)),
  ).length > 0

const TAXES = ['一、税收收入', '增值税', '企业所得税', '契税']

describe('a government’s own', () => {
  test.each([
    ['what it taxes, of its own level', [table('2026年某市本级一般公共预算收入表', ...TAXES)], []],
    [
      'what it may owe and what it taxes',
      [table('某市政府一般债务限额和余额情况表'), table('收入表', ...TAXES)],
      [],
    ],
    [
      'what it hands down, by place',
      [table('2026年税收返还和转移支付分地区预算表'), table('某县政府专项债务余额表')],
      [],
    ],
    [
      'what it insures',
      [table('全市社会保险基金收入预算表'), table('某市本级政府性基金支出预算表')],
      [],
    ],
    [
      'one sign, and a front page that says so',
      [table('收入预算表', ...TAXES)],
      ['某市2026年政府预算公开'],
    ],
    [
      'one sign, and the draft that it stands in',
      [table('债务余额情况表')],
      ['关于某市2026年预算草案的报告'],
    ],
  ])('%s', (_, tables, front) => {
    expect(isGovernment(tables, front)).toBe(true)
  })

  test('the titles that show it are named', () => {
    expect(
      governmentTitles([table('某市本级一般公共预算收入表', ...TAXES), table('支出表')], []),
    ).toEqual(['某市本级一般公共预算收入表'])
  })
})

describe('a department’s', () => {
  test.each([
    ['money that it hands down', [table('市对下转移支付预算表'), table('部门收支总表')], []],
    [
      'money handed down alone',
      [table('对下转移支付预算表'), table('一般公共预算本级支出明细表')],
      [],
    ],
    [
      'targets of money handed down',
      [table('省对下转移支付绩效目标表'), table('社会保险基金部门经费表')],
      [],
    ],
    ['one tax that it pays', [table('2026年某市本级一般公共预算支出表', '增值税', '办公费')], []],
    [
      'a bond that it pays back',
      [
        table('部门债券还本付息支出表'),
        table('部门收支总表'),
        table('部门支出总表'),
        table('部门收入总表'),
      ],
      [],
    ],
    [
      'one sign in the budget of a department',
      [table('债务余额情况表'), table('本级一般公共预算支出表')],
      ['某市财政局2026年部门预算'],
    ],
    [
      'the government’s economic classes',
      [table('一般公共预算基本支出表（政府预算经济分类）'), table('政府性基金预算支出表')],
      ['某市财政局2026年部门预算'],
    ],
    ['one sign alone', [table('某市债务余额情况表')], []],
    ['a front page alone', [table('支出预算表')], ['某市2026年政府预算公开']],
  ])('%s', (_, tables, front) => {
    expect(isGovernment(tables, front)).toBe(false)
  })
})

test('two taxes are what a government levies, one may be a payment', () => {
  const owed = (...taxes: string[]) =>
    isGovernment([table('某市债务限额表'), table('收入表', ...taxes)])
  expect(owed('增值税')).toBe(false)
  expect(owed('增值税', '契税')).toBe(true)
})

test('three tables of a department outweigh any signs, two do not', () => {
  const signs = [table('某市债务限额表'), table('收入表', ...TAXES)]
  const [a, b, c] = ['部门收支总表', '部门收入总表', '部门支出总表'].map((title) => table(title))
  expect(isGovernment([...signs, a, b])).toBe(true)
  expect(isGovernment([...signs, a, b, c])).toBe(false)
})

test('the front is its first three pages', () => {
  const front = ['某市2026年政府预算公开']
  expect(isGovernment([table('收入预算表', ...TAXES)], front, 3)).toBe(true)
  expect(isGovernment([table('收入预算表', ...TAXES)], front, 4)).toBe(false)
})

test('a line of sixty characters calls the document nothing', () => {
  const tables = [table('债务余额情况表'), table('本级一般公共预算支出表')]
  const line = (length: number) => `某市财政局2026年部门预算${'，'.padEnd(length - 14, '附')}`
  expect(isGovernment(tables, [line(59)])).toBe(false)
  expect(isGovernment(tables, [line(60)])).toBe(true)
})
