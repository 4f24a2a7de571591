/** Examples as text -> a document's tables, read, reconciled and attributed as the pipeline does it. */
import type { BudgetTable, Check } from '../../schemas/document.js'
import { loadKinds } from '../../src/registry.js'
import { normalizeTable } from '../../src/understand/normalize/table.js'
import { recognizeTable } from '../../src/understand/recognize/recognize.js'
import { attribute } from '../../src/understand/reconcile/attribution.js'
import { reconcileTables } from '../../src/understand/reconcile/reconcile.js'
import { rawTable } from './example.js'

const kinds = await loadKinds()

export function reconciled(examples: readonly string[]): {
  tables: BudgetTable[]
  checks: Check[]
  all: Check[]
} {
  const read = examples.map((each, i) =>
    normalizeTable(recognizeTable(rawTable(each), kinds), i + 1),
  )
  const { tables, checks } = reconcileTables(
    read.map(({ table }) => table),
    kinds,
  )
  const found = attribute(
    tables,
    checks,
    read.flatMap(({ issues }) => issues),
  )
  return { ...found, all: [...found.tables.flatMap((table) => table.checks), ...found.checks] }
}

export function failing(examples: readonly string[]): Check[] {
  return reconciled(examples).all.filter(({ outcome }) => outcome === 'fails')
}
