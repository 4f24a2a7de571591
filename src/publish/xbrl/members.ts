/** Codes of the classifications as members with names: those that the lists of `schemas/codes` know. */

import { ENGLISH_CLASSES } from '../../../schemas/codes/english.js'
import { type CODE_PATTERNS, listedCodes, type PublishedName } from '../../../schemas/codes.js'
import type { Label } from '../../../schemas/labels.js'
import { CODE_LABELS } from '../../../schemas/labels.js'
import type { Named } from './names.js'

export type System = keyof typeof CODE_PATTERNS

export interface CodeMember extends Named {
  code: string
  system: System
  /** The years that it was seen in, and what else it was called. */
  says: Label
  /** The latest year whose classification is sure to have it; null for what is a region's own, or doubtful. */
  year: number | null
}

const PREFIXES: Record<System, string> = {
  functional: 'Function',
  department_economic: 'DepartmentEconomic',
  government_economic: 'GovernmentEconomic',
}

const seenZh = ({ name, years }: PublishedName) =>
  `${name}${years.length > 0 ? `（见于 ${years.join('、')} 年）` : ''}`
const seenEn = ({ name, years }: PublishedName) => `${years.join(', ')} (${name})`

/** 类, 款, 项: what is longer no national list has. */
const LONGEST = 7

function sureYear(code: string, names: readonly PublishedName[]): number | null {
  const years = names.filter(({ grade }) => grade === 'A').flatMap((name) => name.years)
  return code.length > LONGEST || years.length === 0 ? null : Math.max(...years)
}

export const CODE_MEMBERS: readonly CodeMember[] = listedCodes().map(({ system, code, names }) =>
  codeMember(system as System, code, names),
)

function codeMember(system: System, code: string, names: readonly PublishedName[]): CodeMember {
  const sorted = names.toSorted((a, b) => a.grade.localeCompare(b.grade))
  const en = ENGLISH_CLASSES[code]
  const [first] = sorted
  return {
    ...{ name: `${PREFIXES[system]}${code}`, code, system },
    zh: `${code} ${first.name}`,
    en: en ? `${code} ${en}` : `${code} (${CODE_LABELS[system].en})`,
    year: sureYear(code, sorted),
    says: {
      zh: `${CODE_LABELS[system].zh} ${code}。${sorted.map(seenZh).join('；')}。`,
      en: `${CODE_LABELS[system].en} ${code}, seen in ${sorted.map(seenEn).join('; ')}.`,
    },
  }
}

const NAMES = new Map(CODE_MEMBERS.map(({ system, code, name }) => [`${system} ${code}`, name]))

/** Null for a code that the list does not have. */
export function memberOf(system: System, code: string): string | null {
  return NAMES.get(`${system} ${code}`) ?? null
}
