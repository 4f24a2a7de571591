/** The columns of figures of one list -> the concept, the phase and the year of each. */
import type {
  BudgetDocument,
  BudgetRow,
  BudgetTable,
  Cell,
  Column,
  Panel,
} from '../../../schemas/document.js'
import type { Measure } from '../../../schemas/measures.js'
import { phaseOf } from '../../../schemas/phase.js'
import { conceptOf, isWithin, totalConcept } from './concepts.js'
import { byHeader, type ColumnFact } from './headed.js'
import { type Laws, lawsOf } from './laws.js'
import { phaseMember } from './names.js'

export interface List {
  kind: BudgetTable['kind']
  panel: Panel | null
  columns: readonly Column[]
  rows: readonly BudgetRow[]
  hasUnit: boolean
}

/** Where no unit is stated, only the header can say what a figure is: concepts are of money. */
export function columnFacts(
  list: List,
  checks: BudgetTable['checks'],
  report: BudgetDocument['report'],
): ColumnFact[] {
  const laws = lawsOf(checks)
  const facts = list.columns.map((column): ColumnFact => {
    const isMoney = column.type === 'amount' && (list.hasUnit || column.unit !== undefined)
    const concept = isMoney ? named(column, list, laws) : null
    const fact = { column, concept: concept ?? '', ...timeOf(column, report), header: null }
    return concept === null ? byHeader(fact, list.hasUnit) : fact
  })
  return laws.bound(toldApart(facts, list), list.rows)
}

/** Below a heading that is summed, or beside a column that holds it, a part is the whole's; else it is what it is. */
function named(column: Column, { kind, panel, columns }: List, laws: Laws): string | null {
  const { id, measure } = column
  if (measure === null) return null
  if (measure === 'total') return totalConcept(kind, panel)
  const summing = columns.find((each) => each.id === laws.wholeOf(id))
  const whole = summing?.measure ?? holderOf(measure, columns)
  return conceptOf(measure, whole === 'total' ? null : whole)
}

/** The measure of a column that holds such figures as well, as a header's 其中 does. */
function holderOf(measure: Measure, columns: readonly Column[]): Measure | null {
  const holders = columns.flatMap((each) => each.measure ?? [])
  return holders.find((holder) => isWithin(measure, holder)) ?? null
}

function timeOf(
  column: Column,
  report: BudgetDocument['report'],
): Pick<ColumnFact, 'phase' | 'year'> {
  const phase = column.phase ?? phaseOf(column, report.kind)
  const before = phase.startsWith('previous_year')
  const own = report.fiscalYear
  const year = column.year ?? (own === null ? null : before ? own - 1 : own)
  return { phase: phaseMember(phase), year }
}

/** A concept that two columns of a list share tells them apart no longer where a row prints both: then headers do. */
function toldApart(facts: readonly ColumnFact[], { rows, hasUnit }: List): ColumnFact[] {
  const isTwin = (one: ColumnFact, other: ColumnFact) =>
    one !== other &&
    other.header === null &&
    one.concept === other.concept &&
    one.phase === other.phase &&
    one.year === other.year &&
    rows.some(({ cells }) => hasValue(cells[one.column.id]) && hasValue(cells[other.column.id]))
  return facts.map((fact) =>
    fact.header === null && facts.some((other) => isTwin(fact, other))
      ? byHeader(fact, hasUnit)
      : fact,
  )
}

const hasValue = (cell: Cell | undefined) => cell !== undefined && cell.value !== null
