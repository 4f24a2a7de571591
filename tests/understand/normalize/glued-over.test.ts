/** Digits in a cell as wide as two columns may be those of each: they are said, and none is taken. */
import { expect, test } from 'vitest'
import { loadKinds } from '../../../src/registry.js'
import { normalizeTable } from '../../../src/understand/normalize/table.js'
import { recognizeTables } from '../../../src/understand/recognize/recognize.js'
import { rawTable } from '../../helpers/example.js'

const kinds = await loadKinds()

/** The first row's amount in a cell over two columns. */
function read(text: string, colSpan = 2) {
  const raw = rawTable(`2025年一般公共预算支出表
    科目编码 | 科目名称 | 基本支出 | 项目支出
    201 | 一般公共服务支出 | 7 | 9
    20106 | 财政事务 | 80000 | 80000
    2010601 | 行政运行 | 80000 | 80000`)
  const [{ cells }] = raw.rows
  if (cells[2]) cells[2] = { ...cells[2], text, colSpan }
  cells[3] = null
  const { table, issues } = normalizeTable(recognizeTables([raw], kinds, false)[0], 1)
  const codes = issues.map(({ code }) => code)
  return { value: table.rows[0].cells.basic.value, codes }
}

test('an integer over two columns is no value', () => {
  expect(read('8000080000').value).toBeNull()
  expect(read('8000080000').codes).toContain('several_amounts')
})

test('in one column, or with decimals, it is one amount', () => {
  expect(read('8000080000', 1).value).toBe('8000080000')
  expect(read('160,000.00').value).toBe('160000.00')
  expect(read('160,000.00').codes).not.toContain('several_amounts')
})
