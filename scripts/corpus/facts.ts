import { existsSync, readFileSync } from 'node:fs'
import type { BudgetDocument } from '../../schemas/document.js'
import { isForm } from './tables.js'

/** What a document is, on one line: kind of report, year, scope, owner, and the units that its core tables print. */
export function factOf({ report, tables }: BudgetDocument): string {
  const { kind, fiscalYear, scope, department } = report
  const units = new Set(
    tables
      .filter((table) => table.kind !== 'unrecognized' && !isForm(table.kind))
      .flatMap((table) => table.unit ?? '?'),
  )
  return [kind, fiscalYear, scope, department, [...units].toSorted().join('+')]
    .map((part) => part ?? '')
    .join('\t')
}

/** A hand-checked table of facts: a header, then file and fact on each line. */
export function readFacts(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n').slice(1)
  return new Map(lines.map((line) => [line.split('\t')[0], line.split('\t').slice(1).join('\t')]))
}

/** The files whose facts are not the checked ones, with both. */
export function wrongFacts(checked: Map<string, string>, read: Map<string, string>): string[] {
  return [...read]
    .filter(([file, fact]) => checked.has(file) && checked.get(file) !== fact)
    .map(([file, fact]) => `FACT ${file}: ${fact} for ${checked.get(file)}`)
}
