import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAmount, parseUnit } from '../../../src/understand/normalize/amount.js'
import { CodeContext, splitCode } from '../../../src/understand/normalize/code.js'
import { splitLabel } from '../../../src/understand/normalize/name.js'
import { ownerOf } from '../../../src/understand/normalize/owner.js'
import { splitUnitCode } from '../../../src/understand/normalize/unit.js'

describe('amounts', () => {
  test.each([
    ['3,622.58', '3622.58'],
    ['１，２３４', '1234'],
    ['0.00', '0.00'],
    ['-12.50', '-12.50'],
    ['1,264,602.38', '1264602.38'],
    ['.38', '0.38'],
    ['38,549,381', '38549381'],
  ])('%s', (printed, value) => {
    expect(parseAmount(printed)).toBe(value)
  })

  test('blank, zero and dash are three facts', () => {
    expect(parseAmount('')).toBeNull()
    expect(parseAmount('0')).toBe('0')
    expect(parseAmount('-')).toBe('0')
    expect(parseAmount('无')).toBeUndefined()
    expect(parseAmount('1.2.3')).toBeUndefined()
  })

  test('whatever is printed with commas comes back digit by digit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 18n }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          const digits = cents.toString().padStart(2, '0')
          const printed = `${whole.toString().replace(/\B(?=(\d{3})+$)/g, ',')}.${digits}`
          expect(parseAmount(printed)).toBe(`${whole}.${digits}`)
        },
      ),
    )
  })

  test.each([
    ['单位：万元', '万元'],
    ['金额单位:元', '元'],
    ['单位名称', null],
  ])('unit of %s', (line, unit) => {
    expect(parseUnit(line)).toBe(unit)
  })
})

describe('codes', () => {
  test.each([
    ['[2010301]行政运行', '2010301', '行政运行'],
    ['30101 基本工资', '30101', '基本工资'],
    ['302 商品和服务支出', '302', '商品和服务支出'],
    ['309 资本性支出（基本建设）', '309', '资本性支出（基本建设）'],
    ['行政运行', null, '行政运行'],
    ['2025年预算', null, '2025年预算'],
    ['301', '301', ''],
  ])('%s', (text, code, name) => {
    expect(splitCode(text)).toEqual({ code, name })
  })

  test('every level printed, or only its own: the same codes', () => {
    const full = new CodeContext()
    const own = new CodeContext()
    expect([
      full.fromParts('201', '', ''),
      full.fromParts('201', '06', ''),
      full.fromParts('201', '06', '50'),
    ]).toEqual(['201', '20106', '2010650'])
    expect([
      own.fromParts('201', '', ''),
      own.fromParts('', '06', ''),
      own.fromParts('', '', '50'),
      own.fromParts('', '', '99'),
      own.fromParts('', '11', ''),
    ]).toEqual(['201', '20106', '2010650', '2010699', '20111'])
  })

  test.each([
    ['2010', '', ''],
    ['201', '0603', ''],
    ['201', '060301', ''],
    ['201', '06', '503'],
  ])('parts that make up no code, %s %s %s, are none', (...parts) => {
    const code = new CodeContext().fromParts(...parts)
    expect(code === null || [3, 5, 7, 9].includes(code.length)).toBe(true)
  })

  test('a zero that a spreadsheet dropped is put back', () => {
    expect(new CodeContext().fromParts('301', '2', '')).toBe('30102')
  })

  test('a 款 printed with its own two digits, in one column', () => {
    const context = new CodeContext()
    expect(['201', '10', '2011007', '11'].map((code) => context.fromWhole(code))).toEqual([
      '201',
      '20110',
      '2011007',
      '20111',
    ])
  })

  test('a class that lost its digits makes no code, and leaves the codes below alone', () => {
    const context = new CodeContext()
    expect([
      context.fromParts('210', '11', ''),
      context.fromParts('7', '11', '02'),
      context.fromParts('', '', '99'),
    ]).toEqual(['21011', null, '2101199'])
  })

  test('an item without any class above it has no code: nothing is invented', () => {
    expect(new CodeContext().fromParts('', '', '01')).toBeNull()
  })

  test.each([
    ['106_长沙市公安局', '106', '长沙市公安局'],
    ['606-某局', '606', '某局'],
    ['003001', '003001', ''],
  ])('unit %s', (text, code, name) => {
    expect(splitUnitCode(text)).toEqual({ code, name })
  })
})

describe('labels', () => {
  test.each([
    ['一、一般公共预算拨款', '一般公共预算拨款'],
    ['二十一、债务付息支出', '债务付息支出'],
    ['1、因公出国(境)费用', '因公出国(境)费用'],
    ['其中：（1）公务用车购置', '公务用车购置'],
    ['（2）公务用车运行维护费', '公务用车运行维护费'],
    ['1.一般公共预算', '一般公共预算'],
    ['收 入 总 计', '收入总计'],
    ['2025年结转', '2025年结转'],
  ])('%s', (label, name) => {
    expect(splitLabel(label).name).toBe(name)
  })

  test.each([
    ['部门：衡阳市人民政府办公室', '衡阳市人民政府办公室'],
    ['部门名称：106_某市公安局', '某市公安局'],
    ['部门（单位）：某市信访局', '某市信访局'],
    ['单位：万元', null],
  ])('owner of %s', (line, owner) => {
    expect(ownerOf(line)).toBe(owner)
  })
})
