/** Which words of a header stand over which column, where some columns are blank. */
import { expect, test } from 'vitest'
import { headedColumns } from '../../../src/read/grid/aligned/columns.js'
import type { Segment } from '../../../src/read/grid/aligned/segments.js'

const head = (text: string, x0: number, x1: number): Segment => ({
  ...{ text, x0, x1 },
  ...{ isFigure: false, gaps: [] },
})
/** Names at the left, three columns of figures at the right of theirs, each nearer to the next word than to its own. */
const TRACKS = [
  { x0: 100, x1: 160 },
  { x0: 284, x1: 306 },
  { x0: 369, x1: 386 },
  { x0: 449, x1: 466 },
]
const HEADS = (names: number) => [
  head('科目名称', names, names + 36),
  head('合计', 233, 251),
  head('基本支出', 313, 349),
  head('项目支出', 393, 429),
  head('备注', 473, 491),
]
/** Of each column where its figures stand, if any, and its words. */
const found = (heads: Segment[]) =>
  headedColumns(TRACKS, heads).map(
    ({ x0, x1 }) =>
      heads
        .filter((h) => h.x0 >= x0 && h.x1 <= x1)
        .map(({ text }) => text)
        .join() + (TRACKS.some((t) => t.x0 >= x0 && t.x1 <= x1) ? '' : ' -'),
  )

test('words that begin flush with the text under them do so over figures: the blank column is the last', () => {
  expect(found(HEADS(100))).toEqual(['科目名称', '合计', '基本支出', '项目支出', '备注 -'])
  expect(found(HEADS(102))).toEqual(['科目名称', '合计', '基本支出', '项目支出', '备注 -'])
})

test('words that do not are over what is nearest', () => {
  expect(found(HEADS(102.1))).toEqual(['科目名称', '合计 -', '基本支出', '项目支出', '备注'])
})

test('a word over figures of its own is over them, flush or not', () => {
  const heads = [...HEADS(100).slice(0, 1), head('合计', 233, 285), ...HEADS(100).slice(2)]
  expect(found(heads)).toEqual(['科目名称', '合计', '基本支出 -', '项目支出', '备注'])
})
