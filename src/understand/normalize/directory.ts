/** The departments and units that a document names: in the columns of its units, and as owners of its tables. */
import { isPublishedName } from '../../../schemas/codes.js'
import { STANDING_WORDS } from '../../../schemas/row-words.js'
import type { RecognizedTable } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { ownerOf } from './owner.js'
import { isSumLabel } from './role.js'
import { splitUnitCode } from './unit.js'

/** Names of units, each in the form of `unitKey`. */
export type Directory = ReadonlySet<string>

/** Names shorter than this, in characters, are as likely units of measure: 台, 平方米. */
const SHORTEST = 4

export function directoryOf(tables: readonly RecognizedTable[]): Directory {
  const found = new Set<string>()
  for (const { raw, groups } of tables) {
    const columns = groups.flat().filter(({ key }) => key === 'unit_name')
    const names = raw.rows.flatMap(({ cells }) =>
      columns.map(({ index }) => cells[index]?.text ?? ''),
    )
    for (const name of [...names, ownerOf(raw.ownerLine) ?? '']) {
      const bare = unitKey(splitUnitCode(name).name)
      if (bare.length >= SHORTEST && !isSumLabel(bare) && !isPublishedName(bare)) found.add(bare)
    }
  }
  return found
}

/** One form for a department and its own office: 某市某局（本级） is 某市某局 where rows are told from one another. */
export function unitKey(name: string): string {
  return fold(name).replace(STANDING_WORDS, '')
}

/** A department's own office holds no other unit. */
export function isOwnOffice(name: string): boolean {
  return /\(?(?:本级|机关|本部)\)?$/.test(fold(name))
}
