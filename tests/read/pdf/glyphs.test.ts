import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../src/read/pdf/characters.js'
import { dropOverprints, type Glyph, toRuns } from '../../../src/read/pdf/glyphs.js'

const glyphs = (text: string, x: number, step: number, advance = step): Glyph[] =>
  [...text].map((char, i) => ({ text: char, x: x + i * step, baseline: 100, advance, size: 10 }))

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

test('overprinted copies are dropped, repeated digits are not', () => {
  const twice = [...glyphs('11', 0, 5), ...glyphs('11', 0.4, 5)]
  expect(dropOverprints(twice).map((glyph) => glyph.x)).toEqual([0, 5])
})

test('lookalikes become the characters that they stand for', () => {
  expect(cleanText('⼀')).toBe('一')
  expect(cleanText('⻓')).toBe('长')
  expect(cleanText('\u200b（')).toBe('（')
})
