/** Forms over page breaks: what begins one, what goes on, and what the break has cut. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fundingOf, indicatorsOf, recordOf, recordsOf } from '../../helpers/form.js'

const TITLE = '@ 政策和项目预算绩效目标表'
const head = (name: string) => `
  项目名称 | < | ${name} | < | <
  项目资金（万元） | < | 年度资金总额 | 10 | <
  年度目标 | 目标${name}。 | < | < | <
  绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值`

describe('what begins a form', () => {
  test('a list with 合计 below the names of projects is none, under a title that nobody knows', () => {
    const open = (last: string) =>
      recordsOf(`
      @ 政府购买服务预算表
      项目名称 | 信息化运维 | 主管部门 | 市水利局
      ${last} | 8 | < | <`)
    expect(open('合计')).toEqual([])
    expect(open('项目资金总额')).toHaveLength(1)
  })

  test('a title that is printed again does not; a row of names does', () => {
    const records = recordsOf(`
      ${TITLE}
      ${head('甲')}
      ^ | 产出指标 | 数量指标 | 甲1 | ≥1个
      ---
      ${TITLE}
      绩效指标 | 产出指标 | 质量指标 | 甲2 | ≥2%
      ---
      ${TITLE}
      ${head('乙')}
      ^ | 产出指标 | 数量指标 | 乙1 | ≥1个`)
    expect(
      records.map((record) => [record.project, record.pages, indicatorsOf(record).length]),
    ).toEqual([
      ['甲', [1, 2], 2],
      ['乙', [3], 1],
    ])
  })

  test('rows of names and blocks of money without a title do, in one lattice too', () => {
    const records = recordsOf(`
      @ 部门专项业务经费绩效目标表
      ${head('甲')}
      ^ | 产出指标 | 数量指标 | 甲1 | ≥1个
      ${head('乙')}
      ^ | 产出指标 | 数量指标 | 乙1 | ≥1个
      ---
      资金金额（万元） | < | 年度资金总额 | 30 | <
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
      ^ | 产出指标 | 数量指标 | 丙1 | ≥1个`)
    expect(records.map(({ project }) => project)).toEqual(['甲', '乙', null])
    expect(records.map(fundingOf)).toEqual([
      ['total annual 10'],
      ['total annual 10'],
      ['total annual 30'],
    ])
  })

  test('another title does, where the title is all that names the project', () => {
    const rows = `
      资金情况（万元） | 资金总额 | < | 56 | <
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
      ^ | 产出指标 | 数量指标 | 站点数 | ≥12个`
    const records = recordsOf(`@ 甲项目绩效目标表\n${rows}\n---\n@ 乙项目绩效目标表\n${rows}`)
    expect(records.map(({ project }) => project)).toEqual(['甲', '乙'])
  })

  test('a goal behind indicators does: forms of departments have no names', () => {
    const form = (goal: string) => `
      @ 部门整体绩效目标表
      整体绩效目标 | ${goal} | <
      绩效指标 | 指标名称 | 指标值
      ^ | 人数 | ≥1人`
    const records = recordsOf(`${form('一。')}\n---\n${form('二。')}`)
    expect(records.map(({ goals }) => goals[0].text)).toEqual(['一。', '二。'])
  })

  test('indicators that are called after money begin nothing', () => {
    const form = recordOf(`
      ${TITLE}
      ${head('甲')}
      ^ | 成本指标 | 经济成本指标 | 甲1 | ≤1万元
      ---
      | | | 其他资金 | ≤2万元
      ^ | ^ | ^ | 项目资金总额 | ≤3万元`)
    expect(form.indicators.map(({ level3 }) => level3)).toEqual(['甲1', '其他资金', '项目资金总额'])
  })

  test('a table that is in no way a form ends them', () => {
    const records = recordsOf(`
      ${TITLE}
      ${head('甲')}
      ^ | 产出指标 | 数量指标 | 甲1 | ≥1个
      ---
      @ 名词解释
      财政拨款 | 财政部门拨付的资金`)
    expect(records.map(({ pages }) => pages)).toEqual([[1]])
  })
})

describe('what a break cuts', () => {
  test('a level whose text stands below: rows at the foot belong to it', () => {
    const form = recordOf(`
      ${TITLE}
      ${head('甲')}
      ^ | 产出指标 | 数量指标 | 甲1 | ≥1个
      ^ | ^ | | 甲2 | ≥2%
      ---
      | | 质量指标 | 甲3 | ≥3%`)
    expect(indicatorsOf(form)).toEqual([
      '产出指标 > 数量指标 > 甲1: >= 1 个',
      '产出指标 > 质量指标 > 甲2: >= 2 %',
      '产出指标 > 质量指标 > 甲3: >= 3 %',
    ])
  })

  test('a level of another first level cannot stand below', () => {
    const form = recordOf(`
      ${TITLE}
      ${head('甲')}
      ^ | 产出指标 | 数量指标 | 甲1 | ≥1个
      ^ | ^ | | 甲2 | ≥2个
      ---
      绩效指标 | 效益指标 | 社会效益指标 | 甲3 | 提升`)
    expect(form.indicators.map(({ level2 }) => level2)).toEqual([
      '数量指标',
      '数量指标',
      '社会效益指标',
    ])
  })

  test('a level that neither side prints is not made up', () => {
    const form = recordOf(`
      ${TITLE}
      ${head('甲')}
      ^ | 效益指标 | 经济效益指标 | 甲1 | ≥1万元
      ^ | ^ | | 甲2 | 提升
      ---
      | | | 甲3 | 提升
      ^ | ^ | 生态效益指标 | 甲4 | 改善`)
    expect(form.indicators.map(({ level2 }) => level2)).toEqual([
      '经济效益指标',
      null,
      null,
      '生态效益指标',
    ])
  })

  test('blanks between rows of a page mean the text above, at its foot too', () => {
    const form = recordOf(`
      ${TITLE}
      ${head('甲')}
      ^ | 产出指标 | 数量指标 | 甲1 | ≥1个
      ^ | | | 甲2 | ≥2个
      ^ | | 质量指标 | 甲3 | ≥3%
      ^ | | | 甲4 | ≥4%
      ---
      | | 时效指标 | 甲5 | 及时`)
    expect(form.indicators.map(({ level2 }) => level2)).toEqual([
      '数量指标',
      '数量指标',
      '质量指标',
      '质量指标',
      '时效指标',
    ])
    expect(new Set(form.indicators.map(({ level1 }) => level1))).toEqual(new Set(['产出指标']))
  })

  test('a level cut in two', () => {
    const form = recordOf(`
      ${TITLE}
      ${head('甲')}
      ^ | 满意度指标 | 服务对象满 | 甲1 | ≥1%
      ---
      | | 意度指标 | 甲2 | ≥2%`)
    expect(form.indicators.map(({ level2 }) => level2)).toEqual([
      '服务对象满意度指标',
      '服务对象满意度指标',
    ])
  })

  test('the last character of a target, or the end of a name, alone on the next page', () => {
    const form = recordOf(`
      ${TITLE}
      ${head('甲')}
      ^ | 产出指标 | 数量指标 | 甲1 | ≥95
      ---
      | | | | %
      ^ | ^ | ^ | 合格率（含公 | ≥98%
      ---
      | | | 园） |
      ^ | ^ | 质量指标 | 甲3 | ≥3%`)
    expect(indicatorsOf(form)).toEqual([
      '产出指标 > 数量指标 > 甲1: >= 95 %',
      '产出指标 > 数量指标 > 合格率（含公园）: >= 98 %',
      '产出指标 > 质量指标 > 甲3: >= 3 %',
    ])
  })

  test('the name of a project and the text of a goal', () => {
    const form = recordOf(`
      ${TITLE}
      项目名称 | < | 绿化养护服务外 | < | <
      ---
      | < | 包项目 | < | <
      年度目标 | 完成养护，保护古树名 | < | < | <
      ---
      | 木。 | < | < | <
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
      ^ | 产出指标 | 数量指标 | 甲1 | ≥1个`)
    expect(form.project).toBe('绿化养护服务外包项目')
    expect(form.goals.map(({ text }) => text)).toEqual(['完成养护，保护古树名木。'])
  })

  test('heads that are printed again, at other places of the page', () => {
    const form = recordOf(`
      ${TITLE}
      ${head('甲')}
      ^ | 产出指标 | 数量指标 | 甲1 | ≥1个
      ---
      绩效指标 | < | 一级指标 | 二级指标 | 三级指标 | 指标值
      ^ | < | 效益指标 | 社会效益指标 | 甲2 | 提升`)
    expect(indicatorsOf(form)).toEqual([
      '产出指标 > 数量指标 > 甲1: >= 1 个',
      '效益指标 > 社会效益指标 > 甲2: 提升',
    ])
  })
})

/** Rows of one form: second levels with some rows each, merged. */
const LEVELS = ['数量指标', '质量指标', '时效指标'] as const

function formWith(sizes: readonly number[], cut: number, textBelow: boolean): string {
  const rows = LEVELS.flatMap((level, i) =>
    Array.from({ length: sizes[i] }, (_, k) => ({ level, name: `${level}${k}`, first: k === 0 })),
  )
  const lines = rows.map(({ level, name, first }, i) => {
    const isBreak = i === cut
    const upper = rows[cut - 1]
    const splits = cut > 0 && cut < rows.length && upper.level === rows[cut].level
    const isCutLevel = splits && level === rows[cut].level
    const prints = first || isBreak
    const side = isBreak ? textBelow : !textBelow
    const text = isCutLevel && !side ? '' : level
    const row = `${isBreak ? '' : '^'} | ${isBreak ? '' : i === 0 ? '产出指标' : '^'} | ${prints ? text : '^'} | ${name} | ≥${i}个`
    return isBreak && i > 0 ? `---\n${row}` : row
  })
  return `${TITLE}\n${head('甲')}\n${lines.join('\n')}`
}

test('wherever a page ends, and on whichever side a cut level is printed, the indicators stay', () => {
  const whole = (sizes: readonly number[]) => indicatorsOf(recordOf(formWith(sizes, -1, false)))
  fc.assert(
    fc.property(
      fc.tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
      ),
      fc.integer({ min: 1, max: 8 }),
      fc.boolean(),
      (sizes, cut, below) => {
        fc.pre(cut < sizes[0] + sizes[1] + sizes[2])
        expect(indicatorsOf(recordOf(formWith(sizes, cut, below)))).toEqual(whole(sizes))
      },
    ),
  )
})
