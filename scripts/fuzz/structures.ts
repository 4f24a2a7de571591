/**
 * PDFs that are whole and ask for too much: a few kilobytes each, made here. Each is a kind of
 * structure with figures drawn from a seed: some that files have, some that no file should have.
 */
import { deflateSync } from 'node:zlib'
import { random } from './mutate.js'

type Next = () => number

/** Figures that arithmetic, arrays and loops trip over. */
const ABSURD = [
  ...['-1', '0', '1', '255', '65535', '65536', '16777216', '2147483647', '2147483648'],
  ...['4294967295', '4294967296', '9007199254740993', '1e308', '-2147483648'],
  ...[`1${'0'.repeat(400)}`, '0.0000001', '-0', '.', '99999999999'],
]
const one = <T>(next: Next, list: readonly T[]): T => list[Math.floor(next() * list.length)]
const absurd = (next: Next) => one(next, ABSURD)
const many = (next: Next, most: number, make: (i: number) => string) =>
  Array.from({ length: 1 + Math.floor(next() * most) }, (_, i) => make(i)).join(' ')

/** A PDF by hand: object 1 is its catalog. */
export function pdf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let at = parts[0].length
  for (const [i, object] of objects.entries()) {
    const bytes = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(object as string, 'latin1'),
      Buffer.from('\nendobj\n'),
    ])
    places.push(at)
    at += bytes.length
    parts.push(bytes)
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

export function streamOf(content: Buffer | string, entries = ''): Buffer {
  const bytes = Buffer.from(content as string)
  return Buffer.concat([
    Buffer.from(`<<${entries}/Length ${bytes.length}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

export const packed = (content: Buffer | string) =>
  streamOf(deflateSync(content, { level: 9 }), '/Filter/FlateDecode')

/** One page whose content, resources and further objects are given. */
export function page(
  content: Buffer,
  resources = '<<>>',
  others: readonly (string | Buffer)[] = [],
  box = '[0 0 500 500]',
): Buffer {
  return pdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox${box}/Contents 4 0 R/Resources ${resources}>>`,
    content,
    ...others,
  ])
}

const TEXT = streamOf('BT /F 12 Tf 50 300 Td <00410042> Tj (text) Tj ET')
const FONT = '<</Font<</F 5 0 R>>>>'
const composite = (entries: string) =>
  `<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]${entries}>>`
const descendant = (entries: string) =>
  `<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>${entries}>>`

const STRUCTURES: Record<string, (next: Next) => Buffer> = {
  widths: (next) => {
    const range = () =>
      next() < 0.5
        ? `${absurd(next)} ${absurd(next)} ${absurd(next)}`
        : `${absurd(next)}[${absurd(next)}]`
    const [w, w2] = [many(next, 40, range), many(next, 10, () => `${range()} ${absurd(next)} 1`)]
    return page(TEXT, FONT, [
      composite(''),
      descendant(`/W[${w}]/W2[${w2}]/DW ${absurd(next)}/DW2[${absurd(next)} ${absurd(next)}]`),
    ])
  },
  simple: (next) =>
    page(TEXT, FONT, [
      `<</Type/Font/Subtype/${one(next, ['TrueType', 'Type1', 'Type3', 'MMType1'])}/BaseFont/Helvetica/FirstChar ${absurd(next)}/LastChar ${absurd(next)}/Widths[${many(next, 300, () => absurd(next))}]/Encoding<</Differences[${absurd(next)}/A ${absurd(next)}/B]>>/FontMatrix[${absurd(next)} 0 0 ${absurd(next)} 0 0]/FontBBox[0 0 1 1]/CharProcs<<>>>>`,
    ]),
  strings: (next) => {
    const [open, inner, close] = one(next, [
      ['<', '41', '>'],
      ['(', 'A', ')'],
      ['/', 'A', ' '],
      ['[', '[', ']'],
      ['<<', '/A<<', '>>'],
      ['(', '((', ')'],
      ['', '9', ' '],
    ])
    const count = Math.floor(next() * 2 ** one(next, [10, 16, 23]))
    return page(packed(`BT /F 12 Tf ${open}${inner.repeat(count)}${close} Tj ET`))
  },
  cmaps: (next) => {
    const code = () => one(next, ['<00>', '<0000>', '<ffff>', '<00000000>', '<ffffffff>', '<>'])
    const to = () => one(next, ['<0041>', '[<0041><0042>]', '<d83dde00>', absurd(next), '<00>'])
    const kind = () => one(next, ['bfrange', 'cidrange', 'bfchar', 'cidchar', 'codespacerange'])
    const part = () => {
      const name = kind()
      const lines = many(next, 100, () => `${code()} ${code()} ${to()}`)
      return `${absurd(next)} begin${name}\n${lines}\nend${name}\n`
    }
    const map = packed(`/CIDInit /ProcSet findresource begin\n${many(next, 20, part)}\nend`)
    return page(TEXT, FONT, [
      composite('/ToUnicode 7 0 R').replace('/Identity-H', next() < 0.5 ? ' 7 0 R' : '/Identity-H'),
      descendant(''),
      map,
    ])
  },
  forms: (next) => {
    const depth = 2 + Math.floor(next() * 12)
    const form = (i: number) =>
      Buffer.concat([
        Buffer.from(''),
        streamOf(
          `q ${absurd(next)} 0 0 ${absurd(next)} 0 0 cm ${'/X Do '.repeat(1 + next() * 12)} Q`,
          `/Type/XObject/Subtype/Form/BBox[0 0 ${absurd(next)} 9]/Matrix[1 0 0 ${absurd(next)} 0 0]/Resources<</XObject<</X ${5 + ((i + 1) % depth)} 0 R>>>>`,
        ),
      ])
    const others = Array.from({ length: depth }, (_, i) => form(i))
    return page(streamOf('/X Do'), '<</XObject<</X 5 0 R>>>>', others)
  },
  trees: (next) => {
    const node = (i: number) =>
      `<</Type/Pages/Parent ${1 + Math.floor(next() * 9)} 0 R/Kids[${many(next, 6, () => `${1 + Math.floor(next() * 9)} 0 R`)}]/Count ${absurd(next)}/X ${i}>>`
    return pdf(['<</Type/Catalog/Pages 2 0 R>>', ...Array.from({ length: 8 }, (_, i) => node(i))])
  },
  boxes: (next) => {
    const box = `[${absurd(next)} ${absurd(next)} ${absurd(next)} ${absurd(next)}]`
    const rest = `${box}/CropBox[${absurd(next)} 0 ${absurd(next)} 500]/UserUnit ${absurd(next)}/Rotate ${absurd(next)}`
    const [a, b] = [absurd(next), absurd(next)]
    const text = `${a} 0 0 ${b} 0 0 cm BT /F ${a} Tf ${b} 0 0 ${a} 5 5 Tm (text) Tj ET ${a} ${b} 30 40 re S 0 0 m ${a} 0 l S 10 10 m 400 10 l S`
    return page(streamOf(text), FONT, ['<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'], rest)
  },
  streams: (next) => {
    const levels = 1 + Math.floor(next() * 3)
    let bytes = Buffer.alloc(Math.floor(2 ** (10 + next() * 18)), one(next, ['q Q ', ' ', 'A']))
    for (let i = 0; i < levels; i++) bytes = deflateSync(bytes, { level: 9 })
    const filters = '/FlateDecode'.repeat(levels)
    const parms = `<</Predictor ${absurd(next)}/Columns ${absurd(next)}/Colors ${absurd(next)}/BitsPerComponent ${absurd(next)}>>`
    const with_ = next() < 0.5 ? '' : `/DecodeParms[${parms}]`
    return page(streamOf(bytes, `/Filter[${filters}]${with_}/DL ${absurd(next)}`))
  },
  objects: (next) => {
    const table = streamOf(
      '1 0 2 5 <</Type/Catalog>>',
      `/Type/ObjStm/N ${absurd(next)}/First ${absurd(next)}/Extends 5 0 R`,
    )
    const crossed = streamOf(
      Buffer.alloc(64),
      `/Type/XRef/Size ${absurd(next)}/Index[${absurd(next)} ${absurd(next)}]/W[${one(next, ['0 0 0', '1 2 1', `${absurd(next)} 1 1`])}]/Root 1 0 R/Prev ${absurd(next)}`,
    )
    const whole = page(streamOf('q Q'), '<<>>', [table, crossed])
    const at = whole.indexOf('6 0 obj')
    return Buffer.from(
      whole.toString('latin1').replace(/startxref\n\d+/, `startxref\n${at}`),
      'latin1',
    )
  },
}

export const STRUCTURE_NAMES = Object.keys(STRUCTURES)

/** The same seed gives the same file; seeds take the structures by turns. */
export function structure(seed: number): Buffer {
  const name = STRUCTURE_NAMES[seed % STRUCTURE_NAMES.length]
  return STRUCTURES[name](random(seed))
}
