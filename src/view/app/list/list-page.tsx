/** The list of documents: searched, filtered, and sorted by what needs a person most. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { REPORT_LABELS } from '../../../../schemas/labels.js'
import type { Listed, Listing } from '../../listing.js'
import { fetchJson, listingUrl } from '../address.js'
import { findingName } from '../ui/finding-names.js'
import { SettingButtons, useSettings } from '../ui/settings.js'
import { useStatusName } from '../ui/status.js'
import { DocumentRow } from './document-row.js'
import {
  type Criteria,
  choicesOf,
  FILTERS,
  type Filter,
  type Findable,
  findable,
  NO_CRITERIA,
  search,
} from './search.js'
import { VirtualList } from './virtual-list.js'

/** Pixels of a row: two lines, and three on a phone. */
const ROW = matchMedia('(max-width: 700px)').matches ? 92 : 56

export function ListPage() {
  const { words } = useSettings()
  const [all, error] = useListing()
  const [criteria, setCriteria] = useCriteria()
  const found = useMemo(() => search(all ?? [], criteria), [all, criteria])
  useEffect(() => {
    document.title = `kemu · ${words.documents}`
  }, [words])
  return (
    <div class="list-page">
      <header>
        <h1>kemu</h1>
        <input
          type="search"
          value={criteria.q}
          placeholder={words.search}
          aria-label={words.search}
          onInput={({ currentTarget }) => setCriteria({ ...criteria, q: currentTarget.value })}
        />
        <SettingButtons />
      </header>
      {all && <Filters all={all} criteria={criteria} set={setCriteria} />}
      <main>
        <p class="sum" aria-live="polite">
          {error ?? (all ? words.of(found.length, all.length) : words.loading)}
        </p>
        {all && found.length === 0 && <p class="nothing">{words.nothing}</p>}
        <VirtualList<Listed>
          items={found}
          height={ROW}
          label={words.documents}
          keyOf={({ file }) => file}
          row={(entry) => <DocumentRow entry={entry} />}
        />
      </main>
    </div>
  )
}

function useListing(): [Findable[] | null, string | null] {
  const [all, setAll] = useState<Findable[] | null>(null)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    fetchJson<Listing>(listingUrl)
      .then(({ documents }) => setAll(documents.map(findable)))
      .catch((cause: Error) => setError(cause.message))
  }, [])
  return [all, error]
}

/** They stand in the address, so that the way back from a document leads to the same list. */
function useCriteria(): [Criteria, (criteria: Criteria) => void] {
  const [criteria, set] = useState<Criteria>(() => ({
    ...NO_CRITERIA,
    ...Object.fromEntries(new URLSearchParams(location.search)),
  }))
  const keep = (next: Criteria) => {
    const said = Object.entries(next).filter(([, value]) => value !== '')
    history.replaceState(null, '', `?${new URLSearchParams(said)}`)
    set(next)
  }
  return [criteria, keep]
}

interface FiltersProps {
  all: readonly Findable[]
  criteria: Criteria
  set: (criteria: Criteria) => void
}

function Filters({ all, criteria, set }: FiltersProps) {
  const { words } = useSettings()
  const nameOf = useNames()
  const choices = useMemo(() => choicesOf(all), [all])
  return (
    <div class="filters">
      {FILTERS.map((filter) => (
        <label key={filter}>
          {words.filters[filter]}{' '}
          <select
            value={criteria[filter]}
            onChange={({ currentTarget }) => set({ ...criteria, [filter]: currentTarget.value })}
          >
            <option value="">{words.any}</option>
            {choices[filter].map(([value, count]) => (
              <option key={value} value={value}>
                {`${nameOf(filter, value)} (${count})`}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="button" onClick={() => set(NO_CRITERIA)}>
        {words.clear}
      </button>
    </div>
  )
}

function useNames(): (filter: Filter, value: string) => string {
  const { lang } = useSettings()
  const statusName = useStatusName()
  return (filter, value) => {
    if (filter === 'status') return statusName(value)
    if (filter === 'finding') return findingName(value, lang)
    if (filter === 'kind') return REPORT_LABELS[value as keyof typeof REPORT_LABELS][lang]
    return value
  }
}
