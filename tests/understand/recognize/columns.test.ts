/** What a column is, by its head and by what it holds: each knob on either side. */
import { describe, expect, test } from 'vitest'
import { loadKinds } from '../../../src/registry.js'
import { recognizeTable } from '../../../src/understand/recognize/recognize.js'
import { rawTable } from '../../helpers/example.js'

const kinds = await loadKinds()

/** Each column as `key` or as `type=meaning`. */
function columns(example: string): string[] {
  const { groups } = recognizeTable(rawTable(example), kinds)
  return groups
    .flat()
    .map(({ key, type, meaning }) => key ?? (meaning ? `${type}=${meaning}` : type))
}

/** One column of these cells under a head, beside names and amounts. */
function column(head: string, cells: string[]): string {
  const rows = cells.map((cell, i) => `某项支出${'甲乙丙丁戊己庚辛壬癸'[i]} | ${cell} | 5.00`)
  return columns(`支出总表\n科目名称 | ${head} | 合计\n${rows.join('\n')}`)[1]
}

describe('content may veto the head', () => {
  test.each([
    ['项目', ['3.20', '4.10', ''], 'amount'],
    ['备注', ['3.20', '4.10', '无'], 'amount'],
    ['备注', ['3.20', '无', '已核'], 'text'],
    ['类', ['3.20', '4.10'], 'amount'],
    ['实施采购时间', ['2026.03', '2026.11'], 'text'],
    ['实施采购时间', ['2026.13', '2026.50'], 'amount'],
  ])('%s over %j is %s', (head, cells, type) => {
    expect(column(head, cells)).toBe(type)
  })

  test('whole yuan under a head of names are amounts where there are many of nothing else', () => {
    const names = (cells: string[]) =>
      columns(`支出总表\n项目 | 合计\n${cells.map((cell) => `${cell} | 5.00`).join('\n')}`)[0]
    expect(names(['1850', '2604', '37'])).toBe('amount')
    expect(names(['1850', '2604'])).toBe('name')
    expect(names(['1850', '2604', '37', '45', '合计'])).toBe('name')
    expect(names(['1850', '2604', '37', '45', '51', '合计'])).toBe('amount')
  })

  test('numbers under a head of units are their codes, and no money', () => {
    expect(column('单位', ['402001', '402002', '合计'])).toBe('unit_code')
    expect(column('预算单位', ['402001', '402002', '402003', '402004', '市林业局'])).toBe(
      'unit_code',
    )
    expect(column('预算单位', ['402001', '402002', '402003', '市林业局'])).toBe('unit_name')
    expect(column('单位', ['402001', '1,402.00'])).not.toBe('unit_code')
  })

  test('codes beside nothing but units are the units’, unless their head says of what they are', () => {
    const beside = (head: string, unit: string, codes: string[]) =>
      columns(
        `支出总表\n${unit} | ${head} | 合计\n${codes.map((code, i) => `水利站${'甲乙丙丁'[i]} | ${code} | 5.00`).join('\n')}`,
      )[1]
    expect(beside('预算编码', '预算单位', ['515', '515001', '515002'])).toBe('unit_code')
    expect(beside('编码', '单位名称', ['515', '302', '515001'])).toBe('code')
    expect(beside('功能编码', '单位名称', ['515', '515001', '515002'])).toBe('code')
    expect(beside('编码', '科目名称', ['515', '515001', '515002'])).toBe('code')
  })

  test('codes of units among projects are the units’: 单位（项目）编码', () => {
    const table = `项目支出表
      单位（项目）编码 | 单位（项目）名称 | 金额
      515001 | 市水文站 | 5.00
      | 河道整治 | 5.00`
    expect(columns(table)).toEqual(['unit_code', 'name', 'amount=amount'])
    expect(columns(table.replace('单位（项目）编码', '项目编码'))[0]).not.toBe('unit_code')
  })

  test('预算项目 heads names, or figures where its cells are figures', () => {
    const first = (cells: string[]) =>
      columns(`支出总表\n预算项目 | 合计\n${cells.map((cell) => `${cell} | 5.00`).join('\n')}`)[0]
    expect(first(['信息化运维', '办公费'])).toBe('name')
    expect(first(['3.20', '4.10'])).toBe('amount')
  })

  test('what things are counted in is no unit of anybody', () => {
    expect(column('单位', ['台', '套', '平方米', '项'])).toBe('text')
    expect(column('单位', ['台', '套', '批', '项', '市林业局'])).toBe('text')
    expect(column('单位', ['台', '套', '批', '市林业局'])).toBe('unit_name')
    expect(column('单位', ['县委', '人大'])).toBe('unit_name')
  })

  test('a column of codes is one whatever it is called, and figures that look like codes are none', () => {
    const first = (cells: string[]) =>
      columns(
        `支出总表\n科目 | 名称 | 合计\n${cells.map((cell) => `${cell} | 某项 | 5.00`).join('\n')}`,
      )[0]
    expect(first(['201', '20103', '2010301', '20104', '20105'])).toBe('code')
    expect(first(['201', '20103', '2010301', '20104', '8'])).toBe('code')
    expect(first(['201', '20103', '2010301', '8'])).not.toBe('code')
    expect(first(['20103', '20104', '20105'])).not.toBe('code')
  })
})

describe('names behind their codes', () => {
  const isCoded = (coded: number, plain: number) => {
    const names = [
      ...Array.from({ length: coded }, (_, i) => `2010${i + 1}某项事务`),
      ...Array.from({ length: plain }, () => '防火巡护'),
    ]
    const table = rawTable(
      `支出总表\n项目 | 合计\n${names.map((name) => `${name} | 1.00`).join('\n')}\n合计 | 9.00`,
    )
    return recognizeTable(table, kinds).groups[0][0].coded
  }

  test('are those of a list where one in five stands behind one: 12320 opens the name of a hotline', () => {
    expect(isCoded(2, 8)).toBe(true)
    expect(isCoded(2, 9)).toBe(false)
    expect(isCoded(0, 9)).toBe(false)
  })
})

describe('a column of figures stays one, though its cells do not parse', () => {
  test.each([
    ['合计', ['1.234,50', '12O.00', '3.00'], 'amount=total'],
    ['合计', ['见附件', '见附件', '无'], 'amount=total'],
    ['支出', ['1.2.3', '4.5.6', '7'], 'amount=amount'],
    ['支出', ['1.2.3', '物业', '保洁'], 'text'],
    ['合计说明', ['人员增加', '人员减少'], 'text'],
    ['彩票公益金', ['人员增加', '人员减少'], 'text'],
    ['彩票公益金', ['3.00', '人员减少'], 'amount'],
  ])('%s over %j is %s', (head, cells, type) => {
    expect(column(head, cells)).toBe(type)
  })
})

describe('an empty column takes the class of its head', () => {
  test.each([
    ['基本支出', 'amount=basic'],
    ['2025年', 'amount=amount'],
    ['决算数（万元）', 'amount=amount'],
    ['彩票公益金安排数', 'amount'],
    ['购买服务内容', 'text'],
    ['援藏', 'text'],
    ['', 'text'],
    ['占比', 'percent=rate'],
    ['单位编码', 'unit_code'],
  ])('%s: %s', (head, type) => {
    expect(column(head, ['', ''])).toBe(type)
  })
})

describe('numbers of lines', () => {
  test('are told by their head, or by counting where no head tells what they are', () => {
    expect(column('序号', ['3', '1', '7'])).toBe('text')
    expect(column('', ['1', '2', '3'])).toBe('text')
    expect(column('', ['1', '2'])).toBe('amount')
    expect(column('', ['1', '2', '4'])).toBe('amount')
    expect(column('合计', ['1', '2', '3'])).toBe('amount=total')
  })
})

describe('heads of heads', () => {
  test.each([
    ['单位/编码', 'unit_code'],
    ['单位/名称', 'unit_name'],
    ['功能科目/编码', 'code'],
    ['单位名称（项目名称）', 'name'],
    ['单位名称（项目）', 'name'],
    ['省级当年财政拨款安排/小计', 'amount=appropriation.total'],
  ])('%s is %s', (head, type) => {
    expect(columns(`支出总表\n${head} | 合计\n | 5.00`)[0]).toBe(type)
  })

  test('the label of a total row that shares a line with the head leaves a key a key', () => {
    expect(
      columns(`
        政府性基金预算财政拨款收入支出决算表
        项目/功能分类科目编码/合计 | 项目/科目名称/合计 | 本年支出/合计
         | | 5.00`),
    ).toEqual(['code', 'name', 'amount=current_expenditure.total'])
  })
})
