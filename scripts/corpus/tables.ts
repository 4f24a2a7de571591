import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { BudgetDocument, BudgetTable } from '../../schemas/document.js'
import { kindsWith } from '../../schemas/traits.js'
import type { Tally } from './tally.js'

export interface ListedTable {
  file: string
  report: string
  kind: string
  first: number
  last: number
  unit: string
  title: string
}

const FORMS = new Set<string>(kindsWith(({ form }) => form !== null))

/** Forms are not read as rows: nothing of them is counted. */
export function isForm(kind: string): boolean {
  return FORMS.has(kind)
}

/** Files one folder below the corpus, as `region/name`. */
export function listedFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) =>
      readdirSync(path.join(folder, entry.name)).map((name) => `${entry.name}/${name}`),
    )
    .toSorted()
}

/** Counts the listed tables, forms aside, that were read with their kind and pages; notes the rest. */
export function matchTables(
  file: string,
  listed: ListedTable[],
  document: BudgetDocument,
  tally: Tally,
): string[] {
  const notes: string[] = []
  const used = new Set<BudgetTable>()
  for (const table of listed.filter(({ kind }) => !isForm(kind))) {
    tally.listed += 1
    const candidates = document.tables.filter(
      (read) => !used.has(read) && read.kind === table.kind && overlaps(read, table),
    )
    const exact = candidates.find(
      (read) => read.pages[0] === table.first && read.pages.at(-1) === table.last,
    )
    const found = exact ?? candidates[0]
    if (found) used.add(found)
    if (found) tally.kindRight += 1
    if (exact) tally.pagesRight += 1
    else {
      const there = document.tables
        .filter((read) => overlaps(read, table))
        .map((read) => `${read.kind}[${read.pages}]"${read.title}"`)
      notes.push(
        `TABLE ${file} ${table.kind} ${table.first}-${table.last} "${table.title}": read ${there.join('; ') || 'nothing'}`,
      )
    }
    if (found && table.unit && found.unit !== table.unit)
      notes.push(`UNIT ${file} ${table.kind} ${table.first}: ${found.unit} for ${table.unit}`)
  }
  for (const read of document.tables) {
    if (!used.has(read) && read.kind !== 'unrecognized' && !isForm(read.kind)) {
      notes.push(`EXTRA ${file} ${read.kind}[${read.pages}] "${read.title}"`)
    }
  }
  return notes
}

function overlaps(read: BudgetTable, table: ListedTable): boolean {
  return read.pages.some((page) => page >= table.first && page <= table.last)
}
