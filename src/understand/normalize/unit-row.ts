/** The unit that a row names, whichever of its cells does: a unit's column, the codes' or the names'. */
import { isPublishedName } from '../../../schemas/codes.js'
import { fold } from '../../../schemas/text.js'
import { type Directory, unitKey } from './directory.js'
import { CODE_KEYS, filled, has, hasWords, type KeyText } from './keys.js'
import { squeeze } from './name.js'
import { isOrganization, isUnitCode, namesUnit, splitUnitCode } from './unit.js'

export interface NamedUnit {
  code: string | null
  /** As its own column or its own row names it; empty where nothing does. */
  name: string
  /** Whether the row is the unit's own, if no classification codes it. */
  isRow: boolean
  /** Its digits stand where a classification's would: they are no code of the row. */
  inCodes: boolean
}

const NOBODY: NamedUnit = { code: null, name: '', isRow: false, inCodes: false }

/** Names under such a head are of projects or purchases: a unit's code beside one says whose it is. */
const THING_HEAD = /项目名称|采购|品目|物品|项目内容/

/** What is known of units before a row is read. */
export interface KnownUnits {
  /** Three digits that open the codes of units in the same list. */
  departments: ReadonlySet<string>
  /** Units that the document names. */
  directory: Directory
}

/** @param name of the row, as its own columns print it */
export function unitOf(keys: readonly KeyText[], name: string, known: KnownUnits): NamedUnit {
  const coded = codedText(keys, name)
  if (coded && isUnitCode(coded.code, coded.name, known.departments))
    return { ...coded, isRow: true, inCodes: true }
  return inUnitColumns(keys, name) ?? inName(name, known.departments) ?? byName(keys, name, known)
}

/** Digits and words of a row's one filled code cell, with the name beside it. */
export function codedText(
  keys: readonly KeyText[],
  name: string,
): { code: string; name: string } | null {
  const printed = filled(keys, ...CODE_KEYS)
  if (printed.length !== 1) return null
  const { code, name: glued } = splitUnitCode(printed[0].text)
  return code === null ? null : { code, name: hasWords(glued) ? glued : squeeze(name) }
}

function inUnitColumns(keys: readonly KeyText[], name: string): NamedUnit | null {
  const [named] = filled(keys, 'unit_name')
  const coded = filled(keys, 'unit_code').find(({ text }) => /\d/.test(text))
  if (!named && !coded) return null
  const apart = splitUnitCode(coded?.text ?? '')
  const beside = splitUnitCode(named?.text ?? '')
  const things = keys.some(({ key, head }) => key === 'name' && THING_HEAD.test(head))
  const isRow = named ? name === '' : !has(keys, 'unit_name') && (!things || isOrganization(name))
  return {
    code: apart.code ?? (coded ? fold(coded.text) : beside.code),
    name: squeeze(beside.name || apart.name),
    isRow,
    inCodes: false,
  }
}

function inName(name: string, departments: ReadonlySet<string>): NamedUnit | null {
  const { code, name: own } = splitUnitCode(name)
  const isNamed = namesUnit(name) && own !== ''
  if (!isNamed && (code === null || !isUnitCode(code, own, departments))) return null
  return { code, name: squeeze(own), isRow: true, inCodes: true }
}

/** A unit's code has so many digits, a department's half of them. */
const UNIT_DIGITS = 6

/**
 * A name alone: one that the document names as a unit elsewhere, or any without a code under a
 * header that says that units stand among the names: 单位名称（科目）. A class that leaves out its code is none.
 * Its code may stand where others have that of a project: 035001 in 项目编码.
 */
function byName(keys: readonly KeyText[], name: string, { directory }: KnownUnits): NamedUnit {
  const ofUnits = keys.some(({ key, head }) => key === 'name' && /单位|部门名称/.test(head))
  const hasCodes = keys.some(({ key }) => CODE_KEYS.has(key))
  const [beside] = filled(keys, 'digits')
  const isCoded = beside?.text.length === UNIT_DIGITS && isOrganization(name)
  const isRow =
    (ofUnits && hasCodes && !isPublishedName(name)) || directory.has(unitKey(name)) || isCoded
  return { ...NOBODY, isRow, code: isRow && beside ? fold(beside.text) : null }
}
