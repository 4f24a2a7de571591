/** What only all rows of a list together tell of each: which digits are departments', and whether units hold its rows or are parts of them. */
import { glueOf } from './code-cells.js'
import type { Directory } from './directory.js'
import { CODE_KEYS, filled, type KeyText } from './keys.js'
import { namedUnitsOf, nameOf, type RowSort } from './named-units.js'
import { isSumLabel } from './role.js'
import { speakerOf } from './speaker.js'
import { isUnitCode, splitUnitCode } from './unit.js'
import { codedText, type KnownUnits, unitOf } from './unit-row.js'

export interface ListFacts extends KnownUnits {
  /** Rows that name a unit by nothing but its name, above the classes of its block. */
  namedUnits: ReadonlySet<number>
  /** Units hold the rows below them; where rows of codes come first, units are their parts. */
  unitsOutside: boolean
}

export function factsOf(rows: readonly (readonly KeyText[])[], directory: Directory): ListFacts {
  const known = { departments: departmentsOf(rows), directory }
  const sorts = rows.map((keys) => sortOf(keys, known))
  const namedUnits = namedUnitsOf(rows, sorts)
  const first = sorts.findIndex((sort, i) => sort !== null || namedUnits.has(i))
  const unitsOutside = first >= 0 && sorts[first] !== 'code'
  return { ...known, namedUnits, unitsOutside }
}

function departmentsOf(rows: readonly (readonly KeyText[])[]): Set<string> {
  const departments = new Set<string>()
  for (const keys of rows) {
    const { code, name } = codedText(keys, nameOf(keys)) ?? splitUnitCode(nameOf(keys))
    if (code?.length === 6 && isUnitCode(code, name)) departments.add(code.slice(0, 3))
  }
  return departments
}

function sortOf(keys: readonly KeyText[], known: KnownUnits): RowSort {
  const name = nameOf(keys)
  if (isSumLabel(name)) return null
  const unit = unitOf(keys, name, known)
  if (unit.inCodes) return 'unit'
  if (filled(keys, ...CODE_KEYS).some(({ text }) => /\d/.test(text))) return 'code'
  if (glueOf(speakerOf(keys)).code !== null) return 'code'
  if (!unit.isRow || isSumLabel(unit.name) || `${name}${unit.name}` === '') return null
  return unit.code === null && unit.name === '' ? 'named' : 'unit'
}
