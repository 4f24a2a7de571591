/** Reviews: the money in its states, the goal and what came of it, points for each indicator. */
import { expect, test } from 'vitest'
import { fundingOf, indicatorsOf, recordOf } from '../../helpers/form.js'

test('a project’s review', () => {
  const review = recordOf(`
    @ 项目支出绩效自评表
    项目名称 | < | 物业管理 | < | < | < | < | < | <
    项目资金（万元） | < | | 年初预算数 | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分
    ^ | < | 年度资金总额 | 100.00 | 120.00 | 118.80 | 10 | 99.00% | 9.90
    ^ | < | 其中：当年财政拨款 | 100.00 | 110.00 | 110.00 | — | 100% | —
    ^ | < | 上年结转资金 | 0.00 | 10.00 | 8.80 | — | 88% | —
    ^ | < | 其他资金 | | | | — | | —
    年度总体目标 | 预期目标（年初设定） | < | < | < | 实际完成情况 | < | < | <
    ^ | 保障运转。 | < | < | < | 已完成，面积12万平方米。 | < | < | <
    绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
    ^ | 产出指标（50分） | 数量指标 | 服务面积 | ≥12万平方米 | 12万平方米 | 50 | 50 | 无
    ^ | 效益指标(40分) | 社会效益指标 | 保障机关 | 有效 | 处理3,200件，满意率99% | 40 | 38 | 下一步加强管理
    总分 | < | < | < | < | < | 100 | 97.9 |`)
  expect(review.kind).toBe('project_review')
  expect(fundingOf(review)).toEqual([
    'total year_start_budget 100.00',
    'total full_year_budget 120.00',
    'total executed 118.80',
    'appropriation year_start_budget 100.00',
    'appropriation full_year_budget 110.00',
    'appropriation executed 110.00',
    'carry_over year_start_budget 0.00',
    'carry_over full_year_budget 10.00',
    'carry_over executed 8.80',
    'other year_start_budget -',
    'other full_year_budget -',
    'other executed -',
  ])
  expect(review.goals.map(({ phase, text }) => `${phase} ${text}`)).toEqual([
    'expected 保障运转。',
    'actual 已完成，面积12万平方米。',
  ])
  expect(indicatorsOf(review)).toEqual([
    '产出指标 > 数量指标 > 服务面积: >= 12 万平方米',
    '效益指标 > 社会效益指标 > 保障机关: 有效',
  ])
  expect(review.indicators[1]).toMatchObject({
    actual: '处理3,200件，满意率99%',
    weight: '40',
    score: '38',
    remark: '下一步加强管理',
  })
  expect(review.scores).toEqual({
    execution_weight: '10',
    execution_rate: '99.00%',
    execution: '9.90',
    total_weight: '100',
    total: '97.9',
  })
})

test('a department’s review has its tasks budgeted and executed, with points', () => {
  const review = recordOf(`
    @ 部门整体支出绩效自评表
    部门名称 | < | 某市统计局 | < | < | < | < | < | <
    年度主要任务 | 任务名称 | 完成情况 | 预算数（万元） | < | 执行数（万元） | < | 分值 | 得分
    ^ | ^ | ^ | 总额 | 财政拨款 | 总额 | 财政拨款 | ^ | ^
    ^ | 人员经费 | 已完成 | 500 | 500 | 498 | 498 | 5 | 5
    ^ | 经济普查 | 已完成 | 200 | 200 | 100 | 100 | 5 | 4
    ^ | 金额合计 | < | 700 | 700 | 598 | 598 | 10 | 9
    年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | <
    ^ | 完成统计。 | < | < | < | 完成。 | < | < | <
    年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | < | 年度指标值 | 实际完成值 | 分值 | 得分
    ^ | 产出指标 | 数量指标 | 报表数 | < | ≥50张 | 52张 | 90 | 90
    合计 | < | < | < | < | < | < | 100 | 99`)
  expect(review.kind).toBe('department_review')
  expect(review.tasks.map(({ name }) => name)).toEqual(['人员经费', '经济普查'])
  expect(
    review.tasks[1].funding.map(({ item, phase, value }) => `${item} ${phase} ${value}`),
  ).toEqual([
    'total full_year_budget 200',
    'appropriation full_year_budget 200',
    'total executed 100',
    'appropriation executed 100',
  ])
  expect(fundingOf(review)).toEqual([
    'total full_year_budget 700',
    'appropriation full_year_budget 700',
    'total executed 598',
    'appropriation executed 598',
  ])
  expect(review.scores).toEqual({
    execution_weight: '10',
    execution: '9',
    total_weight: '100',
    total: '99',
  })
})
