/**
 * Classification codes with the names and years that they were published under.
 *
 * Gathered from published documents and graded: A where two documents agree, down
 * to D for a single doubtful sight. It is not the full national list: it labels a
 * code and raises a question about one, and never rejects or corrects.
 */
import departmentEconomic from './codes/department_economic.json' with { type: 'json' }
import functional from './codes/functional.json' with { type: 'json' }
import governmentEconomic from './codes/government_economic.json' with { type: 'json' }
import { fold } from './text.js'

export interface PublishedName {
  name: string
  grade: string
  years: number[]
}

/** By its first digit a code says which classification it is of; longer ones are a region's own. */
export const CODE_PATTERNS = {
  functional: '2[0-9]{2}([0-9]{2}){0,3}',
  department_economic: '3[0-9]{2}([0-9]{2}){0,2}',
  government_economic: '5[0-9]{2}([0-9]{2}){0,2}',
} as const

const SYSTEMS: Record<string, Record<string, PublishedName[]>> = {
  '2': functional,
  '3': departmentEconomic,
  '5': governmentEconomic,
}

/** The names that a code was published under, the surest first; empty for one that is not in the list. */
export function namesOf(code: string): PublishedName[] {
  return (SYSTEMS[code[0]]?.[code] ?? []).toSorted((a, b) => a.grade.localeCompare(b.grade))
}

/** Whether the list covers the system that a code belongs to. */
export function isCovered(code: string): boolean {
  return SYSTEMS[code[0]] !== undefined
}

/** The whole list. */
export function listedCodes(): { system: string; code: string; names: PublishedName[] }[] {
  const systems = {
    functional,
    department_economic: departmentEconomic,
    government_economic: governmentEconomic,
  }
  return Object.entries(systems).flatMap(
    ([system, list]: [string, Record<string, PublishedName[]>]) =>
      Object.entries(list).map(([code, names]) => ({ system, code, names })),
  )
}

/**
 * The classes of the three classifications. The list above has not seen all of them, and the
 * digits of a department or of a hotline begin otherwise: 402, 12320.
 */
const CLASSES = /^(?:20[1-9]|21\d|22\d|23[0-4]|30\d|31[0-3]|399|50\d|51[0-5]|599)$/

export function isKnownClass(code: string): boolean {
  return CLASSES.test(code)
}

/** One form for spellings of one name: 对个人和家庭补助 is 对个人和家庭的补助, 其他支出（类） is 其他支出. */
export function bareName(name: string): string {
  return fold(name)
    .replace(/\([类款项]\)$/, '')
    .replace(/[()、,"的]/g, '')
}

/** Whether the list calls a code so. */
export function isNameOf(code: string, name: string): boolean {
  const wanted = bareName(name)
  return wanted !== '' && namesOf(code).some((published) => bareName(published.name) === wanted)
}

const NAMES = new Map(
  Object.entries(SYSTEMS).map(([digit, list]) => {
    const names = Object.values(list).flat()
    return [digit, new Set(names.map(({ name }) => bareName(name)))] as const
  }),
)

/**
 * Whether any code is called so: a name of a classification is none of a unit or a project.
 * @param like a code of the one classification that is meant; any, if none is given
 */
export function isPublishedName(name: string, like?: string): boolean {
  const lists = like === undefined ? [...NAMES.values()] : [NAMES.get(like[0])]
  return lists.some((names) => names?.has(bareName(name)))
}
