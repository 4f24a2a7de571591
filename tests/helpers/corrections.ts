/** Corrections for tests, made of what a test is about. */
import type { Correction, CorrectionsFile, Place } from '../../schemas/corrections.js'
import type { BudgetDocument, BudgetTable } from '../../schemas/document.js'

/** The place of a table, of a row of it, of a cell. */
export function placeOf(table: BudgetTable, row?: string, column?: string): Place {
  const found = table.rows.find(({ id }) => id === row)
  const cell = column === undefined ? Object.values(found?.cells ?? {})[0] : found?.cells[column]
  return {
    page: cell?.page ?? table.pages[0],
    bbox: cell?.bbox ?? null,
    table: table.title,
    row: found?.label ?? null,
    column: table.columns.find(({ id }) => id === column)?.path ?? null,
  }
}

export function corrected(given: Partial<Correction> & Pick<Correction, 'what'>): Correction {
  const signed = { why: 'as printed', who: '甲', when: '2026-01-31T08:00:00Z' }
  return { ...signed, ...given } as Correction
}

export function fileOf(
  { source: { sha256 } }: Pick<BudgetDocument, 'source'>,
  ...corrections: Correction[]
): CorrectionsFile {
  return { schema: 'kemu/corrections@1', sha256, corrections }
}
