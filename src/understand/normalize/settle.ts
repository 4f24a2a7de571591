/** Roles that only the whole list settles: which of its sums are its totals. */

import type { Draft } from './draft.js'
import type { ListFacts } from './facts.js'
import { SAME_INDENT } from './indent.js'
import { isPartTotalLabel, isSubtotalLabel, isSumLabel } from './role.js'

export function settleRoles(drafts: Draft[], { unitsOutside }: ListFacts): void {
  if (drafts.length === 1) nameBareRow(drafts[0])
  drafts.forEach((draft, i) => {
    if (isNamesake(draft, i, drafts)) draft.row.role = 'item'
  })
  if (unitsOutside) settleBlocks(drafts)
  else settleUnitColumn(drafts)
  settleLone(drafts)
}

/** A table of one row without a label prints totals: the sources or the three public expenses in one line. */
function nameBareRow({ row }: Draft): void {
  const printed = Object.values(row.cells).some(({ value }) => value !== null)
  if (row.role === 'blank' && printed) row.role = 'total'
}

/**
 * A project that bears the name of a unit: indented as the project before it, and nothing stands
 * deeper below it (广州/规划和自然资源局 lists 广州市城市规划展览中心 so among the bureau's projects).
 */
function isNamesake({ row, rank, indent }: Draft, i: number, drafts: readonly Draft[]): boolean {
  if (row.role !== 'unit' || row.unitCode) return false
  const before = drafts[i - 1]
  const next = drafts[i + 1]
  const unit = drafts.slice(0, i).findLast((draft) => draft.row.role === 'unit')
  if (before?.row.role !== 'item' || !unit || [before, unit].some((other) => other.rank !== rank))
    return false
  const isAsItem = Math.abs(indent - before.indent) <= SAME_INDENT
  const opens = next?.rank === rank && next.indent > indent + SAME_INDENT
  return isAsItem && indent > unit.indent + SAME_INDENT && !opens
}

/** 合计 amid the blocks of units is a unit's; at the foot it is the list's. */
function settleBlocks(drafts: Draft[]): void {
  const first = drafts.findIndex(({ row }) => row.role === 'unit')
  const last = drafts.findLastIndex(({ row }) => row.role === 'item' || row.role === 'unit')
  for (const draft of drafts.slice(first + 1, Math.max(first + 1, last + 1))) demote(draft)
}

/** Where each row names its unit, a total beside a unit's name among totals of others is that unit's. */
function settleUnitColumn(drafts: Draft[]): void {
  const totals = drafts.filter(({ row }) => row.role === 'total' && row.unitName != null)
  const units = new Set(totals.map(({ row }) => row.unitName))
  if (units.size > 1) for (const draft of totals) demote(draft)
}

function demote(draft: Draft): void {
  if (draft.row.role !== 'total') return
  draft.row.role = 'subtotal'
  draft.opens = false
}

/** Where a list has no other total, its one 小计, or the one sum that it begins or ends with, is it. */
function settleLone(drafts: Draft[]): void {
  if (drafts.some(({ row }) => row.role === 'total')) return
  const sums = drafts.filter(({ row, opens }) => row.role === 'subtotal' && !opens)
  const [lone] = sums
  if (sums.length !== 1 || isPartTotalLabel(lone.row.name)) return
  const named = drafts.filter(({ row }) => row.role !== 'blank')
  const atEdge = lone === named[0] || lone === named[named.length - 1]
  if (isSubtotalLabel(lone.row.name) || (atEdge && isSumLabel(lone.row.name)))
    lone.row.role = 'total'
}
