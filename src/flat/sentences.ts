/** Figures of the narrative, of one measure and phase, in one unit. */
import type { Row } from '../panel/table.js'
import type { Guards } from './guard.js'
import type { Say, SentenceWish, Wish } from './options.js'
import { doubtsOf, linkOf, type Source, whoseOf } from './whose.js'

const PHASES: Record<string, string> = {
  budget: 'budget',
  executed: 'executed',
  last_year_budget: 'previous_year_budget',
  last_year_executed: 'previous_year_executed',
}

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
  for (const fact of measured) {
    const phase = PHASES[fact.basis as string] ?? 'unstated'
    const isOwn = phase === 'budget' || phase === 'executed'
    if (wish.phase === null ? !isOwn : phase !== wish.phase) {
      others.add(phase)
      continue
    }
    phases.take(phase, file)
    if (fact.amount === null && fact.printed_unit !== null)
      units.take(String(fact.printed_unit), file)
    yield rowOf(read, { ...fact, phase }, wish)
  }
  for (const phase of others)
    say({
      file,
      code: 'other_phase',
      message: `figures of ${phase} are left out: --phase ${phase} gives them`,
    })
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
