/** One figure in many writings. */
import { expect, test } from 'vitest'
import { isOfSeveral, parseAmount, writingOf } from '../../../src/understand/normalize/amount.js'

test.each([
  ['(1,234.00)', '-1234.00'],
  ['（300.00）', '-300.00'],
  ['(1234)', '-1234'],
  ['▲300.00', '-300.00'],
  ['△1,300.00', '-1300.00'],
  ['300.00-', '-300.00'],
  ['￥1,234.00', '1234.00'],
  ['¥300', '300'],
  ['-￥300.00', '-300.00'],
  ["1'234.56", '1234.56'],
  ['1’234.56', '1234.56'],
  ['1 234.56', '1234.56'],
  ['800.00①', '800.00'],
  ['800.00*', '800.00'],
  ['300.00[1]', '300.00'],
  ['300.00（注2）', '300.00'],
  ['312·40', '312.40'],
  ['1,312。40', '1312.40'],
  ['（312・40）', '-312.40'],
  ['3OO.00', '300.00'],
  ['l,200.00', '1200.00'],
  ['\uf031\uf02c\uf032\uf033\uf034.\uf030\uf030', '1234.00'],
])('%s', (text, value) => {
  expect(parseAmount(text)).toBe(value)
})

test.each([
  '(1)',
  '①',
  '312·4',
  '312·400',
  '1.312·40',
  '3 12.40',
  '312.40万',
  '280.00 30.00',
  '77 900',
  '1200 / 555',
  'OOO',
  '1.284,56',
  '3OO',
  '\uf033\uf030\uf030',
  '\ue033\ue030\ue030.\ue030\ue030',
  '\ufffd\ufffd.00',
])('%s is none', (text) => {
  expect(parseAmount(text)).toBeUndefined()
})

test('a unit behind a figure is that of its table, or the figure is none of it', () => {
  const writing = { decimalComma: false, unit: '万元' as const }
  expect(parseAmount('1,234.00万元', writing)).toBe('1234.00')
  expect(parseAmount('312.40万', writing)).toBe('312.40')
  expect(parseAmount('9,000,000元', writing)).toBeUndefined()
  expect(parseAmount('312.40亿', writing)).toBeUndefined()
  expect(parseAmount('312.40万', { ...writing, unit: '元' })).toBeUndefined()
  expect(parseAmount('9,000,000元')).toBe('9000000')
})

test('a comma is a point where a whole column speaks so', () => {
  const european = writingOf(['1.284,56', '300,00', '', '-'], null)
  expect(parseAmount('1.284,56', european)).toBe('1284.56')
  expect(parseAmount('-300,00', european)).toBe('-300.00')
  const mixed = writingOf(['1.284,56', '300,00', '1,284.56'], null)
  expect(parseAmount('1.284,56', mixed)).toBeUndefined()
  expect(writingOf(['300,00'], null).decimalComma).toBe(false)
})

test('digits of several figures without a blank between are none: no budget has so many', () => {
  expect(parseAmount('9696949797969')).toBe('9696949797969')
  expect(parseAmount('96969497979695')).toBeUndefined()
  expect(parseAmount('96,969,497,979,695')).toBe('96969497979695')
})

test('several amounts in one cell are told from what is none', () => {
  for (const text of [
    '800.00 300.00',
    '800 300',
    '1,300.00 / 1,250.00',
    '800；300',
    '1,300.001,250.00',
  ])
    expect(isOfSeveral(text)).toBe(true)
  expect(isOfSeveral('96969497979695')).toBe(true)
  for (const text of ['800.00', '12.4O', '无', '2025年 800', '1,300.0'])
    expect(isOfSeveral(text)).toBe(false)
})
