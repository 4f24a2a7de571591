/** Finds documents: each word of a search in what a document is known by, and each filter. */
import type { Listed } from '../../listing.js'

export interface Criteria {
  q: string
  region: string
  year: string
  kind: string
  status: string
  finding: string
}

export const FILTERS = ['region', 'year', 'kind', 'status', 'finding'] as const
export type Filter = (typeof FILTERS)[number]

export const NO_CRITERIA: Criteria = {
  ...{ q: '', region: '', year: '', kind: '', status: '', finding: '' },
}

/** A document with what it is searched by: made once, since a search goes through all of them at each key. */
export interface Findable {
  entry: Listed
  text: string
  values: Record<Filter, readonly string[]>
}

export function findable(entry: Listed): Findable {
  const { file, owner, year, findings } = entry
  return {
    entry,
    text: [file, owner, year, ...findings].join('\n').toLowerCase(),
    values: {
      region: foldersOf(file),
      year: year === null ? [] : [String(year)],
      kind: entry.kind === null ? [] : [entry.kind],
      status: [entry.status],
      finding: findings,
    },
  }
}

/** Every folder that it is in, the outermost first. */
function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1)
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
}

export function search(all: readonly Findable[], criteria: Criteria): Listed[] {
  const words = criteria.q.toLowerCase().split(/\s+/).filter(Boolean)
  const wanted = FILTERS.filter((filter) => criteria[filter] !== '')
  const found: Listed[] = []
  for (const { entry, text, values } of all) {
    const isLike = wanted.every((filter) => values[filter].includes(criteria[filter]))
    if (isLike && words.every((word) => text.includes(word))) found.push(entry)
  }
  return found
}

/** What each filter can be set to, with how many documents are so. */
export function choicesOf(all: readonly Findable[]): Record<Filter, [string, number][]> {
  const choices = FILTERS.map((filter) => {
    const counts = new Map<string, number>()
    for (const { values } of all)
      for (const value of values[filter]) counts.set(value, (counts.get(value) ?? 0) + 1)
    return [filter, [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))] as const
  })
  return Object.fromEntries(choices) as unknown as Record<Filter, [string, number][]>
}
