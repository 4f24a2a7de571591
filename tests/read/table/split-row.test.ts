/** Rows that a page break cuts, by how the rows before them are built. */
import { describe, expect, test } from 'vitest'
import type { RawCell } from '../../../schemas/stages.js'
import { isRest, mergeRest } from '../../../src/read/table/split-row.js'
import { cell, rows, texts } from '../../helpers/cells.js'

type Text = string | RawCell
/** The rows before the break, and the first row after it: whether that is the rest of the last one. */
const isJoined = (before: Text[][], first: Text[]) => isRest(rows(...before), rows(first)[0])

/** Units with amounts, as in a summary by unit. */
const UNITS = [
  ['某局', '7,600.00', '12,437.36'],
  ['某站', '52.35', '8.00'],
  ['某中心', '15.35', '1,801.11'],
]
/** A list with codes. */
const CODED = [
  ['201', '一般公共服务支出', '3.00'],
  ['20106', '财政事务', '2.00'],
  ['2010601', '行政运行', '1.00'],
]
/** A list beside another: not all that it names has an amount. */
const LISTS = [
  ['一、财政拨款', '7.00', '一、一般公共服务支出', '5.00'],
  ['二、其他收入', '', '二、外交支出', ''],
  ['三、经营收入', '1.00', '三、国防支出', ''],
]
const full = (text: string, room = 1) => cell(text, { room })

describe('the rest of a row', () => {
  test.each([
    ['a digit and the end of a name', ['某林场', '14,549.64', '2,112.2'], ['科研中心', '', '8']],
    ['decimals', ['某林场', '14,549', '2,112.28'], ['', '.64', '']],
    ['the figures behind a comma', ['某林场', '14,', '2,112.28'], ['', '549.64', '']],
    [
      'words where all rows have amounts',
      ['某林场', '14,549.64', '2,112.28'],
      ['科研中心', '', ''],
    ],
  ])('%s', (_, last, first) => expect(isJoined([...UNITS, last], first)).toBe(true))

  test('words without a code where all rows have one', () => {
    const before = [...CODED, ['2080505', '养老保险缴费支出', '4.00']]
    expect(isJoined(before, ['', '（含单位部分）', ''])).toBe(true)
  })

  test('words that go on where the line was full, in lists with blanks', () => {
    const last = ['', '', full('八、社会保障和就'), '1.00']
    expect(isJoined([...LISTS, last], ['', '', '业支出', ''])).toBe(true)
  })

  test('the amounts, set in the middle of a row whose code and name begin before the break', () => {
    const before = [...CODED, ['2080505', '机关事业单位基本养', '']]
    expect(isJoined(before, ['', '老保险缴费支出', '4.00'])).toBe(true)
    expect(isJoined([...UNITS, [full('某林场'), '', '']], ['科研中心', '1.00', '2.00'])).toBe(true)
  })

  test('the end of the name that its code is published under, however few rows stand before it', () => {
    const upTo = (code: string, name: string) => [
      ['201', '一般公共服务支出', '3.00'],
      [code, name, '4.00'],
    ]
    expect(isJoined(upTo('2080505', '机关事业单位基本养'), ['', '老保险缴费支出', ''])).toBe(true)
    expect(isJoined(upTo('', '机关事业单位基本养'), ['2080505', '老保险缴费支出', ''])).toBe(true)
    expect(isJoined(upTo('2080505', '机关事业单位基本养'), ['', '老保险', ''])).toBe(false)
    expect(isJoined(upTo('2080506', '机关事业单位基本养'), ['', '老保险缴费支出', ''])).toBe(false)
    expect(isJoined(upTo('2080505', '机关事业单位基本养'), ['', '老保险缴费支出', '4.00'])).toBe(
      false,
    )
  })

  test('a row that the break cuts through is seen on both pages', () => {
    const open = (text: string) => cell(text, { isOpen: true })
    const last = [open('某林场'), open('1.00'), open('')]
    expect(isJoined([...UNITS, last], ['某林场', '1.00', ''])).toBe(true)
    expect(isJoined([...UNITS, ['某林场', '1.00', '']], ['某林场', '1.00', ''])).toBe(false)
  })
})

describe('a row of its own', () => {
  test.each([
    ['has amounts', [...UNITS, ['某林场', '1.00', '2.00']], ['某队', '3.00', '']],
    [
      'has an amount where the last row has none',
      [...UNITS, ['某林场', '1.00', '']],
      ['某队', '', '3.00'],
    ],
    ['has a code', [...CODED, ['202', '外交支出', '4.00']], ['203', '国防支出', '']],
    ['is a total', [...UNITS, ['某林场', '1.00', '2.00']], ['合计', '', '']],
    [
      'has an ordinal',
      [...LISTS, ['四、其他', '1.00', full('四、公共安全支出'), '2.00']],
      ['', '', '五、教育支出', ''],
    ],
    [
      'follows a total',
      [...LISTS, [full('收入合计'), '8.00', full('支出合计'), '8.00']],
      ['上年结转结余', '', '年终结转结余', ''],
    ],
    [
      'is one of those without amounts',
      [...LISTS, [cell('四、其他'), '1.00', '', '']],
      ['上年结转', '', '', ''],
    ],
    ['names what the last row does not', [...UNITS, ['', '1.00', '2.00']], ['某队', '', '']],
    ['says nothing', [...UNITS, ['某林场', '1.00', '2.00']], ['', '', '']],
  ])('%s', (_, before, first) => expect(isJoined(before, first)).toBe(false))

  test('a digit behind a whole amount completes nothing', () => {
    expect(isJoined([...UNITS, ['某林场', '14,549.64', '2,112.28']], ['', '', '8'])).toBe(false)
  })

  test('nor does one in a table whose amounts have no fixed decimals', () => {
    const stripped = [
      ['某局', '7,600', '12.5'],
      ['某站', '52.35', '8'],
      ['某中心', '15', '1.1'],
    ]
    expect(isJoined([...stripped, ['某林场', '14', '2.2']], ['', '', '8'])).toBe(false)
  })
})

describe('how much it takes', () => {
  test.each([
    [3, true],
    [2, false],
  ])('%d rows with amounts are a habit, or none', (count, expected) => {
    const before = [...UNITS.slice(0, count), ['某林场', '1.00', '2.00']]
    expect(isJoined(before, ['科研中心', '', ''])).toBe(expected)
  })

  test.each([
    [40, true],
    [39, false],
  ])('a row without amounts, %d rows before the last one', (rowsBetween, expected) => {
    const between = Array.from({ length: rowsBetween }, () => UNITS[0])
    const before = [['某科', '', ''], ...between, ['某林场', '1.00', '2.00']]
    expect(isJoined(before, ['科研中心', '', ''])).toBe(expected)
  })

  test.each([
    [{ room: 1.7 }, true],
    [{ room: 1.8 }, false],
    [{ room: 0.87, centred: true }, true],
    [{ room: 0.88, centred: true }, false],
  ])('a line with %j is full, or not', (how, expected) => {
    const last = ['', '', cell('八、社会保障和就', how), '1.00']
    expect(isJoined([...LISTS, last], ['', '', '业支出', ''])).toBe(expected)
  })
})

test('halves become one: words and digits joined, what is seen twice taken once', () => {
  const [last] = rows(['某林场', '14,549.6', '', cell('3.00', { isOpen: true })])
  mergeRest(last, rows(['科研中心', '4', '2.00', '3.00'])[0])
  expect(texts([last])).toEqual([['某林场科研中心', '14,549.64', '2.00', '3.00']])
  expect(last.cells.map((each) => each?.isOpen)).toEqual([false, false, false, false])
})
