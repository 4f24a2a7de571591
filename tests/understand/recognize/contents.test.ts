import { describe, expect, test } from 'vitest'
import type { TextLine } from '../../../schemas/stages.js'
import { loadKinds } from '../../../src/registry.js'
import { missingTables } from '../../../src/understand/recognize/announced.js'
import { table } from '../../helpers/document.js'

const kinds = await loadKinds()
const isMissing = (text: string, page = 1, tables = [table({ pages: [9] })]) => {
  const line: TextLine = { text, page, box: [0, 0, 100, 10], size: 10 }
  return missingTables([line], tables, kinds).length > 0
}

describe('what the contents list and the tables lack', () => {
  test.each([
    ['一、部门收支总表', true],
    ['表2  部门收入总表……………12', true],
    ['一般公共预算支出表', false],
    ['部门收支情况说明', false],
    ['项目支出表', false],
  ])('%s: %s', (text, expected) => {
    expect(isMissing(text)).toBe(expected)
  })

  test('contents are in the first six pages, before the first table', () => {
    expect(isMissing('部门收支总表', 6)).toBe(true)
    expect(isMissing('部门收支总表', 7)).toBe(false)
    expect(isMissing('部门收支总表', 3, [table({ pages: [3] })])).toBe(false)
  })

  test('a line of fifty characters is a sentence', () => {
    const line = (length: number) => `${'某市林业局'.padEnd(length - 6, '局')}部门收支总表`
    expect(isMissing(line(49))).toBe(true)
    expect(isMissing(line(50))).toBe(false)
  })
})

const lines = (...texts: string[]): TextLine[] =>
  texts.map((text, i) => ({ text, page: 2, box: [0, i, 9, i + 1], size: 10 }))

const CONTENTS = lines(
  '目录',
  '一、收支总表……1',
  '二、收入总表……2',
  '三、一般公共预算支出表……3',
  '附件：说明',
)

test('a narrative whose tables are published beside it is one finding with the list of them', () => {
  const [issue, ...others] = missingTables(CONTENTS, [], kinds)
  expect(others).toEqual([])
  expect(issue).toMatchObject({ code: 'announced_table_missing', severity: 'warning', page: 2 })
  for (const line of ['一、收支总表……1', '二、收入总表……2', '三、一般公共预算支出表……3'])
    expect(issue.message.zh).toContain(`“${line}”`)
  expect(issue.message.zh).toContain('3 张表')
})

test('what is there is not missed', () => {
  const pages = [5]
  const found = [
    table({ kind: 'general_budget_expenditure', pages }),
    table({ kind: 'revenue_summary', pages }),
  ]
  const [issue] = missingTables(CONTENTS, found, kinds)
  expect(issue.message.zh).toMatch(/^目录列有“一、收支总表……1”.*没有找到这张表$/)
  const all = [...found, table({ kind: 'revenue_expenditure_summary', pages })]
  expect(missingTables(CONTENTS, all, kinds)).toEqual([])
})
