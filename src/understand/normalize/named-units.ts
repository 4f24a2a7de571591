/** Rows of units that nothing but their names tell: no code, no column of units. */

import { splitCode } from './code.js'
import { SAME_INDENT } from './indent.js'
import { filled, hasWords, type KeyText } from './keys.js'
import { splitLabel, squeeze } from './name.js'
import { isSumLabel } from './role.js'
import { ownName, speakerOf } from './speaker.js'
import { isOrganization } from './unit.js'

/** What a row is by its own cells: `named`, a unit by its name alone. */
export type RowSort = 'unit' | 'named' | 'code' | null

type Keys = readonly KeyText[]

export function nameOf(keys: Keys): string {
  return ownName(speakerOf(keys))
}

/**
 * The first row below the totals is a unit's where it bears the name of a body and a class follows;
 * then so is every other such row, unless it is further in than that class: a project of the item above.
 */
export function namedUnitsOf(rows: readonly Keys[], sorts: readonly RowSort[]): Set<number> {
  const isNamed = (i: number) =>
    sorts[i] !== 'unit' &&
    sorts[i] !== 'code' &&
    sorts[i + 1] === 'code' &&
    isClass(rows[i + 1]) &&
    isOrganization(squeeze(nameOf(rows[i])))
  const first = rows.findIndex((keys, i) => sorts[i] !== null || speaks(keys))
  if (first < 0 || !isNamed(first)) return new Set()
  const isUnit = (i: number) => isNamed(i) && !isFurtherIn(rows[i], rows[i + 1])
  return new Set(rows.flatMap((_, i) => (isUnit(i) ? [i] : [])))
}

function speaks(keys: Keys): boolean {
  return keys.some(({ text }) => hasWords(text) && !isSumLabel(splitLabel(text).name))
}

function isClass(keys: Keys): boolean {
  const coded = filled(keys, 'class', 'code').map(({ text }) => splitCode(text).code)
  const code = coded.find((one) => one !== null) ?? splitCode(nameOf(keys)).code
  return code?.length === 3
}

function isFurtherIn(keys: Keys, than: Keys): boolean {
  return indentOf(keys) > indentOf(than) + SAME_INDENT
}

function indentOf(keys: Keys): number {
  return speakerOf(keys)?.own.cell?.indent ?? 0
}
