/** The page and the reading, side by side: what is chosen on one is lit on both. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Check } from '../../../../schemas/document.js'
import type { Desk } from '../correct/desk.js'
import { EditPanel } from '../correct/edit-panel.js'
import { SaidList } from '../correct/said-list.js'
import { useEditing } from '../correct/use-editing.js'
import { useSettings } from '../ui/settings.js'
import { ChecksPanel } from './checks-panel.js'
import { FindingsBar } from './findings-bar.js'
import { Help } from './help.js'
import { neighbour, useKeys } from './keys.js'
import { litBy } from './lit.js'
import { gridOf, type Model } from './model.js'
import { type PdfControl, PdfPane } from './pdf-pane.js'
import type { Opening } from './pdf-viewer.js'
import { sectionOf } from './place.js'
import { ReadingPane } from './reading-pane.js'
import { SectionPicker } from './section-picker.js'
import { TopBar } from './top-bar.js'
import { useFindings } from './use-findings.js'
import { usePlace } from './use-place.js'

interface Props {
  file: string
  model: Model
  opening: Opening
  /** Null where nothing takes corrections. */
  desk: Desk | null
}

export function Viewer({ file, model, opening, desk }: Props) {
  const { words } = useSettings()
  const [check, setCheck] = useState<Check | null>(null)
  const [place, setPlace] = usePlace((next) => setCheck(failureAt(model, next)))
  const [showsBoxes, setShowsBoxes] = useState(false)
  const [isHelped, setIsHelped] = useState(false)
  const [side, setSide] = useState<'page' | 'reading'>('reading')
  const [section, setSection] = useState(model.sections[0] ?? '')
  const control = useRef<PdfControl>(null)
  const findings = useFindings(model, (next, failing) => {
    setPlace(next)
    setCheck(failing)
  })
  useEffect(() => {
    const next = place === null ? null : sectionOf(place)
    if (next !== null && model.sections.includes(next)) setSection(next)
  }, [place])

  // What an identity came to in another reading is not lit in this one.
  useEffect(() => setCheck(failureAt(model, place)), [model])

  const checks = place === null ? [] : model.checksOf(place)
  const choose = (next: string | null) => {
    setPlace(next)
    setCheck(failureAt(model, next))
  }
  const grid = useMemo(() => gridOf(model, section), [model, section])
  const lit = useMemo(() => litBy(model, place, check), [model, place, check])
  const goSection = (by: 1 | -1) => {
    const next = model.sections[model.sections.indexOf(section) + by]
    if (next !== undefined) goTo(next)
  }
  const goTo = (next: string) => {
    setSection(next)
    choose(/^[tp]/.test(next) ? next : (gridOf(model, next)[0]?.[0] ?? null))
  }
  const copy = useCopy()
  const editing = useEditing({ model, place, findings, desk })
  useKeys({
    finding: findings.step,
    section: goSection,
    move: (lines, columns) => {
      const next = neighbour(grid, place, lines, columns)
      if (next !== null) choose(next)
    },
    zoom: (by) => control.current?.zoom(by),
    boxes: () => setShowsBoxes(!showsBoxes),
    copy: () => copy.now(file, place),
    help: () => setIsHelped(true),
    correct: () => editing.open?.(),
    leave: () => (editing.isOpen ? editing.close() : choose(null)),
  })
  const shownChecks = check && !checks.includes(check) ? [check, ...checks] : checks
  return (
    <div class={`viewer shows-${side}`}>
      <TopBar
        document={model.document}
        showsBoxes={showsBoxes}
        isCopied={copy.isDone}
        turnBoxes={() => setShowsBoxes(!showsBoxes)}
        copy={() => copy.now(file, place)}
        help={() => setIsHelped(true)}
        zoom={(by) => control.current?.zoom(by)}
        correct={desk ? editing.open : undefined}
      />
      <FindingsBar {...findings} issues={model.document.issues} />
      <div class="sides">
        <button type="button" aria-pressed={side === 'page'} onClick={() => setSide('page')}>
          {words.page}
        </button>
        <button type="button" aria-pressed={side === 'reading'} onClick={() => setSide('reading')}>
          {words.reading}
        </button>
      </div>
      <main>
        <section class="side page" aria-label={words.asPublished}>
          <PdfPane {...{ opening, model, place, lit, section, showsBoxes, choose, control }} />
        </section>
        <section class="side reading" aria-label={words.asRead}>
          {section !== '' && <SectionPicker model={model} section={section} go={goTo} />}
          {desk && <SaidList document={model.document} at={editing.said} {...{ desk, choose }} />}
          <ReadingPane {...{ model, section, place, lit, choose }} said={editing.said} />
          <EditPanel {...{ editing, desk }} sha256={model.document.source.sha256} />
          {!editing.isOpen && (shownChecks.length > 0 || isFigure(model, place)) && (
            <ChecksPanel
              {...{ model, choose }}
              checks={shownChecks}
              shown={check}
              show={setCheck}
            />
          )}
        </section>
      </main>
      {isHelped && <Help close={() => setIsHelped(false)} />}
    </div>
  )
}

/** The identity that is lit with a figure. */
function failureAt({ checksOf }: Model, place: string | null): Check | null {
  const [worst] = place === null ? [] : checksOf(place)
  return worst?.outcome === 'fails' ? worst : null
}

/** Of a name, a row or a table nobody expects an identity. */
function isFigure({ marks }: Model, place: string | null): boolean {
  return place !== null && ['cell', 'fact'].includes(marks.get(place)?.[0].kind ?? '')
}

/** The link of what is lit, for a message or a note: no host, no token. */
function useCopy() {
  const [isDone, setIsDone] = useState(false)
  const now = (file: string, place: string | null) => {
    navigator.clipboard.writeText(place === null ? file : `${file}#${place}`).then(
      () => {
        setIsDone(true)
        setTimeout(() => setIsDone(false), 1500)
      },
      () => {},
    )
  }
  return { isDone, now }
}
