/** A font of symbols numbers its digits from U+F030: figures in it are figures, bullets in it are none. */
import { expect, test } from 'vitest'
import { cleanText } from '../../../src/read/pdf/characters.js'
import { withPlainSigns } from '../../../src/read/pdf/symbols.js'
import { run } from '../../helpers/page.js'

const inSymbols = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(0xf000 + sign.charCodeAt(0)))
const texts = (...signs: string[]) =>
  withPlainSigns(signs.map((text, i) => run(text, 50, 100 + 20 * i))).map(({ text }) => text)

test('five figures tell that a page is written so: its codes and its years are too', () => {
  const figures = ['1,200.50', '98', '300.00', '(45.10)', '2010301', '-7.5'].map(inSymbols)
  const year = `${inSymbols('2025')}年`
  expect(texts(year, ...figures)).toEqual([
    '2025年',
    ...['1,200.50', '98', '300.00', '(45.10)', '2010301', '-7.5'],
  ])
  const fewer = [year, ...figures.slice(0, 4)]
  expect(texts(...fewer)).toEqual(fewer)
})

test('commas and points may be those of another font', () => {
  const figures = Array.from(
    { length: 5 },
    () => `${inSymbols('1')},${inSymbols('200')}.${inSymbols('50')}`,
  )
  expect(texts(...figures)).toEqual(figures.map(() => '1,200.50'))
})

test('bullets and ticks stay what they are', () => {
  const bullets = Array.from({ length: 9 }, () => '\uf06c')
  expect(texts(...bullets)).toEqual(bullets)
  const figures = Array.from({ length: 5 }, () => inSymbols('300.00'))
  expect(texts('\uf06c', ...figures)[0]).toBe('\uf06c')
})

test('digits of old style are digits', () => {
  expect(cleanText('\uf730')).toBe('0')
  expect(cleanText('\uf739')).toBe('9')
})
