import { describe, expect, test } from 'vitest'
import { homeOfFigure, homeOfWords, reachedBy, type Slot } from '../../../src/read/table/slots.js'

/** Three cells of a row; an em is 10 pt. */
const SLOTS: Slot[] = [
  { cell: 0, x0: 0, x1: 100 },
  { cell: 1, x0: 100, x1: 160 },
  { cell: 2, x0: 160, x1: 300 },
]
const EM = 10
const reached = (x0: number, x1: number) => reachedBy(SLOTS, [x0, x1], EM)
const cells = (x0: number, x1: number) => reached(x0, x1).map(({ cell }) => cell)

describe('the cells that text reaches into', () => {
  test.each([
    ['a glyph touches the rule beside it', 97.1, 150, [1]],
    ['a third of an em is more than a touch', 96.9, 150, [0, 1]],
    ['so it is at its end', 110, 162.9, [1]],
    ['', 110, 163.1, [1, 2]],
    ['a thin sign on the rule is where its middle is', 99, 101.5, [1]],
    ['', 98, 101.5, [0]],
  ])('%s %d %d', (_, x0, x1, expected) => expect(cells(x0, x1)).toEqual(expected))
})

describe('words', () => {
  const home = (x0: number, x1: number) => homeOfWords(reached(x0, x1), [x0, x1], EM).cell

  test.each([
    ['a long name begins in its cell and runs over the next', 2, 155, 0],
    ['also where most of it lies in the next', 45, 300, 0],
    ['what begins past the middle and lies mostly in the next is the next one’s', 55, 158, 1],
    ['what begins past the middle and lies there stays', 55, 140, 0],
    ['a header wider than its cell begins left of it', 80, 180, 1],
    ['half an em off the centre is centred', 40, 230, 1],
    ['more is not', 39, 232, 0],
    ['what does not stick out on both sides is not centred', 40, 159, 0],
  ])('%s', (_, x0, x1, expected) => expect(home(x0, x1)).toBe(expected))
})

describe('figures', () => {
  const home = (x0: number, x1: number) =>
    homeOfFigure(reached(x0, x1), [x0, x1], EM, x1 - 2.5).cell

  test.each([
    ['an amount runs over the rule on its left', 60, 158, 1],
    ['also where it covers all of a narrow cell', 20, 298, 2],
    ['an em from the right rule is flush with it', 2, 150, 1],
    ['a figure flush left runs over the rule on its right', 2, 149, 0],
    ['an em from the left rule is flush with it', 10, 149, 0],
    ['flush with neither, it is where its last digit is', 11, 149, 1],
    ['centred in a narrower cell, it sticks out on both sides', 90, 170, 1],
    ['half an em off the centre is centred', 80, 190, 1],
    ['more is not', 80, 192, 2],
  ])('%s', (_, x0, x1, expected) => expect(home(x0, x1)).toBe(expected))
})
