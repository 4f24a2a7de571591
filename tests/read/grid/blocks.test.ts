/** Rows as blocks of lines: distances of two sizes say which lines are of one row. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GlyphRun, PdfPage, Rule } from '../../../schemas/stages.js'
import { alignGrids } from '../../../src/read/grid/aligned/aligned.js'
import { rowsOf } from '../../../src/read/grid/aligned/rows.js'
import { isFigureLine, linesOf, textOf } from '../../../src/read/grid/aligned/segments.js'
import { findGrids } from '../../../src/read/grid/lattice.js'
import { placeRuns } from '../../../src/read/table/place.js'
import { h, page, run, v } from '../../helpers/page.js'

interface Block {
  names: string[]
  amount?: string
  /** On which of its lines the figures stand. */
  on?: number
  remarks?: string[]
}

/** Names at 100, amounts end at 300, remarks begin at 320; size 10. */
function drawn(blocks: Block[], within = 12, between = 22, top = 100): GlyphRun[] {
  let y = top - between
  return blocks.flatMap(({ names, amount = '', on = 0, remarks = [] }) => {
    const first = y + between
    y = first + within * (Math.max(names.length, remarks.length) - 1)
    return [
      ...names.map((name, i) => run(name, 100, first + within * i)),
      ...(amount ? [run(amount, 300 - amount.length * 5, first + within * on)] : []),
      ...remarks.map((words, i) => run(words, 320, first + within * i)),
    ]
  })
}

function rows(blocks: Block[], within?: number, between?: number): string[] {
  return rowsOf(linesOf(drawn(blocks, within, between)), isFigureLine).map((row) =>
    row.map(({ segments }) => textOf(segments)).join('|'),
  )
}

const NAMES: Block[] = [
  { names: ['公共关系', '业务经费'], amount: '465.00' },
  { names: ['日常公用'], amount: '12.00' },
  { names: ['建筑及', '设备', '购置'], amount: '622.00' },
]
const LISTED: Block = { names: ['会议'], amount: '4.00', remarks: ['1.会议', '2.培训'] }

describe('where figures stand in their block', () => {
  test.each([
    ['first', 0, ['公共关系465.00|业务经费', '日常公用12.00', '建筑及622.00|设备|购置']],
    ['last', 9, ['公共关系|业务经费465.00', '日常公用12.00', '建筑及|设备|购置622.00']],
  ])('on its %s line', (_, at, expected) => {
    const blocks = NAMES.map((each) => ({ ...each, on: Math.min(at, each.names.length - 1) }))
    expect(rows(blocks)).toEqual(expected)
  })

  test('on one in the middle', () => {
    const three = NAMES.map((each) => ({ ...each, names: ['会议', '服务', '经费'], on: 1 }))
    expect(rows(three)).toEqual([465, 12, 622].map((n) => `会议|服务${n}.00|经费`))
  })
})

describe('what a block holds', () => {
  test('names wrap in one column and remarks in another, with ordinals of their own', () => {
    expect(
      rows([
        { names: ['公共', '关系'], amount: '465.00', remarks: ['1.会议45元', '2.培训', '120元'] },
        { names: ['一般设备', '购置'], amount: '622.00' },
        { names: ['预备金'], amount: '66.00', remarks: ['如列数', '动支'] },
      ]),
    ).toEqual([
      '公共465.001.会议45元|关系2.培训|120元',
      '一般设备622.00|购置',
      '预备金66.00如列数|动支',
    ])
  })

  test('a block without figures is a row of its own', () => {
    const blank = { names: ['统计', '业务'] }
    expect(rows([NAMES[0], blank, ...NAMES.slice(1)])[1]).toBe('统计|业务')
  })

  test('names under codes', () => {
    const coded = ['33010015700', '33010015701', '33010019000']
    const blocks = coded.map((code, i) => ({ names: [code, '公共关系'], amount: `${i}4.00` }))
    expect(rows(blocks)).toEqual(coded.map((code, i) => `${code}${i}4.00|公共关系`))
  })
})

describe('where blocks are not the rows', () => {
  const short = (within: number, between: number) =>
    rows([NAMES[0], NAMES[1], NAMES[0]], within, between)

  test('distances of one size say nothing', () => {
    expect(short(20, 20)).toContain('业务经费')
  })

  test('nor do distances that are not clearly of two', () => {
    // 1.4 times 20 is 28; an ordinal begins a row unless blocks say otherwise.
    const blocks = [LISTED, NAMES[1], LISTED]
    expect(rows(blocks, 20, 27.5)).toContain('2.培训')
    expect(rows(blocks, 20, 28.5)).not.toContain('2.培训')
  })

  test('but for one that a rule is in', () => {
    const lines = linesOf([
      ...drawn([LISTED, LISTED]),
      ...drawn([LISTED, LISTED], 12, 22, 100 + 12 + 22 + 12 + 15),
    ])
    const lengths = (rules: Rule[]) => rowsOf(lines, isFigureLine, rules).map((row) => row.length)
    expect(lengths([h(150, 90, 400)])).toEqual([2, 2, 2, 2])
    expect(lengths([])).not.toEqual([2, 2, 2, 2])
  })

  test('one block of several lines may be two rows', () => {
    const long = { names: ['一般公共服务支出及其他各项'], amount: '1.00' }
    expect(rows([long, NAMES[0], NAMES[1]], 12, 24)).toContain('业务经费')
    expect(rows([long, NAMES[0], NAMES[1], NAMES[0]], 12, 24)).not.toContain('业务经费')
  })

  test('two lines of figures are two rows, however near', () => {
    const lines = linesOf([
      ...drawn([NAMES[0], NAMES[2]]),
      ...drawn([{ names: ['教育'], amount: '1.00' }], 12, 22, 180),
      ...drawn([{ names: ['外交'], amount: '2.00' }], 12, 22, 192),
    ])
    const figures = rowsOf(lines, isFigureLine).map((row) => row.filter(isFigureLine).length)
    expect(Math.max(...figures)).toBe(1)
  })

  test('an ordinal, a code or a total below a name begins a row', () => {
    for (const name of ['（二）项目', '其中：项目', '合计', '2010502'])
      expect(
        rows([
          { names: ['（一）基本', name], amount: '1.00' },
          { names: ['（三）经营', name], amount: '2.00' },
        ]),
      ).toContain(name)
  })

  test('two published names are two rows, not one that wraps', () => {
    const pair = (first: string, second: string) =>
      rows([
        { names: ['一般设备', '购置'], amount: '1.00', remarks: ['1.会议', '2.培训'] },
        { names: [first, second], amount: '3.00', on: 1 },
      ])
    expect(pair('教育支出', '普通教育')).toContain('购置2.培训')
    expect(pair('教育支出', '经费')).toContain('一般设备1.001.会议|购置2.培训')
  })

  test('a rule within a block parts it', () => {
    const lines = linesOf(drawn([NAMES[0], NAMES[2], NAMES[0]]))
    const parted = (rules: Rule[]) => rowsOf(lines, isFigureLine, rules).map((row) => row.length)
    expect(parted([])).toEqual([2, 3, 2])
    expect(parted([h(105, 90, 400)])).toEqual([1, 1, 3, 2])
  })
})

test('whatever wraps, wherever figures stand: each block is a row', () => {
  const word = fc.constantFrom('公共关系', '设备维修', '业务经费', '主计')
  const block = fc
    .tuple(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.array(word, { maxLength: 5 }),
      fc.nat(3),
    )
    .map(([names, remarks, on]) => ({
      names,
      remarks,
      on: Math.min(on, names.length - 1),
      amount: '465.00',
    }))
  const two = [NAMES[0], NAMES[2]]
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 6 }),
      fc.integer({ min: 18, max: 40 }),
      (some, gap) => {
        const blocks = [...two, ...some]
        expect(rows(blocks, 12, gap)).toHaveLength(blocks.length)
      },
    ),
  )
})

describe('in a table', () => {
  const LONG: Block[] = [
    {
      names: ['公共关系', '业务经费'],
      amount: '465.00',
      remarks: ['比较如下：', '1.会议', '2.培训'],
    },
    { names: ['日常公用'], amount: '12.00', remarks: ['如列数'] },
    { names: ['统计业务'], remarks: ['已并入', '主计业务'] },
    { names: ['建筑', '设备'], amount: '622.00' },
  ]
  const EXPECTED = [
    ['公共关系业务经费', '465.00', '比较如下：1.会议2.培训'],
    ['日常公用', '12.00', '如列数'],
    ['统计业务', '', '已并入主计业务'],
    ['建筑设备', '622.00', ''],
  ]
  const TITLE = run('2025年项目支出预算表', 150, 60, 16)
  const HEAD = [run('项目名称', 100, 88), run('金额', 280, 88), run('备注', 320, 88)]
  const texts = (whole: PdfPage) =>
    placeRuns(whole, alignGrids(whole, findGrids(whole), null).grids).grids[0].at.map((row) =>
      [...new Set(row)].map(({ text }) => text),
    )

  test('whose columns are ruled and whose rows are not', () => {
    const rules = [74, 94, 240].map((y) => h(y, 95, 420))
    const columns = [95, 250, 310, 420].map((x) => v(x, 74, 240))
    const whole = page([...rules, ...columns], [TITLE, ...HEAD, ...drawn(LONG, 12, 22, 110)])
    expect(texts(whole).slice(1)).toEqual(EXPECTED)
  })

  test('without any rules', () => {
    const whole = page([], [TITLE, ...HEAD, ...drawn(LONG, 12, 22, 110)])
    expect(texts(whole).slice(1)).toEqual(EXPECTED)
  })

  test('whose last row wraps: a line without a code goes on from it as near as lines of a block do', () => {
    const codes = [run('科目编码', 20, 88), ...[110, 144, 178].map((y) => run('2010301', 20, y))]
    const wrapped = ['公共', '设备'].map((name) => ({ names: [name, '经费'], amount: '4.00' }))
    const blocks = drawn([...wrapped, { names: ['日常'], amount: '4.00' }], 12, 22, 110)
    const last = (step: number) => {
      const rest = run('经费', 100, 178 + step)
      return texts(page([], [TITLE, ...HEAD, ...codes, ...blocks, rest])).at(-1)
    }
    expect(last(12)?.slice(0, 3)).toEqual(['2010301', '日常经费', '4.00'])
    expect(last(13.5)?.slice(0, 3)).toEqual(['2010301', '日常经费', '4.00'])
    expect(last(15)?.slice(0, 3)).toEqual(['2010301', '日常', '4.00'])
  })
})
