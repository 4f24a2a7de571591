/** A watermark across a cell is not its text; a pale figure by itself is one. */
import { expect, test } from 'vitest'
import { readPdf } from '../../../src/read/pdf/read.js'
import { show, textPage } from '../../helpers/pdf.js'

const FIGURES = [1, 2, 3, 4].map((i) => show(`1,00${i}.00`, 100, 400 - 20 * i)).join('')
const read = async (content: string, resources = '') => {
  const [{ runs, watermarks }] = (await readPdf(textPage(content, { resources }))).pages
  return { runs: runs.map(({ text }) => text), marks: watermarks.map(({ text }) => text) }
}
const ALL = ['1,001.00', '1,002.00', '1,003.00', '1,004.00']

test('pale text that is repeated, or lies over other text', async () => {
  const twice = `0.8 g ${show('0815-3344', 20, 380)} ${show('0815-3344', 160, 360)} 0 g`
  expect(await read(`${twice} ${FIGURES}`)).toEqual({
    runs: ALL,
    marks: ['0815-3344', '0815-3344'],
  })
  const over = `${FIGURES} 0.8 g ${show('DRAFT', 110, 360)}`
  expect(await read(over)).toEqual({ runs: ALL, marks: ['DRAFT'] })
  const clear = `${FIGURES} /A gs 1 0 0 rg ${show('SAMPLE 12345', 110, 360)}`
  expect((await read(clear, '/ExtGState<</A<</ca 0.2>>>>')).runs).toEqual(ALL)
})

test('pale figures that stand alone are read, as is text that is not pale', async () => {
  const zeros = `${FIGURES} 0.7 g ${show('0.00', 200, 380)} ${show('0.00', 200, 360)}`
  expect((await read(zeros)).runs).toEqual([...ALL, '0.00', '0.00'])
  const grey = `${FIGURES} 0.5 g ${show('DRAFT', 20, 380)} ${show('DRAFT', 20, 360)}`
  expect((await read(grey)).runs).toEqual([...ALL, 'DRAFT', 'DRAFT'])
})

test('a page that is printed pale is read', async () => {
  expect((await read(`0.7 g ${FIGURES}`)).runs).toEqual(ALL)
})

test('two figures over each other stay two, though they share a digit; a copy is one', async () => {
  const over = show('280.00', 100, 300) + show('31.50', 105.56, 300)
  expect((await read(over)).runs).toEqual(['280.00', '31.50'])
  const ends = show('1200.00', 100, 300) + show('300.00', 105.56, 300)
  expect((await read(ends)).runs).toEqual(['1200.00', '300.00'])
  expect((await read(show('280.00', 100, 300) + show('280.00', 101, 301))).runs).toEqual(['280.00'])
})

test('dark text that is much larger than what it lies across; a title over a table, or a line of the same size, is none', async () => {
  const large = (size: number, y: number) =>
    `BT /F1 ${size} Tf 1 0 0 1 90 ${y} Tm (DRAFT 2025) Tj ET\n`
  expect(await read(`${FIGURES} ${large(40, 340)}`)).toEqual({ runs: ALL, marks: ['DRAFT 2025'] })
  expect(await read(`${FIGURES} ${large(18.1, 357)}`)).toMatchObject({ marks: ['DRAFT 2025'] })
  expect(await read(`${FIGURES} ${large(17.9, 357)}`)).toMatchObject({ marks: [] })
  expect(await read(`${large(40, 391)} ${FIGURES}`)).toMatchObject({ marks: [] })
})

test('the shadow of a text is no second one; a figure below the same figure is', async () => {
  const text = (x: number, y: number) => show('280.00', x, y)
  expect((await read(text(103.9, 296.1) + text(100, 300))).runs).toEqual(['280.00'])
  expect((await read(text(100, 295.9) + text(100, 300))).runs).toEqual(['280.00', '280.00'])
  expect((await read(show('11', 100, 300) + show('11', 103.9, 300))).runs).toHaveLength(2)
})
