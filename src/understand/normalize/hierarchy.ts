/** Rows in order -> levels and parents: by codes where there are codes, else by ordinals and indentation. */
import type { BudgetRow } from '../../../schemas/document.js'
import { codeLevel } from './code.js'
import { ordinalDepth } from './name.js'
import type { Draft } from './row.js'

/** Two indents nearer than this, in ems, are one. */
const SAME_INDENT = 0.35

/** Sets `level` and `parent` of one list's rows, which bear their ids already. */
export function setHierarchy(drafts: Draft[]): void {
  const coded = drafts.some(({ row }) => row.code !== null)
  if (coded) byCode(drafts)
  else if (drafts.some(({ row }) => row.role === 'unit' && row.unitCode)) byUnit(drafts)
  else byLayout(drafts)
}

function byCode(drafts: Draft[]): void {
  let above = new Map<string, string>()
  let unit: BudgetRow | null = null
  for (const { row } of drafts) {
    if (row.role === 'unit') {
      unit = row
      above = new Map()
    }
    if (row.code === null) {
      row.level = row.role === 'item' || row.role === 'subtotal' ? 1 : 0
      continue
    }
    row.level = codeLevel(row.code)
    row.parent = parentOf(row.code, above) ?? unit?.id ?? null
    if (!above.has(row.code) || row.role !== 'blank') above.set(row.code, row.id)
  }
}

/** A department's code opens those of its units: 106 and 106001. */
function byUnit(drafts: Draft[]): void {
  const above = new Map<string, string>()
  for (const { row } of drafts) {
    const code = row.unitCode ?? ''
    row.level =
      row.role === 'total' || row.role === 'blank' ? 0 : Math.max(1, Math.ceil(code.length / 3))
    if (code === '') continue
    row.parent = [...above].findLast(([other]) => code.startsWith(other))?.[1] ?? null
    if (row.parent === null) row.level = 1
    above.set(code, row.id)
  }
}

/** The nearest printed ancestor: a table may skip a level. */
function parentOf(code: string, above: Map<string, string>): string | null {
  for (let length = code.length - 2; length >= 3; length -= 2) {
    const id = above.get(code.slice(0, length))
    if (id) return id
  }
  return null
}

function byLayout(drafts: Draft[]): void {
  const depths = drafts.map(depthOf(drafts))
  const open: { depth: number; row: BudgetRow }[] = []
  drafts.forEach(({ row }, i) => {
    if (row.role === 'total' || row.role === 'blank') {
      open.length = row.role === 'total' ? 0 : open.length
      row.level = 0
      return
    }
    const depth = depths[i]
    while (open.length > 0 && open[open.length - 1].depth >= depth) open.pop()
    row.parent = open.at(-1)?.row.id ?? null
    row.level = open.length + 1
    open.push({ depth, row })
  })
}

/**
 * The depth of each row: its ordinal's, and for rows without one a step below the
 * last ordinal (the reference lists 工资福利支出 under 一、基本支出 without indent).
 * Lists without any ordinal go by indentation.
 */
function depthOf(drafts: Draft[]): (draft: Draft, i: number) => number {
  const ordinals = drafts.map(({ ordinal }) => ordinalDepth(ordinal))
  if (ordinals.every((depth) => depth === null)) {
    const steps = indentSteps(drafts)
    return ({ indent }) => steps.filter((step) => step <= indent + SAME_INDENT / 2).length
  }
  let last = 0
  return ({ row, ordinal }, i) => {
    if (row.role === 'total') last = 0
    const depth = ordinals[i]
    if (depth !== null) last = depth
    if (/^(?:其中|另)/.test(ordinal)) return (depth ?? last) + 0.5
    return depth ?? last + 0.7
  }
}

function indentSteps(drafts: Draft[]): number[] {
  const indents = drafts.filter(({ row }) => row.role !== 'total').map(({ indent }) => indent)
  const steps: number[] = []
  for (const indent of indents.toSorted((a, b) => a - b)) {
    const last = steps.at(-1)
    if (last === undefined || indent - last > SAME_INDENT) steps.push(indent)
  }
  return steps
}
