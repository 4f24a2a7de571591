/** Two cells that were read as one leave an amount before words: it is said, whatever else the table says. */
import { expect, test } from 'vitest'
import type { BudgetTable } from '../../../schemas/document.js'
import { loadKinds } from '../../../src/registry.js'
import { runTogether } from '../../../src/understand/normalize/run-together.js'
import { normalizeTable } from '../../../src/understand/normalize/table.js'
import { recognizeTables } from '../../../src/understand/recognize/recognize.js'
import { rawTable } from '../../helpers/example.js'

const kinds = await loadKinds()
const [recognized] = recognizeTables(
  [
    rawTable(`2025年一般公共预算支出表
    科目编码 | 科目名称 | 说明 | 合计
    201 | 一般公共服务支出 | 按定额 | 9.00
    20106 | 财政事务 | 按定额 | 9.00`),
  ],
  kinds,
  false,
)
const { table } = normalizeTable(recognized, 1)
const { id } = table.columns.find(({ type }) => type === 'text') as BudgetTable['columns'][number]
const saying = (text: string): BudgetTable => ({
  ...table,
  rows: table.rows.map((row, i) =>
    i === 0 ? { ...row, cells: { ...row.cells, [id]: { ...row.cells[id], text } } } : row,
  ),
})

test.each(['120.00二、教育支出', '1,200（一）基本支出', '-86.00农林水支出'])('%s', (text) => {
  expect(runTogether(saying(text)).map(({ code }) => code)).toEqual(['amount_before_words'])
})

test.each([
  '3.20万元以内支出',
  '90.00(度)',
  '90.00度',
  '2025年预算支出',
  '教育支出120.00',
  '12项重点工作',
])('%s is one cell’s', (text) => {
  expect(runTogether(saying(text))).toEqual([])
})

test('in a header it is said too', () => {
  const [first, ...rest] = table.columns
  const path = ['收入', '3,512.66一、一般公共服务支出']
  expect(runTogether({ ...table, columns: [{ ...first, path }, ...rest] })).toHaveLength(1)
  expect(runTogether(table)).toEqual([])
})
