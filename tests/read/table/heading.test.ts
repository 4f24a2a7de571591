import { describe, expect, test } from 'vitest'
import type { Box } from '../../../schemas/document.js'
import type { TextLine } from '../../../schemas/stages.js'
import { parseHeading } from '../../../src/read/table/heading.js'

const PAGE = 600

/** A line centred on the page, its top at `top`, `gap` ems below the one before. */
function centred(text: string, top: number, size = 16): TextLine {
  const width = text.length * size
  const box: Box = [(PAGE - width) / 2, top, (PAGE + width) / 2, top + size]
  return { text, page: 1, box, size }
}

function left(text: string, top: number, x = 50, size = 9): TextLine {
  return { text, page: 1, box: [x, top, x + text.length * size, top + size], size }
}

/** Lines of one size under each other, so many ems apart. */
function stack(texts: string[], gap = 0.5, size = 16): TextLine[] {
  return texts.map((text, i) => centred(text, 50 + i * size * (1 + gap), size))
}

describe('a title of several lines is one title, whichever of them says 表', () => {
  test.each([
    [
      ['一般公共预算基本支出明细表', '（按支出功能分类科目-不含上年结转）'],
      '一般公共预算基本支出明细表（按支出功能分类科目-不含上年结转）',
    ],
    [
      ['一般公共预算支出预算表（按支出功能', '分类科目）'],
      '一般公共预算支出预算表（按支出功能分类科目）',
    ],
    [['某市市级部门一般公共预算基本支出', '明细表'], '某市市级部门一般公共预算基本支出明细表'],
    [
      ['某市市级部门一般公共预算', '基本支出明细表', '（按部门预算经济分类）'],
      '某市市级部门一般公共预算基本支出明细表（按部门预算经济分类）',
    ],
    [
      ['某市市级部门一般公共预算财政拨款基本支', '出表'],
      '某市市级部门一般公共预算财政拨款基本支出表',
    ],
    [
      ['一般公共预算财政拨款', '“三公”经费、会议费和', '培训费支出预算表'],
      '一般公共预算财政拨款“三公”经费、会议费和培训费支出预算表',
    ],
  ])('%j', (lines, title) => {
    expect(parseHeading(stack(lines)).title).toBe(title)
  })

  test.each([
    [['部门收支总表', '（2026年度）'], '部门收支总表'],
    [['某市林业局', '部门收支总表'], '部门收支总表'],
    [['目录如下：', '部门收支总表'], '部门收支总表'],
    [['第二部分 预算公开表', '部门收支总表'], '部门收支总表'],
    [['收入总表', '支出总表'], '支出总表'],
  ])('%j: what only stands above it is no part of it', (lines, title) => {
    expect(parseHeading(stack(lines)).title).toBe(title)
  })

  test('a remark in smaller print is a remark all the same', () => {
    const lines = [
      centred('一般公共预算基本支出表', 50, 18),
      centred('（政府预算经济分类）', 72, 12),
    ]
    expect(parseHeading(lines).title).toBe('一般公共预算基本支出表（政府预算经济分类）')
  })

  test('two lines are one title as long as they are near, centred over each other or not', () => {
    const title = (gap: number) =>
      parseHeading(stack(['某市市级部门一般公共预算', '基本支出明细表'], gap)).title
    expect(title(1.2)).toBe('某市市级部门一般公共预算基本支出明细表')
    expect(title(1.4)).toBe('基本支出明细表')
    const shifted = (gap: number) => {
      const [above, below] = stack(['某市市级部门一般公共预算', '基本支出明细表'], gap)
      const box: Box = [above.box[0] + 60, above.box[1], above.box[2] + 60, above.box[3]]
      return parseHeading([{ ...above, box }, below]).title
    }
    expect(shifted(0.7)).toBe('某市市级部门一般公共预算基本支出明细表')
    expect(shifted(0.9)).toBe('基本支出明细表')
  })

  test('lines of two sizes are two things', () => {
    const lines = (size: number) => [
      centred('某市市级部门一般公共预算', 50, size),
      centred('基本支出明细表', 74),
    ]
    expect(parseHeading(lines(16.5)).title).toBe('某市市级部门一般公共预算基本支出明细表')
    expect(parseHeading(lines(18)).title).toBe('基本支出明细表')
  })

  test('seventy characters are a title, more are a sentence', () => {
    const line = (length: number) => `${'某'.repeat(length - 3)}支出表`
    expect(parseHeading([left(line(70), 50)]).title).toHaveLength(70)
    expect(parseHeading([left(line(71), 50)]).title).toBe('')
  })

  test('a tail of four characters is one wherever it stands, a longer one only close by', () => {
    const far = (above: string, tail: string) =>
      parseHeading([left(above, 50), left(tail, 200)]).title
    expect(far('一般公共预算基本支出（按经济分类', '）明细表')).toBe(
      '一般公共预算基本支出（按经济分类）明细表',
    )
    expect(far('一般公共预算基本支出（按经济分', '类）明细表')).toBe('')
  })

  test('a line of forty characters may begin a title, a longer one is prose', () => {
    const start = (length: number) =>
      parseHeading(stack(['某'.repeat(length), '基本支出明细表'], 0.5, 9)).title
    expect(start(40)).toHaveLength(47)
    expect(start(41)).toBe('基本支出明细表')
  })

  test('at most three lines are taken', () => {
    const lines = stack([
      '某市市级部门和单位',
      '二级预算一般公共预算',
      '财政拨款安排的',
      '基本支出明细表',
    ])
    expect(parseHeading(lines).title).toBe('二级预算一般公共预算财政拨款安排的基本支出明细表')
  })
})

describe('the owner is named on one line', () => {
  const TITLE = centred('部门收支总表', 50)
  const owner = (...below: TextLine[]) => parseHeading([TITLE, ...below]).ownerLine

  test.each([
    ['部门：某市林业局  单位：万元', '部门：某市林业局'],
    ['部门：                某市林业局  单位：万元', '部门：某市林业局'],
    ['单位名称：某市林业局 单位：万元', '单位名称：某市林业局'],
    ['预算代码：402 部门名称：某市林业局 金额单位：元', '部门名称：某市林业局'],
    ['402-某市林业局  单位：万元', '402-某市林业局'],
    ['402某市林业局 单位：万元', '402某市林业局'],
    ['[402001]某市林业局（本级）  单位：元', '[402001]某市林业局（本级）'],
    ['某市林业局  金额单位：元', '某市林业局'],
    ['某市林业局', '某市林业局'],
    ['2026某市林业局重点工作  单位：元', null],
    ['全市合计  单位：元', null],
  ])('%s', (line, expected) => {
    expect(owner(left(line, 80))).toBe(expected)
  })

  test('the name may stand beside its label as a string, or a cell, of its own', () => {
    const name = left('某市林业局', 81, 90)
    expect(owner(left('部门：', 80), name)).toBe('部门：某市林业局')
    expect(owner(left('部门：', 80), name, left('单位：元', 80, 400))).toContain('某市林业局')
  })

  test('a title is none, though nothing stands behind the label', () => {
    const lines = [left('公开08表：一般公共预算基本支出预算表', 50), left('部门：', 80)]
    expect(parseHeading(lines)).toMatchObject({
      title: '一般公共预算基本支出预算表',
      ordinal: '公开08表',
      ownerLine: '部门：',
    })
  })

  test('what stands a line below the label is none', () => {
    expect(owner(left('部门：', 70), left('某市林业局下属单位', 90, 90))).toBe('部门：')
  })
})

test('a number of a table printed apart is its number', () => {
  expect(parseHeading([left('公开  08  表', 30), centred('部门收支总表', 50)])).toMatchObject({
    title: '部门收支总表',
    ordinal: '公开08表',
  })
})

test('a unit may stand alone above its table; another one beside it is kept', () => {
  const unitOf = (...texts: string[]) =>
    parseHeading(texts.map((text, i) => left(text, 100 + 15 * i, 400))).unitLine
  expect(unitOf('2025年收入总表', '万元')).toBe('万元')
  expect(unitOf('2025年收入总表', '（人民币元）')).toBe('(人民币元)')
  expect(unitOf('2025年收入总表', '欧元区')).toBeNull()
  expect(unitOf('2025年收入总表', '单位：万元', '金额单位：元')).toBe('金额单位:元 单位:万元')
  expect(unitOf('2025年收入总表', '单位：元', '金额单位：元')).toBe('金额单位:元')
})

test('a unit of another currency is none of ours, wherever its name stands', () => {
  const headingOf = (unit: string) =>
    parseHeading([left('2025年收入总表', 100, 400), left(unit, 115, 400)])
  for (const unit of [
    '单位：万元（新台币）',
    '单位：千元新臺幣',
    '单位：新台币千元',
    '金额单位：万元港币',
    '单位：万美元',
    '单位：元（澳门币）',
  ])
    expect(headingOf(unit)).toMatchObject({ title: '2025年收入总表', unitLine: null })
  expect(headingOf('单位：万元（人民币）').unitLine).toBe('单位:万元(人民币)')
  // Whose table it is says nothing of its unit.
  expect(headingOf('编制单位：某市外汇管理局 单位：万元').unitLine).toContain('单位:万元')
})
