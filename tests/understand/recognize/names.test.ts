/** Which column names the rows, and what becomes of the others. */
import { describe, expect, test } from 'vitest'
import { loadKinds } from '../../../src/registry.js'
import { recognizeTable } from '../../../src/understand/recognize/recognize.js'
import { rawTable } from '../../helpers/example.js'

const kinds = await loadKinds()
const keys = (example: string) =>
  recognizeTable(rawTable(example), kinds)
    .groups.flat()
    .map(({ key, type }) => key ?? type)

describe('several columns of words', () => {
  test.each([
    [
      'a project beside its sort',
      '项目名称 | 项目类别 | 合计\n巡护 | 特定目标类 | 5.00',
      ['name', 'text', 'amount'],
    ],
    [
      'its sort before it',
      '项目类别 | 项目名称 | 合计\n特定目标类 | 巡护 | 5.00',
      ['text', 'name', 'amount'],
    ],
    ['a sort alone', '支出项目类别 | 合计\n特定目标类 | 5.00', ['name', 'amount']],
    [
      'a project beside the account that it falls under',
      '科目编码 | 科目名称 | 项目名称 | 合计\n2130234 | 防灾减灾 | 巡护 | 5.00',
      ['code', 'text', 'name', 'amount'],
    ],
    [
      'a unit beside the project',
      '单位名称 | 项目名称 | 合计\n市林业局 | 巡护 | 5.00',
      ['unit_name', 'name', 'amount'],
    ],
    [
      'an account and a remark',
      '科目名称 | 内容 | 合计\n教育支出 | 学校 | 5.00',
      ['name', 'text', 'amount'],
    ],
  ])('%s', (_, example, expected) => {
    expect(keys(`项目支出表\n${example}`)).toEqual(expected)
  })

  test.each([
    ['one head over both', '项目名称 | 项目名称 | 金额\n基金 | 小计 | 5.00'],
    ['no head over the second', '项目名称 | | 金额\n基金 | 拨款 | 5.00'],
    ['no head over the first', ' | 项目名称 | 金额\n基金 | 拨款 | 5.00'],
    ['heads that count the levels', '类名称 | 款名称 | 金额\n工资福利支出 | 基本工资 | 5.00'],
    [
      '小计 in the second',
      '来源类别 | 来源项目 | 金额\n财政拨款 | 小计 | 5.00\n财政拨款 | 基金 | 5.00',
    ],
    [
      'rows that only the first names',
      '项目类别 | 项目名称 | 金额\n特定目标类 | | 5.00\n | 巡护 | 5.00',
    ],
  ])('are levels of a name: %s', (_, example) => {
    expect(keys(`收入总表\n${example}`)).toEqual(['name', 'name', 'amount'])
  })

  test('words behind the amounts name nothing, whatever stands over them', () => {
    expect(keys('支出总表\n合计 | 基本支出 | 备注\n5.00 | 5.00 | 含结转')[2]).toBe('text')
    expect(keys('支出总表\n合计 | 基本支出 | 情由\n5.00 | 5.00 | 含结转')[2]).toBe('text')
    expect(keys('支出总表\n备注 | 合计 | 基本支出\n教育支出 | 5.00 | 5.00')[0]).toBe('name')
    expect(keys('支出总表\n其他 | 合计\n教育支出 | 5.00')[0]).toBe('name')
  })
})

describe('two classifications on one row', () => {
  test.each([
    [
      'the government stands second',
      '部门经济科目编码 | 部门经济科目名称 | 政府经济科目编码 | 政府经济科目名称 | 合计\n30101 | 基本工资 | 50101 | 工资奖金津补贴 | 5.00',
      ['code', 'name', 'government_code', 'government_name', 'amount'],
    ],
    [
      'the government stands first',
      '政府经济科目编码 | 政府经济科目名称 | 部门经济科目编码 | 部门经济科目名称 | 合计\n50101 | 工资奖金津补贴 | 30101 | 基本工资 | 5.00',
      ['government_code', 'government_name', 'code', 'name', 'amount'],
    ],
    [
      'only their codes tell them apart',
      '科目编码 | 科目名称 | 科目编码 | 科目名称 | 合计\n30101 | 基本工资 | 50101 | 工资奖金津补贴 | 5.00',
      ['code', 'name', 'government_code', 'government_name', 'amount'],
    ],
    [
      'the government alone',
      '政府经济科目编码 | 政府经济科目名称 | 合计\n50101 | 工资奖金津补贴 | 5.00',
      ['code', 'name', 'amount'],
    ],
    [
      'functions code the rows, economics stand beside',
      '功能科目编码 | 功能科目名称 | 经济科目编码 | 经济科目名称 | 合计\n2010301 | 行政运行 | 30101 | 基本工资 | 5.00',
      ['code', 'name', 'text', 'text', 'amount'],
    ],
    [
      'economics code rows that functions do not',
      '功能科目编码 | 功能科目名称 | 经济科目编码 | 经济科目名称 | 合计\n2010301 | 行政运行 | | | 5.00\n | | 30101 | 基本工资 | 5.00',
      ['code', 'name', 'code', 'name', 'amount'],
    ],
  ])('%s', (_, example, expected) => {
    expect(keys(`一般公共预算基本支出表\n${example}`)).toEqual(expected)
  })
})
