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
