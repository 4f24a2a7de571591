/** What of a place can be put right: each with what was read, and where that stands, by content. */
import type { Correction, Place } from '../../../../schemas/corrections.js'
import type { BudgetDocument, BudgetRow, BudgetTable, Issue } from '../../../../schemas/document.js'
import { cellOf } from '../document/place.js'

export interface Subject {
  what: Correction['what']
  /** As it was read, before anybody corrected it. */
  read: string | null
  /** As it stands now. */
  now: string | null
  place: Place
}

/** @param issue the finding that is looked at, which comes first */
export function subjectsAt(
  document: BudgetDocument,
  place: string | null,
  issue: Issue | null,
): Subject[] {
  const at = place === null ? null : cellOf(place)
  const table = document.tables.find(({ id }) => id === at?.table)
  const of = table ? { table, row: at?.row ?? null, column: at?.column ?? null } : null
  return [
    ...(issue ? findingSubject(document, issue) : []),
    ...(of
      ? [...cellSubject(of), ...codeSubject(of), ...meaningSubject(of), ...tableSubjects(of)]
      : []),
  ]
}

interface At {
  table: BudgetTable
  row: string | null
  column: string | null
}

/** What nobody asks about any more, or only says what became of a correction. */
const NOT_ASKED: ReadonlySet<Issue['code']> = new Set(['corrected', 'correction_refused'])

function findingSubject({ tables }: BudgetDocument, issue: Issue): Subject[] {
  const { code, page, bbox, identity, settled } = issue
  if (page === null || NOT_ASKED.has(code)) return []
  const table = tables.find(({ id }) => id === issue.table)
  const place: Place = {
    ...{ page, bbox, table: table?.title ?? null },
    row: table?.rows.find(({ id }) => id === issue.row)?.label ?? null,
    column: table?.columns.find(({ id }) => id === issue.column)?.path ?? null,
    ...(identity !== undefined && { identity }),
  }
  return [{ what: 'finding', read: code, now: settled?.verdict ?? null, place }]
}

function cellSubject({ table, row: id, column }: At): Subject[] {
  const row = table.rows.find((each) => each.id === id)
  const cell = row?.cells[column ?? '']
  if (!row || !cell?.bbox) return []
  const path = table.columns.find((each) => each.id === column)?.path ?? null
  const { page, bbox, text, corrected } = cell
  const place = { page, bbox, table: table.title, row: row.label, column: path }
  return [{ what: 'cell', read: corrected?.from ?? text, now: text, place }]
}

/** Where a name of the row was put right too, it had another label when its code was read: its box says which it is. */
function codeSubject({ table, row: id }: At): Subject[] {
  const row = table.rows.find((each) => each.id === id)
  const printed = row && firstPrinted([row], null)
  const hasCodes = table.columns.some(({ type, key }) => type === 'code' && key !== 'unit_code')
  if (!row || !printed || !hasCodes) return []
  const isRenamed = Object.values(row.cells).some(({ corrected }) => corrected)
  const place = { ...printed, table: table.title, row: isRenamed ? null : row.label, column: null }
  return [
    { what: 'code', read: row.corrected ? row.corrected.from : row.code, now: row.code, place },
  ]
}

function meaningSubject({ table, row, column: id }: At): Subject[] {
  const column = table.columns.find((each) => each.id === id)
  const own = table.rows.filter((each) => row === null || each.id === row)
  const printed = firstPrinted(own, id) ?? firstPrinted(table.rows, id)
  if (!column || column.type === 'code' || column.type === 'name' || !printed) return []
  const { meaning, corrected, path } = column
  const place = { ...printed, table: table.title, row: null, column: path }
  return [{ what: 'meaning', read: corrected ? corrected.from : meaning, now: meaning, place }]
}

function tableSubjects({ table }: At): Subject[] {
  const { kind, owner, title, corrected, pages } = table
  const printed = firstPrinted(table.rows, null) ?? { page: pages[0], bbox: null }
  const place = { ...printed, table: title, row: null, column: null }
  return [
    { what: 'kind', read: corrected?.kind ? corrected.kind.from : kind, now: kind, place },
    { what: 'owner', read: corrected?.owner ? corrected.owner.from : owner, now: owner, place },
  ]
}

/** The first box of rows, of one column or of any. */
function firstPrinted(
  rows: readonly BudgetRow[],
  column: string | null,
): Pick<Place, 'page' | 'bbox'> | null {
  for (const { cells } of rows)
    for (const [id, { page, bbox }] of Object.entries(cells))
      if (bbox !== null && (column === null || id === column)) return { page, bbox }
  return null
}
