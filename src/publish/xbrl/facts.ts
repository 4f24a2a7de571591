/**
 * BudgetDocument -> facts: one for each printed figure of its tables, its sentences and its performance forms, with the
 * names that stand beside them. What the instance in XML and the tables in CSV both write.
 */
import type { BudgetDocument } from '../../../schemas/document.js'
import { aboutFacts, entityOf, OCCURRENCES } from './about.js'
import { Contexts, type Entity, type Fact, factId, type Period, yearPeriod } from './context.js'
import { PURE } from './names.js'
import { narrativeFacts } from './narrative.js'
import { performanceFacts } from './performance.js'
import { tableFacts } from './table.js'

export interface DocumentFacts {
  entity: Entity
  /** Of what the document says of itself. */
  period: Period
  facts: Fact[]
}

export function documentFacts(document: BudgetDocument): DocumentFacts {
  const contexts = new Contexts()
  const figures = [
    ...document.tables.flatMap((table) => tableFacts(document, table, contexts)),
    ...narrativeFacts(document, contexts),
    ...performanceFacts(document, contexts),
  ]
  return {
    entity: entityOf(document),
    period: yearPeriod(document.report.fiscalYear),
    facts: [...aboutFacts(document), ...occurrenceFact(figures), ...figures],
  }
}

/** A counter is a last resort: how many figures are known by one only, the document says. */
function occurrenceFact(facts: readonly Fact[]): Fact[] {
  const counted = facts.filter(
    ({ unit, context }) => unit !== null && context?.typed.occurrence !== undefined,
  ).length
  if (counted === 0) return []
  const fact = { id: factId('document', 'occurrences'), concept: OCCURRENCES.name, context: null }
  const value = String(counted)
  return [{ ...fact, unit: PURE, decimals: 0, value, page: null, bbox: null }]
}
