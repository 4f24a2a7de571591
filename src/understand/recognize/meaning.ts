/** Header cells -> what they mean, by the vocabulary: a wording never seen, made of known terms, is understood. */
import type { ColumnKey } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import {
  ECONOMIC_TERMS,
  type Figures,
  keyByEnding,
  LEVEL_WORDS,
  REMARK_TERMS,
  TERMS,
  type Term,
} from '../../../schemas/vocabulary.js'

export interface HeaderMeaning {
  atoms: string[]
  key: ColumnKey | null
  type: 'percent' | 'count' | 'text' | 'serial' | null
  /** How surely it heads figures; null where it says nothing of them. */
  figures: Figures | null
  /** Words that no term covers. */
  unknown: string
  year: number | null
  /** Of figures planned and carried out, where the header says which. */
  phase: 'budgeted' | 'executed' | null
}

const EXACT = new Map<string, Term>()
for (const term of [...ECONOMIC_TERMS, ...REMARK_TERMS, ...TERMS])
  for (const word of term.words) EXACT.set(fold(word).replaceAll('"', ''), term)
const LONGEST = Math.max(...[...EXACT.keys()].map((word) => word.length))

/** What a figure is counted in, behind its header: it says that figures stand below, and nothing more. */
const MONEY_UNIT = /\((?:单位:?)?[千万亿]?元\)$/

export function readHeader(text: string): HeaderMeaning {
  const folded = fold(text).replaceAll('"', '')
  const year = /((?:19|20)\d\d)年?度?/.exec(folded)
  let rest = folded
    .replace(/(?:19|20)\d\d年?度?/g, '')
    .replace(/^其中[:：]?/, '')
    .replace(MONEY_UNIT, '')
  const priced = MONEY_UNIT.test(folded) || (year !== null && rest === '')
  const meaning: HeaderMeaning = {
    atoms: [],
    key: null,
    type: null,
    figures: priced ? 'sure' : null,
    unknown: '',
    year: year ? Number(year[1]) : null,
    phase: phaseOf(folded),
  }
  const whole = EXACT.get(rest)
  if (whole)
    return {
      ...meaning,
      atoms: whole.atom ? [whole.atom] : [],
      key: whole.key ?? null,
      type: whole.type ?? null,
      figures: surer(meaning.figures, whole.figures ?? null),
    }
  const key = keyByEnding(rest)
  if (key !== null) return { ...meaning, key }
  if (!EXACT.has(rest)) rest = rest.replace(LEVEL_WORDS, '')
  while (rest !== '') {
    const term = longestPrefix(rest)
    if (term) {
      // Part of a longer text is never a key: 项目支出明细 is no 项目 column.
      if (term.value.atom) meaning.atoms.push(term.value.atom)
      rest = rest.slice(term.length)
      meaning.type = typeOfPart(term.value, rest) ?? meaning.type
      meaning.figures = surer(meaning.figures, term.value.figures ?? null)
    } else {
      if (!/[:,、()[\]和与及的]/.test(rest[0])) meaning.unknown += rest[0]
      rest = rest.slice(1)
    }
  }
  return meaning
}

/** A share or a number wherever it is said; a remark only by the word that ends the header: 增减情况说明. */
function typeOfPart({ type }: Term, rest: string): HeaderMeaning['type'] {
  if (type === 'percent' || type === 'count') return type
  return type === 'text' && rest === '' ? type : null
}

function surer(a: Figures | null, b: Figures | null): Figures | null {
  return a === 'sure' || b === 'sure' ? 'sure' : (a ?? b)
}

function longestPrefix(text: string): { value: Term; length: number } | null {
  for (let length = Math.min(LONGEST, text.length); length > 0; length--) {
    const value = EXACT.get(text.slice(0, length))
    if (value && (length > 1 || value.key === undefined)) return { value, length }
  }
  return null
}

/** 预算数 and 决算数, by the word that ends a cell: 一般公共预算 is the name of a fund. */
function phaseOf(text: string): HeaderMeaning['phase'] {
  if (/(?:决算数?|执行数|完成数)$/.test(text)) return 'executed'
  return /预算数$/.test(text) ? 'budgeted' : null
}

/** The meaning of a whole header path, outermost first. */
export function readPath(path: readonly string[]): HeaderMeaning {
  const parts = path.map(readHeader)
  const leaf = parts.at(-1)
  const key = keyOfPath(path, parts)
  return {
    atoms: [...new Set(parts.flatMap((part) => part.atoms))],
    key,
    type: parts.map(({ type }) => type).findLast(isMeasure) ?? leaf?.type ?? null,
    figures: parts.map((part) => part.figures).reduce(surer, null),
    unknown: parts.map((part) => part.unknown).join(''),
    year: parts.map((part) => part.year).findLast((year) => year !== null) ?? null,
    phase: parts.map((part) => part.phase).find((phase) => phase !== null) ?? null,
  }
}

/**
 * What the innermost header says; a bare 编码 or 名称 below a head of units is the unit's, and 合计 below
 * a key is the label of the total row, which shares a line with the header (putuo/财政局2024 决算 p9).
 */
function keyOfPath(path: readonly string[], parts: readonly HeaderMeaning[]): ColumnKey | null {
  const key = parts.at(-1)?.key ?? null
  const above = parts.slice(0, -1)
  const isTotal = parts.at(-1)?.atoms.join() === 'total'
  if (key === null) return isTotal ? (above.at(-1)?.key ?? null) : null
  const ofUnits = above.some((part) => part.key === 'unit_name')
  const [leaf] = path.slice(-1)
  if (ofUnits && key === 'code' && BARE_CODE.test(fold(leaf))) return 'unit_code'
  return ofUnits && key === 'name' && BARE_NAME.test(fold(leaf)) ? 'unit_name' : key
}

const BARE_CODE = /^(?:编码|代码|编号)$/
const BARE_NAME = /^名称$/

/** A share or a number is one for all that the header divides it into. */
function isMeasure(type: HeaderMeaning['type']): boolean {
  return type === 'percent' || type === 'count'
}
