/** Texts of cells -> what they say as labels, by the lists of `schemas/forms/`. */
import {
  COLUMN_ROLES,
  type ColumnRole,
  INDICATORS_FRAME,
  LEVEL1,
  LEVEL2,
  TASK_ROLES,
  TASKS_FRAME,
  type TaskRole,
} from '../../../schemas/forms/columns.js'
import { GOAL_LABEL, GOAL_PHASES, GOAL_WORDS } from '../../../schemas/forms/goals.js'
import {
  MONEY_FRAME,
  MONEY_ITEMS,
  MONEY_PERIODS,
  MONEY_POINTS,
  MONEY_STATES,
  MONEY_TOTAL,
  MONEY_WHOLE,
  type MoneyItem,
  type MoneyPhase,
} from '../../../schemas/forms/money.js'
import { NAME_ENDINGS, NAME_LABELS, type NameField } from '../../../schemas/forms/names.js'
import type { PerformanceGoal } from '../../../schemas/performance.js'
import { fold, ORDINAL } from '../../../schemas/text.js'

/** Labels are short: a longer text is content, whatever words it has. */
const LONGEST_LABEL = 24

const FIELDS = new Map<string, NameField>()
for (const [field, words] of Object.entries(NAME_LABELS))
  for (const word of words) FIELDS.set(fold(word), field as NameField)

const MONEY_UNIT = /(?:\((?:单位:?)?|^(?:金额)?单位:)(?:人民币)?([千百万亿]?元)\)?/

/** Answers by text: the forms of a document ask about the same words again and again. */
function remembered<T>(answer: (folded: string) => T, otherwise: T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text === '' || text.length > 2 * LONGEST_LABEL) return otherwise
    const before = known.get(text)
    if (before !== undefined) return before
    const folded = fold(text)
    const result = folded === '' || folded.length > LONGEST_LABEL ? otherwise : answer(folded)
    if (known.size < 20_000) known.set(text, result)
    return result
  }
}

/** A label without its colon, its ordinal and the unit of money in it. */
function bare(folded: string): string {
  return folded
    .replace(MONEY_UNIT, '')
    .replace(ORDINAL, '')
    .replace(/[:*]+$/, '')
}

/** A label without years and what stands in brackets, an open one too: 分值权重(90分, 年度(/项目)指标值. */
function plain(folded: string): string {
  return bare(folded)
    .replace(/\([^()]*\)|\[[^\]]*\]/g, '')
    .replace(/\(.*$/, '')
    .replace(/(?:19|20)\d\d年?度?/g, '')
    .replace(/[:*"]+/g, '')
}

export const nameField = remembered<NameField | null>((folded) => {
  const label = bare(folded)
  const plain = label.replace(/\([^()]*\)$/, '')
  const known = FIELDS.get(label) ?? FIELDS.get(plain)
  return known ?? NAME_ENDINGS.find(([ending]) => ending.test(plain))?.[1] ?? null
}, null)

export interface MoneyLabel {
  item: MoneyItem
  phase: MoneyPhase | null
  /** May as well be the frame around the money: it says 资金 and no 总额. */
  frame: boolean
  unit: string | null
}

export const moneyLabel = remembered<MoneyLabel | null>((folded) => {
  const unit = moneyUnit(folded)
  const label = bare(folded.replace(/^其中:?/, '')).replace(/[()]/g, '')
  if (FIELDS.has(label) || /\d{2}|[。;,、]/.test(label.replace(/(?:19|20)\d\d年/, ''))) return null
  const phase = MONEY_PERIODS.find(([words]) => words.test(label))?.[1] ?? null
  const stripped = label.replace(/^(?:19|20)\d\d年?度?/, '').replace(/^\d[.、]/, '')
  const part = stripped.length <= 16 ? MONEY_ITEMS.find(([words]) => words.test(stripped)) : null
  if (part && MONEY_LIKE.test(stripped)) return { item: part[1], phase, frame: false, unit }
  const whole = MONEY_WHOLE.test(stripped) && WORTH.test(stripped)
  if (!whole && !MONEY_FRAME.test(stripped)) return null
  return { item: 'total', phase, frame: !MONEY_TOTAL.test(stripped), unit }
}, null)

/** A part of the money is called by its source or its use, and by little else. */
const MONEY_LIKE =
  /(?:资金|拨款|支出|预算|收入|结转|结余|基金|区县|市县|下级|本级|补助|收费|管理|金额|经费|[县区市省]级?|其[他它]|自筹|总额|合计|小计|数|额)$/
const WORTH = /资金|预算|金额|经费|投入|支出|总额|合计|总计|小计|预算数/

export function moneyUnit(text: string): string | null {
  return MONEY_UNIT.exec(fold(text))?.[1] ?? null
}

export type MoneyColumn =
  | { phase: MoneyPhase; point?: undefined }
  | { point: 'rate' | 'weight' | 'score'; phase?: undefined }

/** A column of a review's money: a state of the budget, or the points for carrying it out. */
export const moneyColumn = remembered<MoneyColumn | null>((folded) => {
  const label = plain(folded)
  const state = MONEY_STATES.find(([words]) => words.test(label))
  if (state) return { phase: state[1] }
  const point = MONEY_POINTS.find(([words]) => words.test(label))
  return point ? { point: point[1] } : null
}, null)

export const goalPhase = remembered<PerformanceGoal['phase'] | null>((folded) => {
  const label = plain(folded)
  const word = GOAL_WORDS[label]
  if (word) return word
  if (!GOAL_LABEL.test(label)) return null
  const whole = bare(folded)
  return GOAL_PHASES.find(([words]) => words.test(whole))?.[1] ?? 'annual'
}, null)

export const columnRole = remembered<ColumnRole | null>((folded) => {
  const label = plain(folded)
  const [, head, level] = /^([一二三]级指标)(.+)$/.exec(label) ?? []
  return roleOf(label) ?? (LEVEL1.test(level) || LEVEL2.test(level) ? roleOf(head) : null)
}, null)

/** A head may have a level run into it that is painted over the page break: 二级指标社会效益指标. */
function roleOf(label: string): ColumnRole | null {
  return label === '' ? null : (COLUMN_ROLES.find(([words]) => words.test(label))?.[1] ?? null)
}

export const taskRole = remembered<TaskRole | null>((folded) => {
  const label = plain(folded)
  return TASK_ROLES.find(([words]) => words.test(label))?.[1] ?? null
}, null)

export const plainLabel = remembered<string>(plain, '')

export const framesIndicators = remembered<boolean>(
  (folded) => INDICATORS_FRAME.test(plain(folded)),
  false,
)
export const framesTasks = remembered<boolean>((folded) => TASKS_FRAME.test(plain(folded)), false)

/** Whether a text is a label of any block. */
export function isLabel(text: string): boolean {
  return (
    nameField(text) !== null ||
    moneyLabel(text) !== null ||
    goalPhase(text) !== null ||
    columnRole(text) !== null ||
    moneyColumn(text) !== null ||
    framesIndicators(text) ||
    framesTasks(text) ||
    taskRole(text) !== null
  )
}
