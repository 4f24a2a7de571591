import { describe, expect, test } from 'vitest'
import type { Box } from '../../../schemas/document.js'
import { cleanText } from '../../../src/read/pdf/characters.js'
import { dropOverprints, type Glyph, toRuns } from '../../../src/read/pdf/glyphs.js'

const PAGE: Box = [0, 0, 600, 800]

const glyphs = (text: string, x: number, step: number, advance = step, clip = PAGE): Glyph[] =>
  [...text].map((char, i) => ({
    text: char,
    x: x + i * step,
    baseline: 100,
    advance,
    size: 10,
    clip,
    beyond: false,
    hidden: false,
    isFaint: false,
    isVivid: false,
  }))

describe('glyphs to runs', () => {
  test('glyphs that follow each other are one run, with an origin for each', () => {
    const [run] = toRuns(glyphs('201', 50, 5))
    expect(run.text).toBe('201')
    expect(run.origins).toEqual([50, 55, 60])
  })

  test('a font that declares twice the real width changes nothing', () => {
    const [run, ...others] = toRuns(glyphs('3,622.58', 50, 4.66, 9.59))
    expect(run.text).toBe('3,622.58')
    expect(others).toEqual([])
  })

  test('a wide gap ends a run, a smaller one is a blank', () => {
    expect(
      toRuns([...glyphs('收', 0, 10), ...glyphs('入', 40, 10)]).map((run) => run.text),
    ).toEqual(['收', '入'])
    expect(
      toRuns([...glyphs('收', 0, 10), ...glyphs('入', 16, 10)]).map((run) => run.text),
    ).toEqual(['收 入'])
  })

  test('the next line is another run', () => {
    const lower = glyphs('款', 10, 10).map((glyph) => ({ ...glyph, baseline: 112 }))
    expect(toRuns([...glyphs('类', 0, 10), ...lower])).toHaveLength(2)
  })
})

describe('what a clip says', () => {
  const left: Box = [0, 90, 40, 110]

  test.each([
    ['another clip is another cell: 重庆/市委宣传部 paints 37,891.58一、一般公共服务支出', 41.5, 2],
    ['a clip set anew, a hair apart, is the same', 40.5, 1],
  ])('%s', (_, side, runs) => {
    const right: Box = [0, 90, side, 110]
    const next = glyphs('一般', 40, 10, 10, right)
    expect(toRuns([...glyphs('3.58', 20, 5, 5, left), ...next])).toHaveLength(runs)
  })

  test('a header wider than its cell is whole, though the cell cuts it off', () => {
    const wide = glyphs('政府预算支出', -10, 10, 10, left)
    for (const glyph of [wide[0], wide[5]]) glyph.beyond = true
    expect(toRuns(wide)).toMatchObject([{ text: '政府预算支出', clip: left }])
  })

  test('of what nothing can be seen nothing is read', () => {
    const hidden = glyphs('505', 60, 5, 5, left).map((glyph) => ({ ...glyph, beyond: true }))
    expect(toRuns(hidden)).toEqual([])
  })
})

test('a copy behind a clip does not take the place of the one that is seen', () => {
  const hidden = glyphs('505', 0, 5).map((glyph) => ({ ...glyph, beyond: true }))
  expect(dropOverprints([...hidden, ...glyphs('505', 0, 5)]).slice(3)).toHaveLength(3)
})

test('overprinted copies are dropped, repeated digits are not', () => {
  const twice = [...glyphs('11', 0, 5), ...glyphs('11', 0.4, 5)]
  expect(dropOverprints(twice).map((glyph) => glyph.x)).toEqual([0, 5])
})

test('lookalikes become the characters that they stand for', () => {
  expect(cleanText('⼀')).toBe('一')
  expect(cleanText('⻓')).toBe('长')
  expect(cleanText('\u200b（')).toBe('（')
})
