/** A unit in a header or in a row's label is that of its figures, whatever the table's is: a wrong scale is a wrong figure. */
import { expect, test } from 'vitest'
import { unitOfCell } from '../../../schemas/amount.js'
import { loadKinds } from '../../../src/registry.js'
import { normalizeTable } from '../../../src/understand/normalize/table.js'
import { recognizeTables } from '../../../src/understand/recognize/recognize.js'
import { rawTable } from '../../helpers/example.js'

const kinds = await loadKinds()
const read = (example: string) =>
  normalizeTable(recognizeTables([rawTable(example)], kinds, false)[0], 1)

const rows = `
    201 | 一般公共服务支出 | 984.56 | 28,500.00
    20106 | 财政事务 | 984.56 | 28,500.00
    2010601 | 行政运行 | 984.56 | 28,500.00`

test.each([
  ['人均支出（元）', '元'],
  ['其中：人均（单位：元）', '元'],
  ['项目支出(千元)', '千元'],
])('%s is in %s in a table of 万元', (header, own) => {
  const { table, issues } = read(`2025年一般公共预算支出表
    科目编码 | 科目名称 | 合计 | ${header}${rows}`)
  expect(table.unit).toBe('万元')
  expect(table.columns.map(({ unit }) => unit)).toEqual([undefined, undefined, undefined, own])
  expect(unitOfCell(table, table.rows[0], table.columns[3])).toBe(own)
  expect(unitOfCell(table, table.rows[0], table.columns[2])).toBe('万元')
  expect(issues.map(({ code }) => code)).toContain('unit_differs')
})

test('a row that prints its own unit has it, a header that prints the table’s says nothing new', () => {
  const { table, issues } = read(`2025年一般公共预算支出表
    科目编码 | 科目名称 | 合计（万元） | 基本支出${rows}
     | 人均经费（元） | 12,000.00 | 12,000.00`)
  expect(table.columns.every(({ unit }) => unit === undefined)).toBe(true)
  expect(table.rows.map(({ unit }) => unit)).toEqual([undefined, undefined, undefined, '元'])
  expect(issues.filter(({ code }) => code === 'unit_differs')).toHaveLength(1)
})
