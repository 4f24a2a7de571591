/** A target as printed -> sign, value, unit; what is no quantity stays as it is. */
import {
  NAME_UNITS,
  NO_UNIT,
  type Operator,
  QUALITATIVE,
  SIGN_WORDS,
  SIGNS,
  UNIT,
} from '../../../schemas/forms/targets.js'
import { fold } from '../../../schemas/text.js'

export interface Target {
  operator: Operator | null
  value: string
  unit: string | null
}

export interface TargetCells {
  text: string
  /** Of a sign column and of a unit column, '' where there is none. */
  sign: string
  unit: string
  /** The name may end in the unit: 安装路灯数量（盏）. */
  name: string
}

const NUMBER = /^([-+]?\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(.*)$/

export function readTarget(cells: TargetCells): Target {
  const { text, sign, unit, name } = inOrder(cells)
  const printed = /^[-—/无]*$/.test(unit) ? null : unit
  if (QUALITATIVE.test(fold(sign))) return { operator: null, value: text, unit: printed }
  const { operator: own, rest } = takeSign(bare(text))
  const operator = own ?? operatorOf(sign)
  const quantity = quantityOf(rest, own !== null)
  if (quantity === null) {
    const value = own === null ? text : rest
    return fromWords(text, printed, operator) ?? { operator, value, unit: printed }
  }
  return { operator, value: quantity.value, unit: quantity.unit ?? printed ?? unitOfName(name) }
}

/** A sign under 度量单位 and a unit under 指标值类型 have changed places: 长沙/公安局 2025 p44. */
function inOrder({ text, sign, unit, name }: TargetCells): TargetCells {
  const swapped = isSign(unit) && !isSign(sign) && !QUALITATIVE.test(fold(sign))
  const [a, b] = swapped ? [unit, sign] : [sign, unit]
  return { text: text.trim(), sign: a.trim(), unit: b.trim(), name }
}

function isSign(text: string): boolean {
  const { operator, rest } = takeSign(text.trim())
  return operator !== null && rest === ''
}

/** （≥95%）: brackets around the whole say nothing. */
function bare(text: string): string {
  return /^[(（]([^()（）]+)[)）]$/.exec(text)?.[1].trim() ?? text
}

/** Of a sign column: ≥, or 大于等于. */
function operatorOf(sign: string): Operator | null {
  const { operator } = takeSign(sign)
  return operator ?? SIGN_WORDS.find(([words]) => words.test(fold(sign)))?.[1] ?? null
}

/** The sign that a target begins with, and what follows it. */
export function takeSign(text: string): { operator: Operator | null; rest: string } {
  const folded = signFolded(text)
  const sign = SIGNS.find(([printed]) => folded.startsWith(printed))
  if (!sign) return { operator: null, rest: text }
  return { operator: sign[1], rest: folded.slice(sign[0].length).trim() }
}

/** ＞＝, ≥ and > = in one spelling; the rest of the text as printed. */
function signFolded(text: string): string {
  return text.replace(/^[\s>=<＞＜＝≥≤]+/, (signs) =>
    signs.replace(/\s+/g, '').replaceAll('＞', '>').replaceAll('＜', '<').replaceAll('＝', '='),
  )
}

/** [number][unit] and nothing else; a date, a range and two quantities are none. 日 behind a sign is a span of days. */
function quantityOf(text: string, signed: boolean): { value: string; unit: string | null } | null {
  const match = NUMBER.exec(fold(text))
  if (!match) return null
  const value = match[1].replaceAll(',', '').replace(/^\+/, '')
  const unit = match[2].replace(/^\(([^()]+)\)$/, '$1').replace(/[。.;；,、]$/, '')
  if (unit === '') return { value, unit: null }
  if (signed && unit === '日') return { value, unit }
  if (!UNIT.test(unit) || NO_UNIT.test(unit)) return null
  if (/^(?:19|20)\d\d$/.test(value) && unit.startsWith('年')) return null
  return { value, unit }
}

/** 不低于50%: words that say a sign, and a quantity behind them. */
function fromWords(text: string, unit: string | null, printed: Operator | null): Target | null {
  const folded = fold(text)
  const word = SIGN_WORDS.find(([pattern]) => pattern.test(folded))
  if (!word) return null
  const quantity = quantityOf(folded.replace(word[0], ''), true)
  return (
    quantity && { operator: printed ?? word[1], value: quantity.value, unit: quantity.unit ?? unit }
  )
}

/** @returns the unit in the brackets that end a name; null where they hold something else */
export function unitOfName(name: string): string | null {
  const inner = /\(([^()]{1,8})\)$/.exec(fold(name))?.[1]
  return inner !== undefined && isUnit(inner) ? inner : null
}

/** 元/人, 个/次, 台、套: each side a measure. */
function isUnit(text: string): boolean {
  return text.split(/[/、·]/).every((part) => NAME_UNITS.has(part))
}
