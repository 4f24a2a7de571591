/**
 * Names for rows of the panel, by what they say: hashes of the document, the table, the
 * row, the column. A counter counts only what is alike in all of that, in the order of
 * the page; so nothing that is added elsewhere renumbers anything.
 */
import { hash } from 'node:crypto'
import type { BudgetRow, BudgetTable, Column } from '../../schemas/document.js'

const DIGITS = 24

export function hashOf(...parts: readonly (string | number | null | undefined)[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, DIGITS)
}

export function documentKey(sha256: string): string {
  return sha256.slice(0, 16)
}

/** Says which of those alike something is, from 1. */
export class Occurrences {
  readonly #counts = new Map<string, number>()

  next(key: string): number {
    const nth = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, nth)
    return nth
  }

  /** A key of its own for each that is alike. */
  distinct(...parts: readonly (string | number | null | undefined)[]): string {
    const key = JSON.stringify(parts)
    return hashOf(key, this.next(key))
  }
}

/** @param seen of the document's tables */
export function tableKey(document: string, table: BudgetTable, seen: Occurrences): string {
  return seen.distinct(document, table.kind, table.title, table.ordinal, table.owner)
}

/** By row id; a row is known by what stands above it too. */
export function rowKeys(table: BudgetTable): Map<string, string> {
  const keys = new Map<string, string>()
  const seen = new Occurrences()
  for (const row of table.rows) keys.set(row.id, seen.distinct(...identity(row, keys)))
  return keys
}

function identity(
  row: BudgetRow,
  keys: ReadonlyMap<string, string>,
): (string | null | undefined)[] {
  const above = row.parent === null ? null : (keys.get(row.parent) ?? null)
  const codes = [row.code, row.governmentCode, row.unitCode, row.unitName]
  return [row.panel, row.role, ...codes, row.name, above]
}

export function columnKeys(columns: readonly Column[]): Map<string, string> {
  const seen = new Occurrences()
  return new Map(columns.map(({ id, path, meaning }) => [id, seen.distinct(meaning, ...path)]))
}
