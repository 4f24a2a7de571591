/** What a form calls its goals, and of which time they are. */
import type { PerformanceGoal } from '../performance.js'

/** Labels are made of these words: 年度总体目标, 项目实施期目标, 当年整体绩效目标. */
export const GOAL_LABEL =
  /^(?:年度|当年|本年度?|全年|年|总体|整体|项目|部门|单位|政策|专项|资金|支出|实施期|实施周期|中长期|长期|中期|绩效|总|预期|预算|主要|工作|计划|年初|设定|财政)*目标(?:及任务|情况|描述|内容|概述|设定)?$/

/** Labels that end otherwise. */
export const GOAL_WORDS: Readonly<Record<string, PerformanceGoal['phase']>> = {
  实际完成情况: 'actual',
  全年实际完成情况: 'actual',
  目标实际完成情况: 'actual',
  年度目标完成情况: 'actual',
  目标完成情况: 'actual',
  年度目标实际完成情况: 'actual',
  实际完成目标: 'actual',
  实际完成目标情况: 'actual',
  总体目标完成情况: 'actual',
  绩效目标完成情况: 'actual',
  全年完成情况: 'actual',
  年度总体目标完成情况: 'actual',
  全年目标完成情况: 'actual',
  实际实现目标: 'actual',
  目标实现情况: 'actual',
  目标完成情况综述: 'actual',
  完成情况: 'actual',
}

/** The first that a label holds; a bare 总体目标 is the year's. */
export const GOAL_PHASES: readonly (readonly [RegExp, PerformanceGoal['phase']])[] = [
  [/预期|年初|设定/, 'expected'],
  [/实施期|实施周期|项目总目标|中长期|长期|中期/, 'implementation_period'],
  [/目标/, 'annual'],
]

/** What templates print where a goal is to be written, and nothing else. */
export const GOAL_PLACEHOLDER =
  /^(?:目标(?:\d{1,2}|[一二三四五六七八九十])?[:：.、]?|[.…·]+|\d{1,2}[.、]|xx+|××+)+$/i
