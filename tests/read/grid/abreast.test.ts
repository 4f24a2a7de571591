/** Tables abreast, each with its title over it, are pages of their own, whatever frames stand around them. */
import { describe, expect, test } from 'vitest'
import type { GlyphRun, PdfPage, Rule } from '../../../schemas/stages.js'
import { sheetsOf } from '../../../src/read/grid/sheets.js'
import { h, lattice, page, run } from '../../helpers/page.js'

/** On a page of 600 x 800: names and amounts of a table, and its title `shift` beside the middle of them. */
function table(title: string, x0: number, x1: number, shift = 0): GlyphRun[] {
  const middle = (x0 + x1) / 2 - 5 * title.length + shift
  const rows = [100, 120].flatMap((y) => [run('行政运行', x0, y), run('12.50', x1 - 25, y)])
  return [run(title, middle, 60), ...rows]
}
const texts = (sheets: PdfPage[]) =>
  sheets.map(({ runs }) => runs.filter(({ baseline }) => baseline < 100).map(({ text }) => text))
const LEFT = table('部门收入总表', 50, 250)
const RIGHT = table('部门支出总表', 280, 540)

describe('tables abreast', () => {
  test('are parted by the blank that has a title over the middle of what is at each side', () => {
    expect(texts(sheetsOf(page([], [...LEFT, ...RIGHT])))).toEqual([
      ['部门收入总表'],
      ['部门支出总表'],
    ])
  })

  test('three are three', () => {
    const all = [
      ...table('收入总表', 20, 170),
      ...table('支出总表', 200, 370),
      ...table('三公经费表', 400, 580),
    ]
    expect(sheetsOf(page([], all))).toHaveLength(3)
  })

  test('a frame around them, or around each, parts nothing and joins nothing', () => {
    const one = lattice([20, 580], [40, 700])
    const each = [...lattice([20, 265], [40, 700]), ...lattice([265, 580], [40, 700])]
    for (const frame of [one, each]) {
      const sheets = sheetsOf(page(frame, [...LEFT, ...RIGHT]))
      expect(texts(sheets)).toEqual([['部门收入总表'], ['部门支出总表']])
      expect(sheets.flatMap(({ rules }) => rules).every((rule) => isOneSided(rule))).toBe(true)
    }
  })

  test('a rule of one table through both makes them one', () => {
    expect(sheetsOf(page([h(90, 50, 540)], [...LEFT, ...RIGHT]))).toHaveLength(1)
    expect(sheetsOf(page([h(30, 50, 540)], [...LEFT, ...RIGHT]))).toHaveLength(2)
  })

  test('a title over both makes them one; a line that is none goes with the first, one below with the last', () => {
    const over = (text: string) => sheetsOf(page([], [...LEFT, ...RIGHT, run(text, 230, 30)]))
    expect(over('收入支出预算总表')).toHaveLength(1)
    const below = run('注：本页两张表的金额以万元为单位，按批复填列', 100, 300)
    const [first, last] = sheetsOf(page([], [run('某市某局', 260, 30), ...LEFT, ...RIGHT, below]))
    expect(first.runs[0].text).toBe('某市某局')
    expect(last.runs.at(-1)).toEqual(below)
  })

  test('a title stands less than three ems off the middle of its table', () => {
    const halves = (shift: number) =>
      sheetsOf(page([], [...LEFT, ...table('部门支出总表', 280, 540, shift)]))
    expect(halves(29)).toHaveLength(2)
    expect(halves(31)).toHaveLength(1)
  })

  test('tables are more than an em apart', () => {
    const halves = (gap: number) =>
      sheetsOf(page([], [...LEFT, ...table('部门支出总表', 250 + gap, 510 + gap)]))
    expect(halves(11)).toHaveLength(2)
    expect(halves(9)).toHaveLength(1)
  })

  test('a side without figures is no table', () => {
    const [title] = RIGHT
    expect(sheetsOf(page([], [...LEFT, title]))).toHaveLength(1)
  })
})

function isOneSided({ axis, from, to }: Rule): boolean {
  return axis === 'v' || to <= 266 || from >= 264
}
