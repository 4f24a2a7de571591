/** A 小计 beside the cell that it sums: both cells' own words are kept, blanks within them too. */
import { expect, test } from 'vitest'
import { documentSchema } from '../../../schemas/document.js'
import { loadKinds } from '../../../src/registry.js'
import { normalizeTable } from '../../../src/understand/normalize/table.js'
import { recognizeTable } from '../../../src/understand/recognize/recognize.js'
import { document } from '../../helpers/document.js'
import { rawTable } from '../../helpers/example.js'

const kinds = await loadKinds()
const read = (example: string) => normalizeTable(recognizeTable(rawTable(example), kinds), 1).table

test.each([
  ['类 | 类名称 | 款 | 科目名称 | 金额', '301 | 工资福利支出 | | 小计 | 3.00', '工资福利支出'],
  ['类名称 | 科目名称 | 金额', '301 工资 福利支出 | 小计 | 3.00', '301 工资 福利支出'],
])('%s', (head, subtotal, of) => {
  const table = read(`
    2025年一般公共预算基本支出表
    ${head}
    ${subtotal}
    ${head.startsWith('类 |') ? '301 | | 01 | 基本工资 | 3.00' : ' | 01 基本工资 | 3.00'}`)
  const [first, second] = table.rows
  expect([first.role, first.label, first.labelParts]).toEqual([
    'subtotal',
    `${of} 小计`,
    [of, '小计'],
  ])
  expect(second.labelParts).toBeUndefined()
  expect(documentSchema.parse(document([table])).tables[0].rows[0].labelParts).toEqual([of, '小计'])
})

test('a 小计 alone in its row is one cell', () => {
  const table = read(`
    2025年一般公共预算支出表
    科目编码 | 科目名称 | 合计
    201 | 一般公共服务支出 | 3.00
    | 小计 | 3.00`)
  expect(table.rows[1].labelParts).toBeUndefined()
})
