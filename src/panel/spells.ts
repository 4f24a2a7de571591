/** Names of classification codes over the years: sights of a name -> the spell in which a code bore it. */
import { fold } from '../../schemas/text.js'

/** A document of one year, or our list: where a name was seen. */
export interface Sight {
  year: number
  /** null: our list, not a document of the panel. */
  document: string | null
  /** Folded; null: a document without one speaks for nobody. */
  owner: string | null
  /** In our list: two documents agreed (grade A). */
  agreed: boolean
}

/** A code and its name as printed, with all its sights. */
export interface Name {
  system: string
  code: string
  name: string
  sights: readonly Sight[]
}

/** One name of one code, in all its spellings. */
export interface Spell {
  system: string
  code: string
  key: string
  names: readonly Name[]
  /** How many sights. */
  count: number
  first: number
  last: number
}

/** What makes two spellings one name: width, brackets, blanks and quotes do not tell names apart. */
export function nameKey(name: string): string {
  return fold(name).replace(/[()[\]、,"]/g, '')
}

/** The spells of every code, by code; those of one code in the order of their years. */
export function spellsOf(names: readonly Name[]): Map<string, Spell[]> {
  const keyed = names.map((name) => ({ name, key: nameKey(name.name) }))
  const groups = groupBy(
    keyed.filter(({ key }) => key !== ''),
    ({ name: { system, code }, key }) => [system, code, key].join('\t'),
  )
  const spells = [...groups.values()].map((group) =>
    spellOf(
      group[0].key,
      group.map(({ name }) => name),
    ),
  )
  return groupBy(spells.toSorted(byCodeThenYear), ({ system, code }) => `${system}\t${code}`)
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

function spellOf(key: string, names: readonly Name[]): Spell {
  let [count, first, last] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { year } of sightsOf(names)) {
    count += 1
    first = Math.min(first, year)
    last = Math.max(last, year)
  }
  return { system: names[0].system, code: names[0].code, key, names, count, first, last }
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

export function* sightsOf(names: readonly Name[]): Generator<Sight> {
  for (const { sights } of names) yield* sights
}

/** The spell's names as they were seen in some of its years, both included. */
export function seen({ names }: Spell, from: number, to: number): Name[] {
  return names.map((name) => ({
    ...name,
    sights: name.sights.filter(({ year }) => year >= from && year <= to),
  }))
}

/** The spelling that most sights have; of equals, the first in the order of characters. */
export function usualName(names: readonly Name[]): string {
  const [usual] = names.toSorted(
    (a, b) => b.sights.length - a.sights.length || compare(a.name, b.name),
  )
  return usual.name
}

/** Owners, each once. */
export function ownersOf(names: readonly Name[]): Set<string> {
  const owners = new Set<string>()
  for (const { owner } of sightsOf(names)) if (owner !== null) owners.add(owner)
  return owners
}

export function documentsOf(names: readonly Name[]): Set<string> {
  const documents = new Set<string>()
  for (const { document } of sightsOf(names)) if (document !== null) documents.add(document)
  return documents
}

/** One publisher's slip proves nothing: two owners say it, or our list has it from two documents. */
export function isAttested(names: readonly Name[]): boolean {
  let one: string | null = null
  for (const { owner, agreed } of sightsOf(names)) {
    if (agreed || (owner !== null && one !== null && owner !== one)) return true
    one ??= owner
  }
  return false
}
