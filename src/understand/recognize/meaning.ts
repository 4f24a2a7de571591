/** Header cells -> what they mean, by the vocabulary: a wording never seen, made of known terms, is understood. */
import type { ColumnKey } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { ECONOMIC_TERMS, keyByEnding, TERMS, type Term } from '../../../schemas/vocabulary.js'

export interface HeaderMeaning {
  atoms: string[]
  key: ColumnKey | null
  type: 'percent' | 'count' | 'text' | null
  /** Words that no term covers. */
  unknown: string
  year: number | null
  /** Of figures planned and carried out, where the header says which. */
  phase: 'budgeted' | 'executed' | null
}

const EXACT = new Map<string, Term>()
for (const term of [...ECONOMIC_TERMS, ...TERMS])
  for (const word of term.words) EXACT.set(fold(word).replaceAll('"', ''), term)
const LONGEST = Math.max(...[...EXACT.keys()].map((word) => word.length))

export function readHeader(text: string): HeaderMeaning {
  const folded = fold(text).replaceAll('"', '')
  const year = /((?:19|20)\d\d)年?度?/.exec(folded)
  let rest = folded.replace(/(?:19|20)\d\d年?度?/g, '').replace(/^其中[:：]?/, '')
  const meaning: HeaderMeaning = {
    atoms: [],
    key: null,
    type: null,
    unknown: '',
    year: year ? Number(year[1]) : null,
    phase: phaseOf(folded),
  }
  const whole = EXACT.get(rest) ?? EXACT.get(rest.replace(/\((?:万?元|单位:?万?元)\)$/, ''))
  if (whole)
    return {
      ...meaning,
      atoms: whole.atom ? [whole.atom] : [],
      key: whole.key ?? null,
      type: whole.type ?? null,
    }
  const key = keyByEnding(rest)
  if (key !== null) return { ...meaning, key }
  while (rest !== '') {
    const term = longestPrefix(rest)
    if (term) {
      // Part of a longer text is never a key: 项目支出明细 is no 项目 column.
      if (term.value.atom) meaning.atoms.push(term.value.atom)
      if (term.value.type === 'percent' || term.value.type === 'count')
        meaning.type = term.value.type
      rest = rest.slice(term.length)
    } else {
      if (!/[:,、()[\]和与及的]/.test(rest[0])) meaning.unknown += rest[0]
      rest = rest.slice(1)
    }
  }
  return meaning
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
  const key = leaf?.key ?? null
  return {
    atoms: [...new Set(parts.flatMap((part) => part.atoms))],
    key,
    type: parts.map(({ type }) => type).findLast(isMeasure) ?? leaf?.type ?? null,
    unknown: parts.map((part) => part.unknown).join(''),
    year: parts.map((part) => part.year).findLast((year) => year !== null) ?? null,
    phase: parts.map((part) => part.phase).find((phase) => phase !== null) ?? null,
  }
}

/** A share or a number is one for all that the header divides it into. */
function isMeasure(type: HeaderMeaning['type']): boolean {
  return type === 'percent' || type === 'count'
}
