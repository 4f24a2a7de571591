/** Which table, record or text stands on the right. */
import { useSettings } from '../ui/settings.js'
import type { Model } from './model.js'
import { FACTS } from './place.js'

interface Props {
  model: Model
  section: string
  go: (section: string) => void
}

export function SectionPicker({ model, section, go }: Props) {
  const { words } = useSettings()
  const { tables, facts, performance } = model.document
  const failing = (table: (typeof tables)[number]) =>
    table.checks.some(({ outcome }) => outcome === 'fails') ? ' ✗' : ''
  return (
    <select
      class="section-picker"
      aria-label={words.section}
      value={section}
      onChange={({ currentTarget }) => go(currentTarget.value)}
    >
      {tables.map((table, i) => (
        <option key={table.id} value={table.id}>
          {`${i + 1}. ${table.title || words.noTitle} · p${table.pages[0]}${failing(table)}`}
        </option>
      ))}
      {facts.length > 0 && <option value={FACTS}>{`${words.narrative} (${facts.length})`}</option>}
      {performance.length > 0 && (
        <optgroup label={words.records}>
          {performance.map(({ id, project, title, pages }) => (
            <option key={id} value={id}>{`${project ?? title} · p${pages[0]}`}</option>
          ))}
        </optgroup>
      )}
    </select>
  )
}
