/**
 * BudgetDocument -> facts: one for each printed figure of its tables, its sentences and its performance forms, with the
 * names that stand beside them. What the instance in XML and the tables in CSV both write.
 */
import type { BudgetDocument } from '../../../schemas/document.js'
import { aboutFacts, entityOf } from './about.js'
import { Contexts, type Entity, type Fact, type Period, yearPeriod } from './context.js'
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
  return {
    entity: entityOf(document),
    period: yearPeriod(document.report.fiscalYear),
    facts: [
      ...aboutFacts(document),
      ...document.tables.flatMap((table) => tableFacts(document, table, contexts)),
      ...narrativeFacts(document, contexts),
      ...performanceFacts(document, contexts),
    ],
  }
}
