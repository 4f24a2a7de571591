import { describe, expect, test } from 'vitest'
import { ownerOf } from '../../../src/understand/normalize/owner.js'

test.each([
  ['部门：106_长沙市公安局  单位：万元', '长沙市公安局'],
  ['402-云溪市林业局', '云溪市林业局'],
  ['511云溪市林业局', '云溪市林业局'],
  ['单位名称：[402001]云溪市林业局（本级）', '云溪市林业局（本级）'],
  ['单位名称：云溪市林业局（402001）', '云溪市林业局'],
  ['部门：云溪市林业局（汇总）', '云溪市林业局（汇总）'],
  ['部门：云溪市林业局部门综合预算', '云溪市林业局'],
  ['部门：云溪市林业局2026年部门预算', '云溪市林业局'],
  ['编制单位：云溪市林业局2026年度预算公开', '云溪市林业局'],
])('%s', (line, owner) => {
  expect(ownerOf(line)).toBe(owner)
})

describe('nobody is named by', () => {
  test.each([
    ['部门：'],
    ['单位：万元'],
    ['部门：云溪市林业局下属3个预算单位'],
    ['单位：本表反映云溪市林业局的收支情况'],
    ['部门：公开08表一般公共预算基本支出预算表'],
    ['部门：部门收支总表（按功能分类）'],
    ['单位：云溪市林业局、云溪市种苗站，共2家'],
  ])('%s', (line) => {
    expect(ownerOf(line)).toBeNull()
  })

  test('a line that goes on: fifty characters are a name, more are not', () => {
    const name = (length: number) => `部门：${'云溪市林业局'.padEnd(length - 1, '林')}站`
    expect(ownerOf(name(50))).toHaveLength(50)
    expect(ownerOf(name(51))).toBeNull()
  })
})
