/** What a person sees on the page is what is read: old figures are kept in templates in many ways. */
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../src/read/pdf/read.js'
import { show, stream, textPage } from '../../helpers/pdf.js'

const read = async (...page: Parameters<typeof textPage>) => {
  const { pages } = await readPdf(textPage(...page))
  return pages[0].runs.map(({ text }) => text)
}

const OLD = show('280.00', 100, 300)
const NEW = show('300.00', 100, 300)

describe('what is painted over', () => {
  test('text under a white rectangle is not there, what is painted on it is', async () => {
    expect(await read(`${OLD} 1 g 90 290 100 30 re f 0 g ${NEW}`)).toEqual(['300.00'])
  })

  test('a rectangle that is as thin as a line, or beside the text, hides nothing', async () => {
    expect(await read(`${OLD} 1 g 90 302 100 2 re f`)).toEqual(['280.00'])
    expect(await read(`${OLD} 1 g 90 320 100 30 re f`)).toEqual(['280.00'])
  })

  test('a stroke as thick as a line of text hides what lies under it, and is no rule', async () => {
    const struck = (width: number) => `${OLD} q 1 G ${width} w 95 303 m 140 303 l S Q`
    expect(await read(`${struck(12)} 0 g ${NEW}`)).toEqual(['300.00'])
    const rulesOf = async (width: number) => (await readPdf(textPage(struck(width)))).pages[0].rules
    expect(await rulesOf(4.9)).toHaveLength(1)
    expect(await rulesOf(5.1)).toEqual([])
  })

  test('what covers a part of the characters leaves the others', async () => {
    expect(await read(`${OLD} 1 g 90 290 24 30 re f`)).toEqual(['0.00'])
  })

  test('a fill that lets its ground through hides nothing: half clear, multiplied, a frame, a curved clip', async () => {
    const resources = '/ExtGState<</A<</ca 0.5>>/B<</BM/Multiply>>>>'
    const fill = '90 290 100 30 re f'
    expect(await read(`${OLD} q /A gs 1 g ${fill} Q`, { resources })).toEqual(['280.00'])
    expect(await read(`${OLD} q /B gs 1 1 0 rg ${fill} Q`, { resources })).toEqual(['280.00'])
    expect(await read(`${OLD} 1 g 50 250 200 100 re 90 290 100 30 re f*`)).toEqual(['280.00'])
    const curved = '90 290 m 150 290 150 320 90 320 c h W n'
    expect(await read(`${OLD} q ${curved} 1 g ${fill} Q`)).toEqual(['280.00'])
  })

  test('a picture hides what it covers, one with a mask does not', async () => {
    const picture = (extra: string) =>
      stream(
        Buffer.from('fff'),
        `/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8${extra}`,
      )
    const paint = `${OLD} q 100 0 0 30 90 290 cm /I Do Q`
    const resources = '/XObject<</I 6 0 R>>'
    expect(await read(paint, { resources, objects: [picture('')] })).toEqual([])
    const masked = { resources, objects: [picture('/SMask 7 0 R'), picture('')] }
    expect(await read(paint, masked)).toEqual(['280.00'])
  })
})

describe('text in the colour of its ground', () => {
  test.each([
    ['grey', '1 g'],
    ['red, green and blue', '1 1 1 rg'],
    ['inks', '0 0 0 0 k'],
    ['components of a space', '/DeviceRGB cs 1 1 1 sc'],
    ['as good as white', '0.98 g'],
  ])('white on white: %s', async (_, colour) => {
    expect(await read(`${colour} ${OLD} 0 g ${NEW}`)).toEqual(['300.00'])
  })

  test('white on a dark head is seen, on a white cell of a dark sheet it is not', async () => {
    const dark = '0 0 0.4 rg 0 0 500 500 re f'
    expect(await read(`${dark} 1 g ${OLD}`)).toEqual(['280.00'])
    expect(await read(`${dark} 1 g 90 290 100 30 re f ${OLD} 0 g`)).toEqual([])
    expect(await read(`${dark} 0 0 0.4 rg ${OLD}`)).toEqual([])
    expect(await read(`30 w 0 G 90 305 m 190 305 l S 1 g ${OLD}`)).toEqual(['280.00'])
  })

  test('of a ground that is not known nothing is said: a picture, a shape, a spot colour', async () => {
    const round = '0 0 0.4 rg 90 290 m 90 330 190 330 190 290 c f'
    expect(await read(`${round} 1 g ${OLD}`)).toEqual(['280.00'])
    const resources = '/ColorSpace<</S[/Separation/Gold/DeviceCMYK 6 0 R]>>'
    expect(await read(`/S cs 0 scn ${OLD}`, { resources, objects: ['<<>>'] })).toEqual(['280.00'])
  })

  test('a pale grey is seen', async () => {
    expect(await read(`0.9 g ${OLD}`)).toEqual(['280.00'])
  })
})

describe('what is let through whole', () => {
  test('text of no density is not there', async () => {
    const resources = '/ExtGState<</A<</ca 0>>>>'
    expect(await read(`q /A gs ${OLD} Q ${NEW}`, { resources })).toEqual(['300.00'])
    expect(await read(`${show('280.00', 100, 300, '3 Tr')}`)).toEqual([])
  })

  test('nor is a group that is', async () => {
    const resources = '/ExtGState<</A<</ca 0>>/N<</ca 1>>>>/XObject<</G 6 0 R>>'
    const group = (extra: string) =>
      stream(
        Buffer.from(`/N gs ${OLD}`),
        `/Type/XObject/Subtype/Form/BBox[0 0 500 500]${extra}/Resources<</Font<</F1 5 0 R>>/ExtGState<</N<</ca 1>>>>>>`,
      )
    const paint = `q /A gs /G Do Q`
    expect(await read(paint, { resources, objects: [group('/Group<</S/Transparency>>')] })).toEqual(
      [],
    )
    expect(await read(paint, { resources, objects: [group('')] })).toEqual(['280.00'])
  })
})

describe('layers that are off', () => {
  const layers = (off: string, state = '') =>
    `/OCProperties<</OCGs[6 0 R 7 0 R]/D<</Order[6 0 R 7 0 R]${state}${off}>>>>`
  const objects = [
    '<</Type/OCG/Name(old)>>',
    '<</Type/OCG/Name(new)>>',
    '<</Type/OCMD/OCGs[6 0 R 7 0 R]/P/AllOn>>',
  ]
  const resources = '/Properties<</M0 6 0 R/M1 7 0 R/M2 8 0 R>>'
  const content = `/OC /M0 BDC /Span <</A 1>> BDC ${OLD} EMC 10 10 m 400 10 l S EMC /OC /M1 BDC ${show('1.00', 100, 200)} EMC /OC /M2 BDC ${show('2.00', 100, 100)} EMC ${show('3.00', 100, 50)}`

  test('marked content, and what several layers decide on', async () => {
    const shown = { resources, objects, catalog: layers('/OFF[6 0 R]') }
    expect(await read(content, shown)).toEqual(['1.00', '3.00'])
    const [page] = (await readPdf(textPage(content, shown))).pages
    expect(page.rules).toEqual([])
  })

  test('all are off but those that are said to be on', async () => {
    const shown = { resources, objects, catalog: layers('/ON[7 0 R]', '/BaseState/OFF') }
    expect(await read(content, shown)).toEqual(['1.00', '3.00'])
  })

  test('all are on where nothing is said', async () => {
    const shown = { resources, objects, catalog: layers('') }
    expect(await read(content, shown)).toEqual(['280.00', '1.00', '2.00', '3.00'])
  })

  test('a form that belongs to a layer', async () => {
    const form = stream(
      Buffer.from(OLD),
      '/Type/XObject/Subtype/Form/BBox[0 0 500 500]/OC 6 0 R/Resources<</Font<</F1 5 0 R>>>>',
    )
    const more = { objects: [...objects.slice(0, 2), form], resources: '/XObject<</G 8 0 R>>' }
    expect(await read('/G Do', { ...more, catalog: layers('/OFF[6 0 R]') })).toEqual([])
    expect(await read('/G Do', { ...more, catalog: layers('/OFF[7 0 R]') })).toEqual(['280.00'])
  })
})
