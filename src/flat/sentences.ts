/** Figures of the narrative, of one measure and phase, in one unit. */
import { PHASE_OF_BASIS } from '../../schemas/prose/figures.js'
import type { Row } from '../panel/table.js'
import type { Guards } from './guard.js'
import type { Say, SentenceWish, Wish } from './options.js'
import { doubtsOf, linkOf, type Source, whoseOf } from './whose.js'

const PHASES: Readonly<Record<string, string>> = PHASE_OF_BASIS

export function* sentencesOf(
  read: Source,
  wish: Wish & SentenceWish,
  { phases, units }: Guards,
  say: Say,
): Generator<Row> {
  const { file } = read
  const measured = read.rows.narrative_facts.filter(
    (fact) =>
      fact.narrative_measure === wish.measure &&
      (wish.subject === null || fact.subject === wish.subject) &&
      (wish.unit === null || fact.printed_unit === wish.unit),
  )
  const others = new Set<string>()
  const years = new Set<number>()
  for (const fact of measured) {
    const phase = PHASES[fact.basis as string] ?? 'unstated'
    const isOwn = phase === 'budget' || phase === 'executed'
    if (wish.phase === null ? !isOwn : phase !== wish.phase) {
      others.add(phase)
      continue
    }
    if (!isOfItsYear(fact, phase)) {
      years.add(Number(fact.narrative_year))
      continue
    }
    phases.take(phase, file)
    if (fact.amount === null && fact.printed_value !== null && fact.printed_unit !== null)
      units.take(String(fact.printed_unit), file)
    yield rowOf(read, { ...fact, phase }, wish)
  }
  for (const phase of others)
    say({
      file,
      code: 'other_phase',
      message: `figures of ${phase} are left out: --phase ${phase} gives them`,
    })
  for (const year of years)
    say({
      file,
      code: 'other_year',
      message: `sentences about ${year} are left out: the document is of ${read.document.report.fiscalYear ?? 'no stated year'}`,
    })
}

/** Of the document's own year or of none that is said; last year's state is of that year, or what a change of this one is from. */
function isOfItsYear({ narrative_year, fiscal_year }: Row, phase: string): boolean {
  if (narrative_year === null || narrative_year === fiscal_year) return true
  const isLast = fiscal_year !== null && Number(narrative_year) === Number(fiscal_year) - 1
  return isLast && phase.startsWith('previous_year_')
}

function rowOf(read: Source, fact: Row, { links }: Wish): Row {
  return {
    ...whoseOf(read),
    ...fact,
    printed: fact.printed_value,
    unit: fact.printed_unit,
    doubt: doubtsOf([
      read.earlier !== null && 'other_document',
      fact.check_outcome === 'fails' && 'check_fails',
    ]),
    link: linkOf(read, fact.page as number, links),
  }
}
