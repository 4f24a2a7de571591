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

export function readTarget({ text, sign, unit, name }: TargetCells): Target {
  const printed = /^[-—/无]*$/.test(unit.trim()) ? null : unit.trim()
  const qualitative = QUALITATIVE.test(fold(sign))
  const { operator, rest } = takeSign(text.trim())
  const column = operatorOf(sign)
  const plain = { operator: qualitative ? null : (operator ?? column), value: rest, unit: printed }
  if (qualitative) return { operator: null, value: text.trim(), unit: printed }
  const quantity = quantityOf(rest) ?? null
  if (quantity === null) return fromWords(text.trim(), printed, column) ?? plain
  return {
    operator: operator ?? column,
    value: quantity.value,
    unit: quantity.unit ?? printed ?? unitOfName(name),
  }
}

/** Of a sign column: ≥, or 大于等于. */
function operatorOf(sign: string): Operator | null {
  const { operator } = takeSign(sign.trim())
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

/** [number][unit] and nothing else; a date, a range and two quantities are none. */
function quantityOf(text: string): { value: string; unit: string | null } | null {
  const match = NUMBER.exec(fold(text))
  if (!match) return null
  const value = match[1].replaceAll(',', '').replace(/^\+/, '')
  const unit = match[2].replace(/^\(([^()]+)\)$/, '$1').replace(/[。.;；,、]$/, '')
  if (unit === '') return { value, unit: null }
  if (!UNIT.test(unit) || NO_UNIT.test(unit)) return null
  if (/^(?:19|20)\d\d$/.test(value) && unit.startsWith('年')) return null
  return { value, unit }
}

/** 不低于50%: words that say a sign, and a quantity behind them. */
function fromWords(text: string, unit: string | null, column: Operator | null): Target | null {
  const folded = fold(text)
  const word = SIGN_WORDS.find(([pattern]) => pattern.test(folded))
  if (!word) return null
  const quantity = quantityOf(folded.replace(word[0], ''))
  return (
    quantity && { operator: column ?? word[1], value: quantity.value, unit: quantity.unit ?? unit }
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
