/** A folder of outputs and a wish -> the rows of one flat table, document by document. */
import { FIGURES, PROJECT_MONEY, SENTENCES } from '../../schemas/flat.js'
import type { PanelTable } from '../../schemas/panel/column.js'
import type { Row } from '../panel/table.js'
import { Disclosures } from './disclosures.js'
import { documentsIn } from './documents.js'
import { figuresOf } from './figures.js'
import { type Guards, OneOfAKind } from './guard.js'
import type { Say, Wish } from './options.js'
import { projectsOf } from './projects.js'
import { sentencesOf } from './sentences.js'
import { isWanted, type Source } from './whose.js'

export function columnsOf({ of }: Wish): PanelTable['columns'] {
  return { figures: FIGURES, sentences: SENTENCES, projects: PROJECT_MONEY }[of].columns
}

/** @throws UsageError where the rows would mix what cannot stand in one column */
export function* flatRows(root: string, wish: Wish, say: Say): Generator<Row> {
  const guards = {
    phases: new OneOfAKind('phases', '--phase'),
    units: new OneOfAKind('units', '--unit'),
  }
  const disclosures = new Disclosures()
  for (const read of documentsIn(root, say)) {
    if (!isWanted(read, wish)) continue
    const earlier = disclosures.earlier(read)
    let count = 0
    for (const row of rowsOf({ ...read, earlier }, wish, guards, say)) {
      yield row
      count += 1
    }
    if (count === 0) continue
    if (earlier === null) disclosures.note(read)
    else
      say({
        file: read.file,
        code: 'other_document',
        message: `discloses the same as ${earlier}: add one`,
      })
  }
}

function rowsOf(source: Source, wish: Wish, guards: Guards, say: Say): Generator<Row> {
  if (wish.of === 'figures') return figuresOf(source, wish, guards.phases, say)
  if (wish.of === 'projects') return projectsOf(source, wish, guards.phases, say)
  return sentencesOf(source, wish, guards, say)
}
