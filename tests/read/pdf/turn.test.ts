/** Text on its side, on its head or askew is turned until it is upright, and read. */
import { expect, test } from 'vitest'
import { readPdf } from '../../../src/read/pdf/read.js'
import { turnBack } from '../../../src/turn-back.js'
import { textPage } from '../../helpers/pdf.js'

const TEXT = 'general budget 1,284.56 984.56 300.00 of the city'
const lines = [0, 1]
  .map((i) => `BT /F1 10 Tf 1 0 0 1 40 ${200 - 20 * i} Tm (${TEXT}) Tj ET`)
  .join('\n')
const turnedBy = (degrees: number, x = 250, y = 250) => {
  // Numbers of a PDF have no exponents (6e-17).
  const [cos, sin, back] = [90 - degrees, degrees, -degrees].map((each) =>
    Math.sin((each * Math.PI) / 180).toFixed(12),
  )
  return `1 0 0 1 ${x} ${y} cm ${cos} ${sin} ${back} ${cos} 0 0 cm 1 0 0 1 ${-x} ${-y} cm\n${lines} 40 100 m 400 100 l S`
}
const read = async (content: string) => (await readPdf(textPage(content))).pages[0]

test.each([90, -90, 180, 0.5, -0.7, 89.6])('by %d degrees', async (degrees) => {
  const page = await read(turnedBy(degrees))
  expect(page.runs.map(({ text }) => text)).toEqual([TEXT, TEXT])
  expect(page.runs[0].baseline).toBeCloseTo(300, 0)
  expect(page.rules).toMatchObject([{ axis: 'h' }])
  expect(page.sideways).toBe(0)
})

test('upright text is left as it is, and a few characters turn nothing', async () => {
  expect((await read(lines)).back).toBeUndefined()
  const stamp = 'q 0 1 -1 0 300 300 cm BT /F1 10 Tf (a stamp) Tj ET Q'
  expect((await read(`${lines} ${stamp}`)).back).toBeUndefined()
  expect((await read(`q ${turnedBy(90)} Q ${lines}`)).back).toBeUndefined()
})

test('boxes come out as they stand on the page as displayed', async () => {
  const { back, runs } = await read(turnedBy(90))
  const backs = new Map(back ? [[1, back]] : [])
  const cell = { page: 1, bbox: runs[0].box, others: [{ page: 2, bbox: runs[0].box }] }
  const [x0, top, x1, bottom] = turnBack(cell, backs).bbox
  expect(x1 - x0).toBeCloseTo(10, 0)
  expect(bottom - top).toBeGreaterThan(200)
  expect(x0).toBeCloseTo(291.5)
  expect(turnBack(cell, backs).others[0].bbox).toEqual(runs[0].box)
})
