import { describe, expect, test } from 'vitest'
import type { RawTable } from '../../../schemas/stages.js'
import { loadKinds } from '../../../src/registry.js'
import { recognizeTable } from '../../../src/understand/recognize/recognize.js'
import { rawTable } from '../../helpers/example.js'

const kinds = await loadKinds()
const codes = (raw: RawTable | string) =>
  recognizeTable(typeof raw === 'string' ? rawTable(raw) : raw, kinds).issues.map(
    ({ code }) => code,
  )

describe('heads', () => {
  test('a word that nobody knows is a doubt over figures, and none over blanks', () => {
    expect(codes('支出总表\n科目名称 | 合计 | 彩票公益金\n教育支出 | 5.00 | 5.00')).toEqual([
      'unknown_header',
    ])
    expect(codes('支出总表\n科目名称 | 合计 | 彩票公益金\n教育支出 | 5.00 | ')).toEqual([])
  })

  test.each([
    ['one head', '其他收入 | 其他收入', ['columns_alike']],
    ['one meaning', '非税收入 | 纳入预算管理的非税收入', ['columns_alike']],
    ['two years', '2025年预算数 | 2026年预算数', []],
    ['heads above them that differ', '财政拨款/其他收入 | 单位资金/其他收入', []],
    ['a part beside the whole', '合计 | 当年预算/合计', []],
  ])('two columns of figures in one list: %s', (_, heads, expected) => {
    expect(codes(`收入总表\n科目名称 | ${heads}\n教育支出 | 5.00 | 4.00`)).toEqual(expected)
  })

  test('they are told apart where one is blank, and where they are of two lists', () => {
    expect(codes('收入总表\n科目名称 | 其他收入 | 其他收入\n教育支出 | 5.00 | ')).toEqual([])
    expect(
      codes(
        '收支总表\n收入/项目 | 收入/预算数 | 支出/项目 | 支出/预算数\n事业收入 | 5.00 | 教育支出 | 5.00',
      ),
    ).toEqual([])
  })
})

describe('a table that every disclosure has is never in order without its figures', () => {
  test('no column of amounts', () => {
    expect(codes('支出总表\n科目编码 | 科目名称 | 备注\n201 | 一般公共服务支出 | 无')).toEqual([
      'no_amounts',
    ])
    expect(codes('政府采购预算表\n采购项目 | 采购方式\n复印纸 | 集中')).toEqual([])
  })

  test('codes without a figure; a blank total, or a note, says that there is none', () => {
    const table = (...rows: string[]) =>
      rawTable(`支出总表\n科目编码 | 科目名称 | 合计\n${rows.join('\n')}`)
    expect(codes(table('201 | 一般公共服务支出 | '))).toEqual(['no_figures'])
    expect(codes(table('201 | 一般公共服务支出 | 0.00'))).toEqual([])
    expect(codes(table(' | 合计 | '))).toEqual([])
    expect(codes({ ...table('201 | 一般公共服务支出 | '), notes: ['本部门无此项支出'] })).toEqual(
      [],
    )
  })

  test.each([
    ['a name', ['项目', '一、财政拨款收入'], ['no_rows']],
    ['a figure', ['预算数', '1,312.40'], ['no_rows']],
    ['a code', ['科目编码', '2010301'], ['no_rows']],
    ['heads only', ['预算数', '2026年预算数'], []],
  ])('no row, and a head that holds %s', (_, path, expected) => {
    const raw = rawTable('支出总表\n科目名称 | 合计')
    const [, amount] = raw.columns
    expect(codes({ ...raw, columns: [raw.columns[0], { ...amount, path }] })).toEqual(expected)
  })
})

test('three figures make a table of no known kind worth a word', () => {
  const table = (figures: number) =>
    `某事项\n项目 | 金额\n${'甲乙丙'
      .slice(0, figures)
      .split('')
      .map((name) => `${name} | 1.00`)
      .join('\n')}`
  expect(codes(table(2))).toEqual([])
  expect(codes(table(3))).toEqual(['unrecognized_table'])
})
