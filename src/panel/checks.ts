/** Checks -> `checks` and `check_terms`, and the worst outcome by fact. */
import { sumOf } from '../../schemas/check.js'
import type { Check, Term } from '../../schemas/document.js'
import type { Message } from '../../schemas/findings.js'
import { OUTCOMES } from '../../schemas/panel/values.js'
import { Occurrences } from './keys.js'
import type { Row } from './table.js'
import { type CheckUnit, figureIn } from './units.js'

export interface CheckRows {
  checks: Row[]
  terms: Row[]
  /** By fact_id or narrative_id. */
  worst: ReadonlyMap<string, Check['outcome']>
}

export interface Facts {
  document: string
  tables: ReadonlyMap<string, { key: string }>
  /** Finds the fact of a table, row and column of the JSON. */
  factOf: (term: Term) => string | null
  /** Finds the figure of the narrative. */
  narrativeOf: (term: Term) => string | null
  /** What both sides are in. */
  unitOf: (check: Check) => CheckUnit
  /** What a check says. */
  say: (check: Check) => Message
}

export function checkRows(facts: Facts, found: readonly Check[]): CheckRows {
  const checks: Row[] = []
  const terms: Row[] = []
  const worst = new Map<string, Check['outcome']>()
  const seen = new Occurrences()
  for (const check of found) {
    const ends = [check.left, ...check.right]
    const ids = ends.map((term) => facts.factOf(term) ?? facts.narrativeOf(term))
    const id = seen.distinct(facts.document, check.identity, ...ids)
    checks.push({ check_id: id, ...checkRow(facts, check) })
    terms.push(...ends.map((term, i) => ({ check_id: id, ...termRow(facts, term, i) })))
    for (const fact of ids) if (fact !== null) worsen(worst, fact, check.outcome)
  }
  return { checks, terms, worst }
}

function worsen(
  worst: Map<string, Check['outcome']>,
  fact: string,
  outcome: Check['outcome'],
): void {
  const before = worst.get(fact)
  if (before === undefined || OUTCOMES.indexOf(outcome) > OUTCOMES.indexOf(before))
    worst.set(fact, outcome)
}

function checkRow({ document, tables, say, unitOf }: Facts, check: Check): Row {
  const table = tables.get(check.left.table ?? '')
  const unit = unitOf(check)
  const { zh, en } = say(check)
  return {
    document_id: document,
    table_id: table?.key ?? null,
    between_tables: check.right.some((term) => term.table !== check.left.table),
    rule: check.rule,
    identity: check.identity,
    identity_zh: zh,
    identity_en: en,
    left_amount: figureIn(check.left.value, unit),
    right_amount: figureIn(sumOf(check.right).toFixed(), unit),
    difference: figureIn(check.difference, unit),
    tolerance: figureIn(check.tolerance, unit),
    unit: unit.said,
    parts: check.right.length,
    outcome: check.outcome,
    reading: check.reading ?? null,
    attribution: check.attribution ?? null,
  }
}

/** @param i 0 of the left side, then from 1 on the right */
function termRow({ factOf, narrativeOf }: Facts, term: Term, i: number): Row {
  return {
    side: i === 0 ? 'left' : 'right',
    position: i === 0 ? 1 : i,
    fact_id: factOf(term),
    narrative_id: narrativeOf(term),
    label: term.label,
  }
}
