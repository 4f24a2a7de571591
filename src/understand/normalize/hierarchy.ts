/**
 * Rows in order -> levels and parents. One pass for every list: codes say most, then units, then
 * the columns that name rows, ordinals, 其中 and indentation, whichever a pair of rows has.
 */
import { Ancestors } from './ancestors.js'
import { depthOf, isBelow, type Open } from './below.js'
import { codeLevel } from './code.js'
import type { Draft } from './draft.js'
import { type Layout, layoutOf } from './layout.js'

/** Sets `level` and `parent` of one list's rows, which bear their ids already. */
export function setHierarchy(drafts: readonly Draft[]): void {
  const layout = layoutOf(drafts)
  const ancestors = new Ancestors(layout)
  const open: Open[] = []
  for (const draft of drafts) {
    const { row } = draft
    if (row.role === 'total') open.length = 0
    if (row.role === 'total' || row.role === 'blank') continue
    ancestors.enter(draft)
    const ancestor = ancestors.of(draft)
    // What the ancestor does not stand below either is closed with it.
    const place = ancestor ?? draft
    while (open.length > 0 && !isHeldBy(open[open.length - 1], place, layout)) open.pop()
    const parent = ancestor ?? open.at(-1)?.draft ?? null
    row.parent = parent?.row.id ?? null
    ancestors.add(draft)
    if (draft.opens) open.push({ draft, depth: depthOf(draft, open.at(-1)) })
  }
  setLevels(drafts, layout)
}

function isHeldBy(above: Open, place: Draft, layout: Layout): boolean {
  return above.draft === place || isBelow(place, above, layout)
}

function setLevels(drafts: readonly Draft[], layout: Layout): void {
  const levels = new Map<string, number>()
  for (const { row } of drafts) {
    row.level = levelOf(row, levels.get(row.parent ?? ''), layout)
    levels.set(row.id, row.level)
  }
}

/** 0 a total, and a unit over rows with codes; 1 类, 2 款, 3 项; without a code one more than its parent. */
function levelOf(row: Draft['row'], parent: number | undefined, { isCoded }: Layout): number {
  if (row.role === 'total' || row.role === 'blank') return 0
  if (row.code !== null) return codeLevel(row.code)
  if (row.role === 'unit' && isCoded) return parent ?? 0
  return (parent ?? 0) + 1
}
