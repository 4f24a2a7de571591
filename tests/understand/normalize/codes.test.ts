import { expect, test } from 'vitest'
import { namesOf } from '../../../schemas/codes.js'
import { codeIssues } from '../../../src/understand/normalize/codes.js'
import { table } from '../../helpers/document.js'

const rows = (...coded: [code: string, name: string, parent: string | null][]) =>
  coded.map(([code, name, parent]) => ({ ...table().rows[0], code, name, parent }))

test('a published code and name raise no question', () => {
  expect(
    codeIssues(
      table({
        rows: rows(
          ['201', '一般公共服务支出', null],
          ['20103', '政府办公厅(室)及相关机构事务', 'r1'],
        ),
      }),
    ),
  ).toEqual([])
})

test.each([
  ['a code in no list', [['27701', '新的支出', null]], 'unknown_code'],
  ['another name', [['201', '国防支出', null]], 'code_name_differs'],
  [
    'a class that is missing',
    [
      ['208', '社会保障和就业支出', null],
      ['20103', '政府办公厅（室）及相关机构事务', null],
    ],
    'code_without_parent',
  ],
] as const)('%s is a question, not a correction', (_, printed, code) => {
  const given = table({ rows: rows(...(printed as unknown as [string, string, null][])) })
  const before = structuredClone(given)
  expect(codeIssues(given).map((issue) => [issue.code, issue.severity])).toEqual([[code, 'info']])
  expect(given).toEqual(before)
})

test('names keep the years that they were seen in', () => {
  expect(
    namesOf('20805').some(
      ({ name, years }) => name === '行政事业单位养老支出' && years.includes(2025),
    ),
  ).toBe(true)
})
