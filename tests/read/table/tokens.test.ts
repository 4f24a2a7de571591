import { describe, expect, test } from 'vitest'
import { extentOf, figureStep } from '../../../src/read/table/extent.js'
import { tokensOf } from '../../../src/read/table/tokens.js'
import { run } from '../../helpers/page.js'

const cut = (text: string, rules: number[], origins?: number[]) => {
  const painted = { ...run(text, 0, 14), ...(origins ? { origins } : {}) }
  return tokensOf(painted, rules).map(({ first, last }) => text.slice(first, last + 1))
}

describe('a run is cut', () => {
  test.each([
    ['98,880.78 一、一般公共服务支出', ['98,880.78', '一、一般公共服务支出']],
    ['810.00　　工资福利支出', ['810.00', '工资福利支出']],
    ['项　　目', ['项　　目']],
    ['37,891.58一、一般公共服务支出', ['37,891.58', '一、一般公共服务支出']],
    ['一般公共服务123.00', ['一般公共服务', '123.00']],
    ['201 06 50', ['201', '06', '50']],
    ['2025年预算数', ['2025年预算数']],
    ['12月', ['12月']],
    ['4,563,800.00年度资金', ['4,563,800.00', '年度资金']],
    ['（1）其他', ['（1）其他']],
  ])('%s', (text, expected) => expect(cut(text, [])).toEqual(expected))

  test('words stay together at a blank, unless a rule stands there', () => {
    expect(cut('基本支出 项目支出', [])).toEqual(['基本支出 项目支出'])
    expect(cut('基本支出 项目支出', [42])).toEqual(['基本支出', '项目支出'])
  })

  test('a rule in a blank may be half an em beside the words', () => {
    expect(cut('甲乙 丙丁', [15])).toEqual(['甲乙', '丙丁'])
    expect(cut('甲乙 丙丁', [14.9])).toEqual(['甲乙 丙丁'])
    expect(cut('甲乙 丙丁', [30])).toEqual(['甲乙', '丙丁'])
    expect(cut('甲乙 丙丁', [30.1])).toEqual(['甲乙 丙丁'])
  })
})

describe('figures', () => {
  const glued = '471.1830201'

  test('an amount and the code of the next list are two where a rule stands between them', () => {
    expect(cut(glued, [30])).toEqual(['471.18', '30201'])
    expect(cut(glued, [])).toEqual([glued])
    expect(cut(glued, [20])).toEqual([glued])
  })

  test.each([
    [27.6, true],
    [27.4, false],
    [32.4, true],
    [32.6, false],
  ])('the rule at %d, behind a digit that ends at 30', (rule, isCut) =>
    expect(cut(glued, [rule]).length > 1).toBe(isCut))

  /** Whole numbers, the fifth digit `step` behind the fourth. */
  const numbers = (step: number) => [0, 5, 10, 15, 15 + step, 20 + step, 25 + step]

  test.each([
    [7.1, ['2085', '302']],
    [6.9, ['2085302']],
  ])('digits of 5 pt, and a step of %d pt over a rule', (step, expected) =>
    expect(cut('2085302', [18.5], numbers(step))).toEqual(expected))
})

describe('how wide a figure is', () => {
  test('its last digit is as wide as the steps of the others', () => {
    const painted = { ...run('3,622.58', 0, 14), box: [0, 5.5, 90, 15.5] as const }
    expect(extentOf({ ...painted, box: [...painted.box] })).toEqual([0, 40])
  })

  test('a single digit takes three fifths of an em, whatever its font declares', () => {
    expect(extentOf({ ...run('5', 10, 14), box: [10, 5.5, 40, 15.5] })).toEqual([10, 16])
  })

  test.each([
    [1.4, 5],
    [1.6, 1.6],
  ])('digits painted %d pt apart are one over another, or two', (apart, step) =>
    expect(figureStep({ ...run('112', 0, 14), origins: [0, apart, apart + 5] })).toBeCloseTo(step))
})
