/** One printed row of one list -> code, name, role and cells. */
import type { BudgetRow, Cell } from '../../../schemas/document.js'
import type { ColumnKey, ColumnRole, RawCell, RawRow } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { PART_TOTAL_WORDS, SUBTOTAL_WORDS, TOTAL_WORDS } from '../../../schemas/vocabulary.js'
import { parseAmount } from './amount.js'
import { type CodeContext, type CodedText, splitCode, splitUnitCode } from './code.js'
import { splitLabel, squeeze } from './name.js'

/** A row before its place in the hierarchy is known. */
export interface Draft {
  row: BudgetRow
  ordinal: string
  indent: number
  /** Cells whose column holds amounts and whose text is none. */
  odd: RawCell[]
  /** Digits in the code columns that make no code. */
  oddCodes: RawCell[]
  page: number
}

export interface Contexts {
  /** The unit named last: a block names it in its first row only. */
  unit: string | null
  own: CodeContext
  government: CodeContext
}

export function toDraft(raw: RawRow, group: ColumnRole[], contexts: Contexts): Draft | null {
  const cells: Record<string, Cell> = {}
  const odd: RawCell[] = []
  let printed = false
  for (const role of group) {
    if (identifies(role)) continue
    const cell = raw.cells[role.index]
    const isText = role.type === 'text' || role.type === 'name'
    if (!cell && isText) continue
    const value = isText ? null : parseAmount(cell?.text ?? '')
    if (value === undefined && cell) odd.push(cell)
    if (cell && cell.text !== '') printed = true
    cells[role.id] = {
      text: cell?.text ?? '',
      value: value ?? null,
      page: cell?.page ?? raw.page,
      bbox: cell?.box ?? null,
    }
  }
  const keys = keyTexts(raw, group)
  const spanned = spansAmounts(raw, group)
  if (spanned && !printed) return null
  if (!printed && keys.every((key) => key.text === '')) return null
  const read = identify(keys, contexts, cells)
  return { ...read, odd, oddCodes: read.row.code === null ? codeCells(keys) : [], page: raw.page }
}

/** Keys are lifted out of the cells; the government's name of a row names nothing, and is printed beside it. */
function identifies({ key }: ColumnRole): boolean {
  return key !== null && key !== 'government_name'
}

interface KeyText {
  key: ColumnKey
  text: string
  cell: RawCell | null
  /** The header says that units stand here too: 单位名称（科目）. */
  ofUnits: boolean
  /** Codes stand before the names of its column. */
  coded: boolean
}

/** Whether a label reaches over its list's amounts into the next list: there its amount stands, and there it belongs. */
function spansAmounts(raw: RawRow, group: ColumnRole[]): boolean {
  const amounts = group.filter((role) => role.type === 'amount')
  return (
    amounts.length > 0 &&
    amounts.every((role) => raw.cells[role.index] === null) &&
    group.some((role) => role.key !== null && (raw.cells[role.index]?.text ?? '') !== '')
  )
}

/** The label in a key column, or the one that reaches over it from the list before. */
function labelCell(raw: RawRow, role: ColumnRole): RawCell | null {
  const own = raw.cells[role.index]
  if (own !== null || role.key !== 'name') return own
  const before = raw.cells.slice(0, role.index).findLast((cell) => cell !== null)
  const next = raw.cells.slice(role.index + 1).find((cell) => cell !== null)
  return before && next && before.box[2] > next.box[0] - 3 ? before : null
}

function keyTexts(raw: RawRow, group: ColumnRole[]): KeyText[] {
  const keys: KeyText[] = []
  for (const role of group) {
    if (role.key === null || !identifies(role)) continue
    const cell = labelCell(raw, role)
    const ofUnits = role.key === 'name' && /单位|部门名称/.test(role.path.join(''))
    keys.push({ key: role.key, text: (cell?.text ?? '').trim(), cell, ofUnits, coded: role.coded })
  }
  return keys
}

function identify(
  keys: KeyText[],
  contexts: Contexts,
  cells: Record<string, Cell>,
): Omit<Draft, 'odd' | 'oddCodes' | 'page'> {
  const words = keys.filter(isWords)
  const units = filled(keys, 'unit_name')
  const coded = nameAndCode(filled(keys, 'name', 'period'), words)
  const labelParts = labelPartsOf(words)
  const label = labelParts.join(' ')
  const unit = units[0]
  const unitParts = splitUnitCode(unit?.text ?? '')
  const indent = words[0]?.cell?.indent ?? 0
  const code = codeOf(keys, coded.code, contexts, indent)
  const named = coded.name !== '' ? coded.name : nameFallback(keys, units)
  const { name, ordinal } = splitLabel(named)
  const glued = code === null ? GLUED_UNIT.exec(name) : null
  const printed = filled(keys, 'unit_code').find(hasDigit)?.text // 无锡 prints 合计 there
  const unitCode = printed ?? (unit && unitParts.code) ?? glued?.[1] ?? null
  const isUnit = unit
    ? coded.name === ''
    : (unitCode !== null && !has(keys, 'unit_name')) || isUnitByHeader(keys)
  const role = roleOf(name, coded.own, code, isUnit)
  return {
    row: {
      id: '',
      parent: null,
      level: 0,
      panel: null,
      role,
      kind: null,
      kindReason: 'no_total',
      code: role === 'total' ? null : code,
      ...governmentCode(keys, contexts),
      ...unitNameOf(keys, unitParts.name, contexts),
      ...(unitCode || has(keys, 'unit_code') ? { unitCode: unitCode || null } : {}),
      name: role === 'unit' ? squeeze(unitParts.name || glued?.[2] || name) : name,
      label: label || named,
      ...(labelParts.length > 1 ? { labelParts } : {}),
      cells,
    },
    ordinal,
    indent,
  }
}

function filled(keys: KeyText[], wanted: ColumnKey, other?: ColumnKey): KeyText[] {
  const found: KeyText[] = []
  for (const key of keys) {
    if ((key.key === wanted || key.key === other) && key.text !== '') found.push(key)
  }
  return found
}

function isWords({ text }: KeyText): boolean {
  return text !== '' && /\D/.test(fold(text).replace(/^\[?\d+\]?/, ''))
}

function hasDigit({ text }: KeyText): boolean {
  return /\d/.test(text)
}

/** A unit's code before its name: 348001-银川市公路管理处. No classification has codes of six digits. */
const GLUED_UNIT = /^[[(]?(\d{6}(?:\d{3})?)[\])]?[-_—. ]?(\p{Script=Han}.*)$/u

/** In a table of codes whose header says that units stand among the names, a name without a code is a unit. */
function isUnitByHeader(keys: KeyText[]): boolean {
  return keys.some(({ ofUnits }) => ofUnits) && keys.some(({ key }) => CODE_KEYS.has(key))
}

/** As printed: the row's own words; 小计 with the words of the cell that it belongs to. */
function labelPartsOf(words: KeyText[]): string[] {
  const own = words.at(-1)?.text ?? ''
  const before = words.at(-2)?.text
  return SUBTOTAL_WORDS.test(fold(own)) && before ? [before, own] : [own]
}

/** In a table that names units beside its rows, the unit of each row: its own, or that of the block. */
function unitNameOf(
  keys: KeyText[],
  own: string,
  contexts: Contexts,
): { unitName?: string | null } {
  const beside = keys.some(({ key }) => key === 'name' || key === 'period')
  if (!beside || !has(keys, 'unit_name')) return {}
  if (own !== '') contexts.unit = squeeze(own)
  return { unitName: contexts.unit }
}

/** Of several name cells the rightmost speaks for the row; 小计 speaks for the one before it. */
function nameAndCode(
  names: KeyText[],
  words: KeyText[],
): { code: string | null; name: string; own: string } {
  const own = codeAndName(names.at(-1))
  const spoken = SUBTOTAL_WORDS.test(fold(own.name)) && own.code === null ? words.at(-2) : undefined
  const speaker = spoken ? codeAndName(spoken) : own
  return { code: speaker.code, name: squeeze(speaker.name), own: fold(own.name) }
}

function codeAndName(key: KeyText | undefined): CodedText {
  if (key === undefined || !key.coded) return { code: null, name: key?.text.trim() ?? '' }
  return splitCode(key.text)
}

/** A label in another key's cell: 合计 merged over the code columns, or a unit's name. */
function nameFallback(keys: KeyText[], units: KeyText[]): string {
  const words = keys.filter(({ key, text }) => key !== 'unit_name' && /\p{Script=Han}/u.test(text))
  const text = words.at(-1)?.text ?? units.at(-1)?.text ?? ''
  return squeeze(words.length > 0 ? splitCode(text).name || text : text)
}

const CODE_KEYS = new Set<ColumnKey>(['class', 'section', 'item', 'code'])

function codeCells(keys: KeyText[]): RawCell[] {
  return keys.flatMap(({ key, text, cell }) =>
    cell && CODE_KEYS.has(key) && /^\d+$/.test(fold(text)) ? [cell] : [],
  )
}

function has(keys: KeyText[], wanted: ColumnKey): boolean {
  return keys.some(({ key }) => key === wanted)
}

function codeOf(
  keys: KeyText[],
  inName: string | null,
  contexts: Contexts,
  indent: number,
): string | null {
  const parts = contexts.own.fromParts(
    digitsOf(keys, 'class'),
    digitsOf(keys, 'section'),
    digitsOf(keys, 'item'),
  )
  if (parts !== null) return parts
  const whole = digitsOf(keys, 'code') || inName
  return whole ? contexts.own.fromWhole(whole, indent) : null
}

/** What stands under a key first, as digits; '' where nothing does. */
function digitsOf(keys: KeyText[], wanted: ColumnKey): string {
  for (const { key, text } of keys)
    if (key === wanted && text !== '') return /^\[?(\d+)\]?/.exec(fold(text))?.[1] ?? ''
  return ''
}

function governmentCode(keys: KeyText[], contexts: Contexts): { governmentCode?: string | null } {
  if (!keys.some(isGovernments)) return {}
  const whole = allDigitsOf(keys, 'government_code')
  if (whole) return { governmentCode: contexts.government.fromWhole(whole) }
  const first = allDigitsOf(keys, 'government_class')
  const second = allDigitsOf(keys, 'government_section')
  return { governmentCode: contexts.government.fromParts(first, second, '') }
}

const isGovernments = ({ key }: KeyText) => key.startsWith('government_')

function allDigitsOf(keys: KeyText[], wanted: ColumnKey): string {
  for (const { key, text } of keys) if (key === wanted) return fold(text).replace(/\D/g, '')
  return ''
}

function roleOf(
  name: string,
  own: string,
  code: string | null,
  isUnit: boolean,
): BudgetRow['role'] {
  if (SUBTOTAL_WORDS.test(own) && (code !== null || name !== own)) return 'subtotal'
  const folded = fold(name)
  if (PART_TOTAL_WORDS.test(folded)) return 'subtotal'
  if (TOTAL_WORDS.test(folded)) return 'total'
  if (SUBTOTAL_WORDS.test(folded)) return code === null ? 'total' : 'subtotal'
  if (folded === '' && code === null) return 'blank'
  return isUnit && code === null ? 'unit' : 'item'
}
