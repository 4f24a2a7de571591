/** What was read: a table, the sentences, or a record; a click on a part of it chooses it. */
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { SaidAt } from '../correct/found.js'
import { useSettings } from '../ui/settings.js'
import { useClicks } from '../ui/use-clicks.js'
import { type Lit, light } from './lit.js'
import type { Model } from './model.js'
import { NarrativeView } from './narrative-view.js'
import { FACTS, sectionOf } from './place.js'
import { RecordView } from './record-view.js'
import { TableView } from './table-view.js'

interface Props {
  model: Model
  section: string
  place: string | null
  lit: Lit
  choose: (place: string) => void
  said: SaidAt
}

export function ReadingPane({ model, section, place, lit, choose, said }: Props) {
  const { lang } = useSettings()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current) return
    light(box.current, lit, place)
    reveal(box.current, place)
  }, [model, said, section, place, lit, lang])
  // What opens below takes room: what was chosen stays in sight.
  useEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(() => reveal(element, place))
    watch.observe(element)
    return () => watch.disconnect()
  }, [place])
  useClicks(box, ({ target }) => {
    const key = (target as Element).closest<HTMLElement>('[data-key]')?.dataset.key
    if (key) choose(key)
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <div class="reading-scroll" ref={box} tabIndex={0}>
      <Section model={model} section={section} said={said} />
    </div>
  )
}

/** Pixels between what was chosen and the edge, where it had to be brought into sight. */
const BESIDE = 60

/** Below the head, which stays, and above what opens below; in the middle, where it was out of sight. */
function reveal(box: Element, place: string | null): void {
  const chosen = place && box.querySelector(`[data-key="${CSS.escape(place)}"]`)
  if (!chosen) return
  const [at, room] = [chosen.getBoundingClientRect(), box.getBoundingClientRect()]
  if (!chosen.closest('thead')) {
    const top = room.top + (box.querySelector('thead')?.clientHeight ?? 0)
    if (at.top < top || at.bottom > room.bottom)
      box.scrollTop += at.top - (top + room.bottom - at.height) / 2
  }
  if (at.left < room.left) box.scrollLeft += at.left - room.left - BESIDE
  else if (at.right > room.right) box.scrollLeft += at.right - room.right + BESIDE
}

function Section({ model, section, said }: Pick<Props, 'model' | 'section' | 'said'>) {
  const { words } = useSettings()
  const { tables, facts, performance } = model.document
  const table = tables.find(({ id }) => id === section)
  const failing = useMemo(() => failingFigures(model, section), [model, section])
  if (table) return <TableView table={table} failing={failing} said={said} />
  if (section === FACTS) return <NarrativeView facts={facts} failing={failing} />
  const record = performance.find(({ id }) => id === section)
  return record ? <RecordView record={record} /> : <p>{words.noDocument}</p>
}

function failingFigures({ marks }: Model, section: string): ReadonlySet<string> {
  const failing = [...marks].filter(
    ([key, [{ flags }]]) => sectionOf(key) === section && flags.includes('fails'),
  )
  return new Set(failing.map(([key]) => key))
}
