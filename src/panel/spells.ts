/** Names of classification codes over the years: sights of a name -> the spell in which a code bore it. */
import { fold } from '../../schemas/text.js'

/** A code and its name as one document of one year printed it, or as the list that ships with us has it. */
export interface NameSight {
  system: string
  code: string
  name: string
  year: number
  /** null: our list, not a document of the panel. */
  document: string | null
  owner: string | null
  /** In our list: two documents agreed (grade A). */
  agreed: boolean
}

/** One name of one code: all its sights, the earliest year first. */
export interface Spell {
  system: string
  code: string
  key: string
  sights: NameSight[]
  first: number
  last: number
}

/** Names recur by the thousand; each is folded once. */
const keys = new Map<string, string>()

/** What makes two spellings one name: width, brackets, blanks and quotes do not tell names apart. */
export function nameKey(name: string): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  const key = fold(name).replace(/[()[\]、,"]/g, '')
  keys.set(name, key)
  return key
}

/** The spells of every code, by code; those of one code in the order of their years. */
export function spellsOf(sights: NameSight[]): Map<string, Spell[]> {
  const named = sights.filter(({ name }) => nameKey(name) !== '')
  const groups = groupBy(named, ({ system, code, name }) =>
    [system, code, nameKey(name)].join('\t'),
  )
  const spells = [...groups.values()].map(spellOf).toSorted(byCodeThenYear)
  return groupBy(spells, ({ system, code }) => `${system}\t${code}`)
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

function spellOf(group: NameSight[]): Spell {
  const sights = group.toSorted((a, b) => a.year - b.year || compare(a.name, b.name))
  const { system, code, name } = sights[0]
  const [first, last] = [sights[0].year, sights[sights.length - 1].year]
  return { system, code, key: nameKey(name), sights, first, last }
}

function byCodeThenYear(a: Spell, b: Spell): number {
  return (
    compare(a.system, b.system) ||
    compare(a.code, b.code) ||
    a.first - b.first ||
    a.last - b.last ||
    compare(a.key, b.key)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The spelling that most sights have; of equals, the first in the order of characters. */
export function usualName(sights: NameSight[]): string {
  const counts = new Map<string, number>()
  for (const { name } of sights) counts.set(name, (counts.get(name) ?? 0) + 1)
  const [[name]] = [...counts].toSorted((a, b) => b[1] - a[1] || compare(a[0], b[0]))
  return name
}

/** Owners as printed, each once; a document without one speaks for nobody. */
export function ownersOf(sights: NameSight[]): Set<string> {
  return new Set(sights.flatMap(({ owner }) => (owner === null ? [] : [fold(owner)])))
}

export function documentsOf(sights: NameSight[]): Set<string> {
  return new Set(sights.flatMap(({ document }) => (document === null ? [] : [document])))
}

/** One publisher's slip proves nothing: two owners say it, or our list has it from two documents. */
export function isAttested(sights: NameSight[]): boolean {
  return ownersOf(sights).size >= 2 || sights.some(({ agreed }) => agreed)
}
