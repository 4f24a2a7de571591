/** Departments and units among the rows: how their codes and names look, wherever they stand. */
import { isKnownClass, isPublishedName } from '../../../schemas/codes.js'
import { ORGANIZATION_ENDINGS } from '../../../schemas/row-words.js'
import { fold } from '../../../schemas/text.js'
import { type CodedText, nameBehind } from './code.js'

/** So many digits need no mark between them and the name: 402001云溪市林业局. Fewer may be a hotline's: 12345热线. */
const GLUED_DIGITS = 6

/** What may open a line that names a unit over its rows: 预算单位：402001 云溪市林业局. */
const LEAD = /^(?:预算|主管|编制|填报|用款)?(?:单位|部门)(?:名称|编码|代码)?[:：]\s*/

export function namesUnit(text: string): boolean {
  return LEAD.test(text.trim())
}

const UNIT = /^[[(]?(\d{3,12})(?:[\])]|(?=\D|$))([-_.:、]*)(.*)$/s

/** Unit codes: 3 then 6 digits, alone or before a name: 003001, 106_长沙市公安局, [402001]云溪市林业局. */
export function splitUnitCode(text: string): CodedText {
  const trimmed = text.trim().replace(LEAD, '')
  const none = { code: null, name: trimmed }
  const match = UNIT.exec(fold(trimmed))
  if (!match) return none
  const [, code, mark, rest] = match
  if (/^[年月日%号]/.test(rest)) return none
  const apart = mark !== '' || /^[[(【［（〔]|^\d+\s/.test(trimmed)
  if (rest !== '' && !apart && code.length < GLUED_DIGITS) return none
  return { code, name: nameBehind(trimmed, code).trim() }
}

/** Whether a name is one of a department, a unit or a public body. */
export function isOrganization(name: string): boolean {
  const bare = fold(name).replace(/(?:\([^()]*\))+$/, '')
  return bare.length > 2 && ORGANIZATION_ENDINGS.test(bare) && !isPublishedName(name)
}

/** The digits of a classification come in threes, fives, sevens and nines; a unit's rarely do. */
const AS_CODE = new Set([3, 5, 7, 9])

/**
 * Whether digits in a column of classification codes, or before a name, are a unit's: 402001.
 * A code that lost a digit looks alike, and bears the name of a classification.
 * @param departments three digits that open those of units in the same list
 */
export function isUnitCode(
  code: string,
  name: string,
  departments: ReadonlySet<string> = new Set(),
): boolean {
  if (name === '' || isPublishedName(name)) return false
  if (departments.has(code)) return true
  if (AS_CODE.has(code.length)) return !isKnownClass(code.slice(0, 3)) && isOrganization(name)
  if (code.length < GLUED_DIGITS) return false
  return !isKnownClass(code.slice(0, 3)) || isOrganization(name)
}
