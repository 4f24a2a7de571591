/** Corrections -> the names of what they are of, so that each is shown where it is. */

import type { Correction } from '../../../../schemas/corrections.js'
import type { Box, BudgetDocument, Issue } from '../../../../schemas/document.js'
import { isNear, Places } from '../../../correct/places.js'
import type { Said } from '../../edits.js'
import { findingKey } from '../document/marks.js'
import { cellKey, columnKey } from '../document/place.js'

/** By the name of a cell, a head, a table or a finding, what people say of it. */
export type SaidAt = ReadonlyMap<string, readonly Said[]>

export function saidAt(document: BudgetDocument, said: readonly Said[]): SaidAt {
  const found = new Map<string, Said[]>()
  const places = new Places(document.tables, (_, box) => box)
  for (const each of said.filter(({ isStale }) => !isStale))
    for (const key of keysOf(document, places, each.correction))
      found.set(key, [...(found.get(key) ?? []), each])
  return found
}

function keysOf(document: BudgetDocument, places: Places, correction: Correction): string[] {
  const { what, place } = correction
  if (what === 'finding')
    return document.issues.flatMap((issue, i) => (isOf(issue, correction) ? [findingKey(i)] : []))
  const table = document.tables[places.table(place)]
  if (!table) return []
  if (what === 'kind' || what === 'owner') return [table.id]
  if (what === 'meaning') {
    const column = places.column(table, place)
    return column === null ? [] : [columnKey(table.id, column)]
  }
  const { page, bbox } = place
  const isThere = (cell: { page: number; bbox: Box | null }) =>
    cell.page === page && cell.bbox !== null && bbox !== null && isNear(cell.bbox, bbox)
  const row = table.rows.find(({ cells }) => Object.values(cells).some(isThere))
  if (!row) return []
  const codes = table.columns.filter(({ type, key }) => type === 'code' && key !== 'unit_code')
  if (what === 'code') return codes.map(({ id }) => cellKey(row.id, id))
  return table.rows.flatMap(({ id, cells }) =>
    Object.entries(cells).flatMap(([column, cell]) => (isThere(cell) ? [cellKey(id, column)] : [])),
  )
}

function isOf(issue: Issue, { read, place }: Correction): boolean {
  const { code, page, bbox, identity } = issue
  const isSame = place.identity === undefined || place.identity === identity
  if (code !== read || page !== place.page || !isSame) return false
  return bbox === null || place.bbox === null ? bbox === place.bbox : isNear(bbox, place.bbox)
}
