/** Facts of the narrative -> `narrative_facts`, each with a key of what it says. */
import type { BudgetDocument, NarrativeFact } from '../../schemas/document.js'
import { moneyUnit } from '../../schemas/prose/figures.js'
import { Occurrences } from './keys.js'
import type { Row } from './table.js'
import { fits, yuanOrNull } from './value.js'

export interface NarrativeRows {
  rows: Row[]
  /** By the ids of the JSON. */
  keys: ReadonlyMap<string, string>
}

export function narrativeRows(
  { facts }: BudgetDocument,
  shared: { document_id: string; fiscal_year: number | null; collection: string | null },
): NarrativeRows {
  const seen = new Occurrences()
  const { document_id, fiscal_year, collection } = shared
  const keys = new Map<string, string>()
  const rows = facts.map((fact) => {
    const narrative_id = seen.distinct(document_id, ...identity(fact))
    keys.set(fact.id, narrative_id)
    return { narrative_id, document_id, fiscal_year, collection, ...factRow(fact) }
  })
  return { rows, keys }
}

function identity(fact: NarrativeFact) {
  const { subject, qualifier, fund, measure, period, basis, value, unit, direction, text } = fact
  return [subject, qualifier, fund, measure, period, basis, value, unit, direction, text]
}

function factRow(fact: NarrativeFact): Row {
  const [x0, top, x1, bottom] = fact.bbox ?? [null, null, null, null]
  return {
    subject: fact.subject,
    qualifier: fact.qualifier,
    fund: fact.fund,
    narrative_measure: fact.measure,
    narrative_year: fact.period,
    basis: fact.basis,
    change_direction: fact.direction,
    amount: yuanOrNull(fact.value, moneyUnit(fact)),
    printed_value: fact.value !== null && fits(fact.value) ? fact.value : null,
    printed_unit: fact.unit,
    clause: fact.text,
    page: fact.page,
    ...{ x0, top, x1, bottom },
    json_fact: fact.id,
  }
}
