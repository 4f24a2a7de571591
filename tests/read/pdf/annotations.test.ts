/** Fields that are filled in and remarks are seen on the page: they are read as if they were of its content. */
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../src/read/pdf/read.js'
import { show, stream, textPage } from '../../helpers/pdf.js'

const pageWith = async (annotations: string[], objects: string[] = [], content = '') => {
  const page = `/Annots[${annotations.join(' ')}]`
  return (await readPdf(textPage(content, { page, objects }))).pages[0]
}
const appearance = (content: string, extra = '') =>
  stream(
    Buffer.from(content),
    `/Type/XObject/Subtype/Form/BBox[0 0 100 20]${extra}/Resources<</Font<</F1 5 0 R>>>>`,
  )
const FIELD = '/Type/Annot/Subtype/Widget/FT/Tx/Rect[100 300 200 320]'

describe('a field', () => {
  test('is read as it looks, in its own place', async () => {
    const page = await pageWith(
      [`<<${FIELD}/V(9.99)/AP<</N 6 0 R>>>>`],
      [appearance(show('280.00', 2, 5))],
    )
    expect(page.runs.map(({ text }) => text)).toEqual(['280.00'])
    expect(page.runs[0].origins[0]).toBeCloseTo(102)
    expect(page.runs[0].baseline).toBeCloseTo(500 - 305)
    expect(page.annotated).toBe(6)
  })

  test('is read by its value, or that of the field it is part of, where it has no look', async () => {
    const own = await pageWith([`<<${FIELD}/V(280.00)/DA(/Helv 9 Tf)/Q 2>>`])
    expect(own.runs.map(({ text, size }) => [text, size])).toEqual([['280.00', 9]])
    expect(own.runs[0].box[2]).toBeCloseTo(200)
    const parent = '<</FT/Tx/V(300.00)>>'
    const kid = '<</Subtype/Widget/Rect[100 300 200 320]/Parent 6 0 R>>'
    expect((await pageWith([kid], [parent])).runs.map(({ text }) => text)).toEqual(['300.00'])
  })

  test('its value may be any text', async () => {
    const field = '<</Subtype/Widget/FT/Ch/Rect[100 300 200 320]/V<FEFF4E075143>>>'
    const [run] = (await pageWith([field])).runs
    expect(run.text).toBe('万元')
  })

  test('of a choice shows what stands beside the value in its list', async () => {
    const choice = (list: string) =>
      pageWith([`<</Subtype/Widget/FT/Ch/Rect[100 300 200 320]/Opt[${list}]/V(1)>>`])
    expect((await choice('[(0)(280.00)][(1)(300.00)]')).runs[0].text).toBe('300.00')
    expect((await choice('(0)(1)')).runs[0].text).toBe('1')
  })

  test('of boxes for one character each is one text, others so far apart are several', async () => {
    const spread = appearance([...'280.00'].map((char, i) => show(char, 2 + 16 * i, 5)).join(''))
    const texts = async (flags: string) =>
      (await pageWith([`<<${FIELD}${flags}/V(280.00)/AP<</N 6 0 R>>>>`], [spread])).runs.map(
        ({ text }) => text,
      )
    expect(await texts(`/Ff ${1 << 24}`)).toEqual(['280.00'])
    expect(await texts('')).not.toContain('280.00')
  })

  test('without a look of its own hides what lies under its ground, if it has one', async () => {
    const over = async (more: string) =>
      (await pageWith([`<<${FIELD}${more}/V(300.00)>>`], [], show('280.00', 110, 305))).runs.map(
        ({ text }) => text,
      )
    expect(await over('/MK<</BG[1 1 1]>>')).toEqual(['300.00'])
    expect(await over('/MK<</BG[]>>')).toEqual(['280.00', '300.00'])
    const remark = '<</Subtype/FreeText/Rect[100 300 200 320]/Contents(300.00)/C[1 1 0.8]>>'
    const page = await pageWith([remark], [], show('280.00', 110, 305))
    expect(page.runs.map(({ text }) => text)).toEqual(['300.00'])
  })

  test.each(['/F 2', '/F 32', '/F 1'])('that is hidden is not there: %s', async (flag) => {
    expect((await pageWith([`<<${FIELD}${flag}/V(280.00)>>`])).runs).toEqual([])
  })

  test('of buttons has no text', async () => {
    const button = FIELD.replace('/Tx', '/Btn')
    expect((await pageWith([`<<${button}/V/Yes>>`])).runs).toEqual([])
  })
})

test('a remark on the page is read; a stamp, a note and a link are not', async () => {
  const box = '/Rect[100 300 200 320]/Contents(280.00)'
  const free = await pageWith([`<</Subtype/FreeText${box}>>`])
  expect(free.runs.map(({ text }) => text)).toEqual(['280.00'])
  for (const type of ['Stamp', 'Text', 'Link', 'Highlight', 'Popup'])
    expect(
      (
        await pageWith(
          [`<</Subtype/${type}${box}/AP<</N 6 0 R>>>>`],
          [appearance(show('1.00', 2, 5))],
        )
      ).runs,
    ).toEqual([])
})

test('a stamp leaves the figure under it, a square that is laid over it does not', async () => {
  const fill = [appearance('1 g 0 0 100 20 re f')]
  const over = (type: string) =>
    pageWith(
      [`<</Subtype/${type}/Rect[90 290 190 320]/AP<</N 6 0 R>>>>`],
      fill,
      show('280.00', 100, 300),
    )
  expect((await over('Stamp')).runs.map(({ text }) => text)).toEqual(['280.00'])
  expect((await over('Square')).runs).toEqual([])
})
