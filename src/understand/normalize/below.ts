/** Whether a row stands below another, by what the page shows of both. */
import { isPublishedName } from '../../../schemas/codes.js'
import { codeLevel } from './code.js'
import { isOwnOffice } from './directory.js'
import type { Draft } from './draft.js'
import { balances, isDeeper, isLead, isLeftOf, type Layout } from './layout.js'
import { ordinalDepth } from './name.js'

/** A row that others may stand below. */
export interface Open {
  draft: Draft
  depth: number
}

/** A row without an ordinal is so much deeper than the last that has one, a row of 其中 a little less. */
const WITHOUT = 0.7
const AMONG = 0.5

export function depthOf(draft: Draft, parent: Open | undefined): number {
  const own = ordinalDepth(draft.ordinal)
  const among = isLead(draft) ? AMONG : 0
  return own !== null ? own + among : (parent?.depth ?? 0) + (among || WITHOUT)
}

/** @param above the row last opened: no row between closed it */
export function isBelow(below: Draft, above: Open, layout: Layout): boolean {
  const over = above.draft
  const [isUnit, inUnit] = [below.row.role === 'unit', over.row.role === 'unit']
  if (isUnit && inUnit) return isUnitOf(below, over, layout)
  if (inUnit && layout.unitsOutside) return isOfUnit(below, over)
  if (isUnit && layout.unitsOutside) return false
  if (isUnit && isCoded(over)) return true
  if (!agree(below, over)) return false
  if (isCoded(below)) return !isCoded(over) && !inUnit && heads(over, below, layout)
  if (isCoded(over)) return isDetail(below, over, layout)
  if (!below.opens) return false
  if (below.rank !== over.rank) return below.rank > over.rank
  return isDeeperByMarks(below, above, layout)
}

function isCoded({ row }: Draft): boolean {
  return row.code !== null || Boolean(row.governmentCode)
}

/** 402 opens 402001; two rows of one code are two units, neither the other's. */
function isUnitOf(below: Draft, above: Draft, layout: Layout): boolean {
  if (isOwnOffice(above.row.name)) return false
  const [inner, outer] = [below.row.unitCode, above.row.unitCode]
  if (inner && outer) return inner !== outer && inner.startsWith(outer)
  // A unit whose code is left out stands where those with one do: below the department.
  const isDepartment = Boolean(outer) && (outer as string).length < layout.longestUnit
  return isDeeper(below, above, layout) ?? isDepartment
}

/** What follows a unit's row is the unit's, until a column names another. */
function isOfUnit(below: Draft, above: Draft): boolean {
  const [inner, outer] = [below.row.unitName, above.row.unitName]
  return inner == null || outer == null || inner === outer
}

/** Labels in the columns left of a row's name say what it is a part of: they name the row above too, or are left out. */
function agree(below: Draft, above: Draft): boolean {
  if (!isOfUnit(below, above)) return false
  for (const [rank, label] of below.labels) {
    const other = above.labels.get(rank)
    if (rank < below.rank && other !== undefined && other !== label) return false
  }
  return true
}

/** A row without a code over classes: 一、基本支出, or a label merged over the columns of codes. */
function heads(above: Draft, below: Draft, layout: Layout): boolean {
  if (isLead(above) || balances(above) || above.oddCodes.length > 0) return false
  if (above.ordinal !== '' || above.rank < below.rank) return true
  return isDeeper(below, above, layout) === true
}

/** 一、 and （一） head parts of a list; 1. and (1) stand within one. */
const LISTING = 2

/** A row without a code below one with: 其中, a project of the item, or what is indented deeper. */
function isDetail(below: Draft, above: Draft, layout: Layout): boolean {
  if (below.oddCodes.length > 0 || below.row.role === 'subtotal') return false
  if (isLead(below)) return true
  if (balances(below)) return false
  const depth = ordinalDepth(below.ordinal)
  if (depth !== null) return depth > LISTING
  if (below.rank < above.rank) return false
  const { code } = above.row
  // A name of the same classification lost its code; another is of a project, or of what the item is spent on.
  const isItem = code !== null && codeLevel(code) === layout.deepest
  return isDeeper(below, above, layout) ?? (isItem && !isPublishedName(below.row.name, code))
}

/** Ordinals where both rows have one; what stands without one is below the last that has. */
function isDeeperByMarks(below: Draft, above: Open, layout: Layout): boolean {
  const over = above.draft
  const [inner, outer] = [ordinalDepth(below.ordinal), ordinalDepth(over.ordinal)]
  if (inner !== null && outer !== null && inner !== outer) return inner > outer
  if (isLead(below) && !isLead(over)) return !isLeftOf(below, over, layout)
  if (inner !== null && outer !== null) return false
  const deeper = isDeeper(below, over, layout) === true
  if (inner !== null) return inner > above.depth && !(balances(over) && layout.leading.has(over))
  if (outer === null) return deeper
  return deeper || !(balances(below) || isLead(below) || isLeftOf(below, over, layout))
}
