/** Cells of categories that a page break cuts in two. */
import { describe, expect, test } from 'vitest'
import type { RawCell, RawRow } from '../../../schemas/stages.js'
import { joinCategories } from '../../../src/read/table/category.js'
import { cell, rows } from '../../helpers/cells.js'

const label = (text: string, more: Partial<RawCell> = {}) => cell(text, { rowSpan: 2, ...more })
const firsts = (list: RawRow[]) => list.map(({ cells }) => cells[0]?.text)

/** A category over two rows, as the rows before and after most breaks are. */
const WAGES = label('301 工资福利支出')
const BEFORE = () => rows([WAGES, '小计'], [WAGES, '30101 基本工资'])

describe('a category cell over a page break', () => {
  test.each([
    ['its label stands below: 307 in the reference', '', '307 债务利息及费用支出'],
    ['its label stands above', '307 债务利息及费用支出', ''],
    ['a line of its label stands on either side', '307 债务利息', '及费用支出'],
  ])('%s', (_, above, below) => {
    const [upper, lower] = [cell(above), label(below)]
    const before = [...BEFORE(), ...rows([upper, '小计'])]
    const after = rows([lower, '30701 国内债务付息'], [lower, '30702 国外债务付息'])
    joinCategories(before, after)
    expect(firsts(before)).toEqual([WAGES.text, WAGES.text, '307 债务利息及费用支出'])
    expect(firsts(after)).toEqual(['307 债务利息及费用支出', '307 债务利息及费用支出'])
  })

  test('a label that is printed on both pages stays as it is', () => {
    const before = BEFORE()
    const after = rows([label(WAGES.text), '30102 津贴补贴'])
    joinCategories(before, after)
    expect(firsts(after)).toEqual([WAGES.text])
  })

  test('nothing is drawn on a page in the middle of it: the label still comes', () => {
    const [upper, middle, lower] = [label(''), label(''), label('302 商品和服务支出')]
    const first = [...BEFORE(), ...rows([upper, '小计'], [upper, '30201 办公费'])]
    const second = rows([middle, '30202 印刷费'], [middle, '30203 咨询费'])
    const third = rows([lower, '30204 手续费'], [lower, '30205 水费'])
    joinCategories(first, second)
    joinCategories([...first, ...second], third)
    joinCategories(first, [])
    expect(firsts(third)).toEqual(['302 商品和服务支出', '302 商品和服务支出'])
  })

  test('another category begins with its own 小计', () => {
    const before = BEFORE()
    const after = rows([label(''), '小计'])
    joinCategories(before, after)
    expect(firsts(after)).toEqual([''])
  })

  test('two labels with codes are two categories', () => {
    const before = BEFORE()
    const after = rows([label('302 商品和服务支出'), '30201 办公费'])
    joinCategories(before, after)
    expect(firsts(before)).toEqual([WAGES.text, WAGES.text])
  })

  test('codes of which a row prints its own level only are no categories', () => {
    const before = rows(['201', '支出'], ['', '事务'], ['', '运行'])
    const after = rows(['202', '外交支出'])
    joinCategories(before, after)
    expect(firsts(before)).toEqual(['201', '', ''])
  })

  test('a cell whose rule is missing at the break, where others have one, is cut, whatever its column is', () => {
    const before = rows(['甲', '1'], ['乙', '2'], [cell('', { isOpen: true }), '3'])
    const after = rows(['丙', '4'])
    joinCategories(before, after)
    expect(firsts(before)).toEqual(['甲', '乙', '丙'])
  })
})

describe('a column is one of categories', () => {
  /** Whether a blank above the break takes the label below it, in a column with these cells. */
  const isJoined = (...cells: (RawCell | string)[]) => {
    const before = rows(...cells.map((each) => [each]), [''])
    joinCategories(before, rows([label('丁')]))
    return firsts(before).at(-1) === '丁'
  }
  const shared = (count: number, text = '甲') => Array<RawCell>(count).fill(label(text))

  test.each([
    [3, 3, true],
    [3, 4, false],
  ])('where %d rows share their cell and %d do not, with one half that does and one that does not', (sharing, alone, expected) =>
    expect(isJoined(...shared(sharing), ...Array.from({ length: alone }, () => '乙'))).toBe(
      expected,
    ))

  test.each([
    [4, true],
    [3, false],
  ])('where %d cells say something and one does not', (labels, expected) => {
    const said = Array.from({ length: labels }, (_, i) => shared(2, `甲${i}`)).flat()
    expect(isJoined(...said, ...shared(2, ''))).toBe(expected)
  })

  test('by the sixty rows before the break: not by those above', () => {
    const alone = (count: number) => Array.from({ length: count }, () => cell('乙'))
    expect(isJoined(...shared(31), ...alone(28))).toBe(true)
    expect(isJoined(...shared(32), ...alone(31))).toBe(false)
    expect(isJoined(...Array.from({ length: 20 }, () => cell('')), ...shared(59))).toBe(true)
  })
})
