/** Words that are laid over a table are none of its cells': a stamp, the name of a portal in tiles. */
import { describe, expect, test } from 'vitest'
import type { GlyphRun } from '../../../schemas/stages.js'
import { withoutLaid } from '../../../src/read/pdf/laid-over.js'
import { readPdf } from '../../../src/read/pdf/read.js'
import { lattice, run } from '../../helpers/page.js'
import { show, stream, textPage } from '../../helpers/pdf.js'

/** Five rows of two columns, 20 pt each, from (20, 100): a name and a figure, lines 14 pt down. */
const RULES = lattice([20, 120, 220], [100, 120, 140, 160, 180, 200])
const TABLE = ['教育支出', '农林水支出', '卫生健康支出', '住房保障支出', '合计'].flatMap(
  (name, i) => [run(name, 22, 114 + 20 * i), run(`${i + 1},200.00`, 170, 114 + 20 * i)],
)
const red = (each: GlyphRun): GlyphRun => ({ ...each, isVivid: true })
const laid = (runs: GlyphRun[], rules = RULES) =>
  withoutLaid(runs, rules).laid.map(({ text }) => text)

describe('words between two lines of a table', () => {
  test('are laid over it where they are painted after it, or before it', () => {
    const over = run('内部资料', 165, 119)
    expect(laid([...TABLE, over])).toEqual(['内部资料'])
    expect(laid([over, ...TABLE])).toEqual(['内部资料'])
    expect(withoutLaid([...TABLE, over], RULES).runs).toEqual(TABLE)
  })

  test('are a cell’s where they are painted among its others', () => {
    const cramped = run('内部资料', 165, 119)
    expect(laid([...TABLE.slice(0, 2), cramped, ...TABLE.slice(2)])).toEqual([])
  })

  test('take their copies with them, wherever those stand', () => {
    const copy = run('内部资料', 60, 194)
    expect(laid([...TABLE, run('内部资料', 165, 119), copy])).toEqual(['内部资料', '内部资料'])
    expect(laid([...TABLE, copy])).toEqual([])
  })
})

describe('words that are cut off with their cell', () => {
  const second = (bottom: number): GlyphRun => ({
    ...run('补贴', 22, 203),
    clip: [20, 180, 120, bottom],
  })

  test('do not go over the rule that they end at', () => {
    expect(laid([...TABLE, second(201.9)])).toEqual([])
    expect(laid([...TABLE, second(202.1)])).toEqual(['补贴'])
  })

  test('do not lie over what is seen in another cell only', () => {
    const high = lattice([20, 120, 220], [100, 300])
    const cut = (bottom: number): GlyphRun => ({
      ...run('内部资料', 165, 118),
      clip: [20, 100, 220, bottom],
    })
    const below = SPREAD.map((each) => ({ ...each, clip: [20, 110, 220, 300] as GlyphRun['clip'] }))
    const figure = { ...run('1,200.00', 170, 114), clip: [20, 110, 220, 300] as GlyphRun['clip'] }
    expect(laid([figure, ...below, cut(111.9)], high)).toEqual([])
    expect(laid([figure, ...below, cut(112.1)], high)).toEqual(['内部资料'])
  })
})

describe('what lies over a text, and how near it stands', () => {
  test.each([
    ['on the same line, run over from the cell before', 114 + 1.1, 0],
    ['a little beside the line', 114 + 1.3, 1],
    ['nearly a line below', 114 + 7.9, 1],
    ['the next line of one cell', 114 + 8.1, 0],
  ])('%s', (_, baseline, found) => {
    // A table of high rows: no rule is near.
    const high = lattice([20, 120, 220], [100, 300])
    expect(
      laid([...TABLE.slice(0, 2), ...SPREAD, run('内部资料', 165, baseline)], high),
    ).toHaveLength(found)
  })

  test('so much of the width', () => {
    const high = lattice([20, 120, 220], [100, 300])
    const beside = (x: number) =>
      laid([...TABLE.slice(0, 2), ...SPREAD, run('内部资料', x, 118)], high)
    expect(beside(170 - 40 + 3.9)).toEqual([])
    expect(beside(170 - 40 + 4.1)).toEqual(['内部资料'])
  })
})
const SPREAD = [200, 230, 260, 290].map((y) => run('3,000.00', 170, y))

test.each([
  [1.4, 0],
  [1.6, 1],
  [5.9, 1],
  [6.1, 0],
])('a rule that goes through words %f pt above their baseline', (above, found) => {
  expect(laid([...TABLE, run('内部资料', 84, 140 + above)])).toHaveLength(found)
})

describe('in the colour of a stamp', () => {
  test('words on the line of a figure are laid over it, and over the rule beside them', () => {
    expect(laid([...TABLE, red(run('已审核', 160, 114))])).toEqual(['已审核'])
    expect(laid([...TABLE, red(run('已审核', 115, 114))])).toEqual(['已审核'])
    expect(laid([...TABLE, run('已审核', 115, 114)])).toEqual([])
    const [first, ...rest] = TABLE
    expect(laid([first, red(run('已审核', 160, 119)), ...rest])).toEqual(['已审核'])
  })

  test('a red name that is too long for its cell is a name, and what has an amount in it is no stamp', () => {
    const [first, ...rest] = TABLE
    expect(laid([first, red(run('农林水支出之二', 80, 114)), ...rest])).toEqual([])
    expect(laid([...TABLE, red(run('-12.00其他支出', 60, 119))])).toEqual([])
  })

  test('words in a cell of their own are its text', () => {
    expect(laid([...TABLE, red(run('新增', 75, 114))])).toEqual([])
  })

  test('nothing is a stamp where a fifth of the table is in colour', () => {
    const stamp = red(run('已审核', 160, 119))
    const [first, ...rest] = TABLE
    // 66 characters: three of the stamp, and of each figure eight.
    const coloured = (n: number) =>
      rest.map((each, i) => (i % 2 === 0 && i > 0 && i <= 2 * n ? red(each) : each))
    expect(laid([first, stamp, ...coloured(1)])).toEqual(['已审核'])
    expect(laid([first, stamp, ...coloured(2)])).toEqual([])
  })
})

test('figures are never laid over a table: two in one place are a conflict; nor is anything over a drawing', () => {
  expect(laid([...TABLE, run('9,999.00', 165, 119)])).toEqual([])
  expect(laid([...TABLE.slice(0, 6), run('内部资料', 165, 119)])).toEqual([])
  expect(laid([...TABLE.slice(0, 8), run('内部资料', 165, 119)])).toEqual(['内部资料'])
  expect(laid([...TABLE, run('内部资料', 165, 119)], [])).toEqual([])
})

const read = async (...page: Parameters<typeof textPage>) => {
  const [{ runs, watermarks }] = (await readPdf(textPage(...page))).pages
  return { runs: runs.map(({ text }) => text), marks: watermarks.map(({ text }) => text) }
}

describe('what says of itself that it is a watermark', () => {
  const figure = show('280.00', 100, 300)
  const mark = show('SAMPLE', 100, 200)

  test('as an artifact, and what follows it is none', async () => {
    const inline = `/Artifact <</Type/Pagination/Subtype/Watermark>> BDC ${mark} EMC ${figure}`
    expect(await read(inline)).toEqual({ runs: ['280.00'], marks: ['SAMPLE'] })
    const named = `/Artifact /W BDC /Span <<>> BDC EMC ${mark} EMC ${figure}`
    const resources = '/Properties<</W<</Subtype/Watermark>>>>'
    expect(await read(named, { resources })).toEqual({ runs: ['280.00'], marks: ['SAMPLE'] })
    const foot = `/Artifact <</Type/Pagination/Subtype/Footer>> BDC ${mark} EMC ${figure}`
    expect((await read(foot)).runs).toEqual(['SAMPLE', '280.00'])
  })

  test('as a form of a program that makes them', async () => {
    const form = (kind: string) =>
      stream(
        Buffer.from(mark),
        `/Type/XObject/Subtype/Form/BBox[0 0 500 500]/PieceInfo<</ADBE_CompoundType<</Private/${kind}>>>>/Resources<</Font<</F1 5 0 R>>>>`,
      )
    const shown = { resources: '/XObject<</W 6 0 R>>', objects: [form('Watermark')] }
    expect(await read(`/W Do ${figure}`, shown)).toEqual({ runs: ['280.00'], marks: ['SAMPLE'] })
    const header = { ...shown, objects: [form('Header')] }
    expect((await read(`/W Do ${figure}`, header)).runs).toEqual(['SAMPLE', '280.00'])
  })
})

describe('a seal', () => {
  const leaning = (text: string, degrees: number, x: number) => {
    const [cos, sin] = [Math.cos, Math.sin].map((of) => of((degrees * Math.PI) / 180).toFixed(5))
    return `BT /F1 10 Tf ${cos} ${sin} -${sin} ${cos} ${x} 300 Tm (${text}) Tj ET\n`
  }
  const figure = show('280.00', 100, 200)

  test('its one upright character is no text; two are', async () => {
    const seal = (top: string) =>
      `${leaning('A', 20, 60)}${show(top, 80, 305)}${leaning('C', -20, 100)}`
    expect((await read(seal('B') + figure)).runs).toEqual(['280.00'])
    expect((await read(seal('BB') + figure)).runs).toEqual(['BB', '280.00'])
  })

  test('characters that lean by more than two degrees are its own', async () => {
    expect((await read(leaning('A', 1.9, 60) + figure)).runs).toEqual(['A', '280.00'])
    expect((await read(leaning('A', 2.1, 60) + figure)).runs).toEqual(['280.00'])
  })
})
