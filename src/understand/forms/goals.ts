/** What the money is to achieve: a text beside its label, or below it, for one time or for two. */
import { GOAL_PLACEHOLDER } from '../../../schemas/forms/goals.js'
import type { PerformanceGoal } from '../../../schemas/performance.js'
import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { filledCells, middleOf } from './line.js'
import type { FormLine, Part } from './part.js'
import { goalPhase } from './words.js'

type Phase = PerformanceGoal['phase']

interface Label {
  cell: RawCell
  phase: Phase
}

export interface Goals {
  goals: PerformanceGoal[]
  used: Set<RawCell>
}

export function readGoals(lines: readonly FormLine[]): Goals {
  const used = new Set<RawCell>()
  const goals: PerformanceGoal[] = []
  let over: Label[] = []
  let frame: Label | undefined
  let part: Part | undefined
  for (const line of lines) {
    const overleaf = part !== undefined && line.part !== part
    part = line.part
    const fresh = filledCells(line.cells).filter((cell) => !used.has(cell))
    const labels = labelsIn(fresh)
    const texts = fresh.filter((cell) => labels.every((label) => label.cell !== cell))
    if (texts.length === 0) over = [...over, ...inTime(labels)]
    frame = labels[0] ?? frame
    for (const cell of texts) {
      const label = labelOver(cell, over) ?? labelBeside(cell, labels) ?? frame
      addGoal(goals, cell, label?.phase ?? 'annual', overleaf)
    }
    for (const cell of fresh) used.add(cell)
  }
  return { goals, used }
}

function labelsIn(cells: readonly RawCell[]): Label[] {
  return cells.flatMap((cell) => {
    const phase = goalPhase(cell.text)
    return phase === null ? [] : [{ cell, phase }]
  })
}

/** Labels alone in their line stand over the texts below. */
function labelOver(text: RawCell, labels: readonly Label[]): Label | undefined {
  const x = middleOf(text)
  return labels.findLast(({ cell }) => cell.box[0] <= x && x < cell.box[2])
}

function labelBeside(text: RawCell, labels: readonly Label[]): Label | undefined {
  return labels.findLast(({ cell }) => cell.box[2] <= text.box[0] + 1)
}

const YEARLY = /年度|当年|本年|(?:19|20)\d\d年/

/** 总体目标 beside 年度目标 is that of the whole period; the frame at their left reaches further down. */
function inTime(labels: readonly Label[]): Label[] {
  const isYearly = ({ cell }: Label) => YEARLY.test(fold(cell.text))
  const beside = labels.filter(({ cell }) => cell.rowSpan === 1)
  if (beside.length < 2 || !beside.some(isYearly)) return [...labels]
  return labels.map((label) =>
    label.phase === 'annual' && beside.includes(label) && !isYearly(label)
      ? { ...label, phase: 'implementation_period' }
      : label,
  )
}

/** A text that a page break cut goes on in the first line of the next page; a template's 目标1：…… is none. */
function addGoal(goals: PerformanceGoal[], cell: RawCell, phase: Phase, overleaf: boolean): void {
  if (GOAL_PLACEHOLDER.test(fold(cell.text))) return
  const cut = goals.findLast((goal) => goal.phase === phase)
  if (cut && overleaf) cut.text += cell.text
  else goals.push({ phase, text: cell.text, page: cell.page, bbox: cell.box })
}
