/** Lines of a page -> the paragraphs of its narrative. */
import { describe, expect, it } from 'vitest'
import type { TextLine } from '../../../schemas/stages.js'
import { readProse } from '../../../src/read/prose/prose.js'
import { line } from '../../helpers/narrative.js'

const texts = (lines: TextLine[]) => readProse(lines).paragraphs.map(({ text }) => text)

/** Lines 20 points apart, ten points to the em, from a left edge of 50: `>` indents by two ems. */
function page(rows: string[], number = 1, top = 100): TextLine[] {
  return rows.map((row, i) => {
    const indented = row.startsWith('>')
    return line(row.replace('>', ''), { page: number, x: indented ? 70 : 50, y: top + 20 * i })
  })
}

const FULL = '云溪市档案馆负责全市档案的收集保管和利用工作并指导各单位做好归档'
const FIRST = FULL.slice(0, -2)

describe('paragraphs', () => {
  it('are joined over their lines, and begin at an indented one', () => {
    expect(texts(page([`>${FIRST}`, FULL, '工作。', `>${FIRST}`, '方面。']))).toEqual([
      `${FIRST}${FULL}工作。`,
      `${FIRST}方面。`,
    ])
  })

  it('end at a line that left room for more, indented or not', () => {
    expect(texts(page([FULL, FULL, FULL, '工作。', '另起一段。']))).toEqual([
      `${FULL.repeat(3)}工作。`,
      '另起一段。',
    ])
  })

  it('go on where the line left no room for the figure that follows', () => {
    const short = FULL.slice(0, -5)
    expect(texts(page([`>${FIRST}`, FULL, FULL, short, '12,345,678.90万元。']))).toEqual([
      `${FIRST}${FULL}${FULL}${short}12,345,678.90万元。`,
    ])
  })

  it('rejoin a figure that a full line cuts', () => {
    const cut = `${FULL.slice(0, -2)}12,4`
    expect(texts(page([`>${FIRST}`, FULL, FULL, cut, '08.55万元。'])).join()).toContain(
      '12,408.55万元',
    )
  })

  it('keep figures apart that only meet by joining', () => {
    expect(texts(page([`>${FIRST}`, FULL, FULL, '合计100', '2031年度预算']))).toEqual([
      `${FIRST}${FULL}${FULL}合计100`,
      '2031年度预算',
    ])
    expect(texts([line('增加4.10  97.6万元')])).toEqual(['增加4.10 97.6万元'])
  })

  it('go on over a page, without its number and its running head', () => {
    const rows = ['甲', '乙', '丙'].map((first) => first + FULL.slice(1))
    const pages = [1, 2, 3].flatMap((number) => [
      line('云溪市档案馆2032年度部门预算公开', { page: number, x: 200, y: 30 }),
      ...page(
        [0, 1, 2].map((i) => rows[(number + i) % 3].slice(0, -1) + number),
        number,
      ),
      line(`- ${number} -`, { page: number, x: 280, y: 780 }),
    ])
    const [joined, ...others] = texts(pages)
    expect(others).toEqual([])
    expect(joined).toHaveLength(9 * FULL.length)
  })

  it('have no blanks, but those between words of Latin letters', () => {
    expect(texts([line('收入 预算 12,305. 40 万 元 ，采购 Open Office')])).toEqual([
      '收入预算12,305.40万元，采购Open Office',
    ])
  })

  it('say where each of their lines stands', () => {
    const [paragraph] = readProse(page([`>${FIRST}`, FULL, '工作。'])).paragraphs
    expect(paragraph.lines.map(({ from }) => from)).toEqual([
      0,
      FIRST.length,
      FIRST.length + FULL.length,
    ])
    expect(paragraph.lines[1].box[1]).toBe(120)
  })
})

describe('contents', () => {
  it('are dropped, on their page and the next', () => {
    const front = page(['>目  录', '>第一部分 概况', '>一、收入预算 3', '>二、支出预算 4'], 2)
    const next = page(['>三、名词解释 5', '>附件1'], 3)
    const body = page([`>${FIRST}`, FULL, '工作。'], 4)
    expect(texts([...front, ...next, ...body])).toEqual([`${FIRST}${FULL}工作。`])
  })

  it('end where their first entry stands again', () => {
    const rows = [
      '>目  录',
      '>第一部分 概况',
      '>第二部分 说明',
      '>第一部分 概况',
      `>${FIRST}`,
      '收入预算90万元。',
    ]
    expect(texts(page(rows))).toEqual(['第一部分概况', `${FIRST}收入预算90万元。`])
  })
})

describe('headings', () => {
  const stacks = (rows: string[]) =>
    readProse(rows.map((row, i) => line(row, { y: 50 * i }))).paragraphs.map(({ under }) =>
      under.map(({ text }) => text),
    )

  it('stand over what follows, each level closing those below', () => {
    expect(
      stacks([
        '第三部分 情况说明',
        '一、收入',
        '（一）来源',
        '1.拨款90万元。',
        '文字。',
        '二、支出',
      ]),
    ).toEqual([
      ['情况说明'],
      ['情况说明', '收入'],
      ['情况说明', '收入', '来源'],
      ['情况说明', '收入', '来源', '拨款90万元'],
      ['情况说明', '收入', '来源', '拨款90万元'],
      ['情况说明', '支出'],
    ])
  })

  it('are the label of a paragraph that goes on behind them', () => {
    const [paragraph] = readProse([line('（一）机关运行经费：2032年预算90万元。')]).paragraphs
    expect(paragraph.own).toEqual({ heading: { level: 2, text: '机关运行经费' }, to: 9 })
  })

  it('are no years: "2.2032年" is the second', () => {
    const [paragraph] = readProse([line('2.2032年培训费9万元。')]).paragraphs
    expect(paragraph.own?.heading).toMatchObject({ level: 3 })
  })

  it('without an ordinal name a part, and no table or picture', () => {
    expect(stacks(['其他相关情况说明', '收入预算总表', '图1：收入预算'])).toEqual([
      ['其他相关情况说明'],
      ['其他相关情况说明'],
      ['其他相关情况说明'],
    ])
  })
})
