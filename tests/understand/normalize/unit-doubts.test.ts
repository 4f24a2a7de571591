/** A wrong scale is a wrong figure: a table that states two units, or none, says so. */
import { expect, test } from 'vitest'
import type { RawTable } from '../../../schemas/stages.js'
import { loadKinds } from '../../../src/registry.js'
import { normalizeTable } from '../../../src/understand/normalize/table.js'
import { recognizeTables } from '../../../src/understand/recognize/recognize.js'
import { rawTable } from '../../helpers/example.js'

const kinds = await loadKinds()
const codesOf = (header: string, figures: string, more: Partial<RawTable> = {}) => {
  const raw = rawTable(`2025年一般公共预算支出表
    科目编码 | 科目名称 | ${header}
    201 | 一般公共服务支出 | ${figures}
    20106 | 财政事务 | ${figures}`)
  const [recognized] = recognizeTables([{ ...raw, ...more }], kinds, false)
  return normalizeTable(recognized, 1)
    .issues.map(({ code }) => code)
    .filter((code) => code.startsWith('unit_'))
}

test('two units above the table are a conflict, the same one twice is none', () => {
  const above = (unitLine: string) => codesOf('合计 | 基本支出', '9.00 | 9.00', { unitLine })
  expect(above('单位:万元 金额单位:元')).toEqual(['unit_conflict'])
  expect(above('单位:万元 金额单位:万元')).toEqual([])
})

test('headers with another unit override it; where most have one, it is in doubt', () => {
  const all = { unitLine: '单位:万元' }
  expect(codesOf('合计（元） | 基本支出（元）', '9.00 | 9.00', all)).toContain('unit_conflict')
  expect(codesOf('合计 | 人均支出（元）', '9.00 | 9.00', all)).toEqual(['unit_differs'])
  const two = codesOf(
    '合计 | 基本支出 | 项目支出（元） | 人均支出（元）',
    '9.00 | 9.00 | 1.00 | 1.00',
    all,
  )
  expect(two).toEqual(['unit_differs', 'unit_differs'])
})

test('no unit at all is said where there are amounts', () => {
  expect(codesOf('合计 | 基本支出', '9.00 | 9.00', { unitLine: null })).toEqual(['unit_unknown'])
  expect(codesOf('合计 | 基本支出', ' | ', { unitLine: null })).toEqual([])
  expect(codesOf('合计（元） | 基本支出（元）', '9.00 | 9.00', { unitLine: null })).toEqual([])
})
