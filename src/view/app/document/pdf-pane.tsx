/** The page as published, with what was read laid over it. */

import type { Ref } from 'preact'
import { useEffect, useImperativeHandle, useRef, useState } from 'preact/hooks'
import { useSettings } from '../ui/settings.js'
import { useClicks } from '../ui/use-clicks.js'
import { type Lit, light } from './lit.js'
import { type Model, marksAt } from './model.js'
import { markAt, overlayOf } from './overlay.js'
import {
  type DrawnPage,
  type NoPage,
  type Opening,
  type OpenViewer,
  openViewer,
} from './pdf-viewer.js'
import { sectionOf } from './place.js'

export interface PdfControl {
  zoom: (by: 1 | -1) => void
}

interface Props {
  opening: Opening
  model: Model
  place: string | null
  lit: Lit
  /** What the other side shows: where two were read from one box, that one is meant. */
  section: string
  showsBoxes: boolean
  choose: (place: string) => void
  control: Ref<PdfControl>
}

const ZOOM = 1.2

export function PdfPane({
  opening,
  model,
  place,
  lit,
  section,
  showsBoxes,
  choose,
  control,
}: Props) {
  const container = useRef<HTMLDivElement>(null)
  const pages = useRef(new Map<Element, DrawnPage>())
  const open = useRef<OpenViewer | null>(null)
  const now = useRef({ model, lit, place })
  now.current = { model, lit, place }
  const [failure, setFailure] = useState<NoPage | null>(null)

  const relight = () => {
    if (!container.current) return
    const { model, lit, place } = now.current
    light(container.current, lit, place)
    reveal(container.current, model, place, open.current)
  }
  const onDrawn = (page: DrawnPage) => {
    page.div.querySelector('.overlay')?.remove()
    const marks = now.current.model.byPage.get(page.number) ?? []
    const svg = overlayOf(marks, page.width, page.height)
    page.div.append(svg)
    pages.current.set(svg, page)
    relight()
  }
  useEffect(() => {
    if (!container.current) return
    let isGone = false
    openViewer(opening, container.current, onDrawn).then(
      (viewer) => {
        open.current = viewer
        if (isGone) viewer.close()
        else relight()
      },
      (cause: NoPage) => setFailure(cause),
    )
    return () => {
      isGone = true
      open.current?.close()
    }
  }, [opening])
  // A reading that has changed is laid over the pages that are drawn, which stay where they are.
  useEffect(() => {
    for (const [svg, page] of [...pages.current]) {
      pages.current.delete(svg)
      if (svg.isConnected) onDrawn(page)
    }
  }, [model])
  useEffect(relight, [place, lit])
  useImperativeHandle(control, () => ({ zoom: (by) => zoom(open.current, by) }), [])

  useClicks(container, (event) => {
    const svg = (event.target as Element).closest('.overlay')
    const page = svg && pages.current.get(svg)
    if (!page) return
    const at = svg.getBoundingClientRect()
    const x = ((event.clientX - at.left) / at.width) * page.width
    const y = ((event.clientY - at.top) / at.height) * page.height
    const marks = model.byPage.get(page.number) ?? []
    const mark = markAt(marks, x, y, ({ key }) => sectionOf(key) === section)
    if (mark) choose(mark.key)
  })
  return (
    <div class={`pdf-pane ${showsBoxes ? 'shows-boxes' : ''}`}>
      {failure && <Failure why={failure} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <div class="pdf-scroll" ref={container} tabIndex={0}>
        <div class="pdfViewer" />
      </div>
    </div>
  )
}

function Failure({ why }: { why: NoPage }) {
  const { words } = useSettings()
  const said = { missing: words.noPdf, changed: words.otherPdf, broken: words.brokenPdf }
  return (
    <p class="failure" role="alert">
      {said[why]}
    </p>
  )
}

/** Brings what was chosen into sight: first its page, which is drawn then, and then the box on it. */
function reveal(
  container: Element,
  model: Model,
  place: string | null,
  open: OpenViewer | null,
): void {
  const mark = place === null ? undefined : marksAt(model, place)[0]
  if (!mark || container.getAttribute('data-revealed') === place) return
  const rect = container.querySelector(`[data-key="${CSS.escape(mark.key)}"]`)
  if (!rect) {
    if (open && open.viewer.currentPageNumber !== mark.page) showPage(open, mark.page)
    return
  }
  if (open && !fits(rect, container) && container.getAttribute('data-fitted') !== place) {
    container.setAttribute('data-fitted', place ?? '')
    showPage(open, mark.page)
    return
  }
  container.setAttribute('data-revealed', place ?? '')
  const [box, room] = [rect.getBoundingClientRect(), container.getBoundingClientRect()]
  const isSeen = box.top >= room.top && box.bottom <= room.bottom
  const isBeside = box.left >= room.left && box.right <= room.right
  if (!isSeen || !isBeside)
    rect.scrollIntoView({ block: isSeen ? 'nearest' : 'center', inline: 'nearest' })
}

function fits(rect: Element, container: Element): boolean {
  return (rect.closest('.page')?.clientWidth ?? 0) <= container.clientWidth
}

/** Pages differ in width: each fits, until somebody has chosen how large they are. */
function showPage({ viewer }: OpenViewer, page: number): void {
  viewer.currentPageNumber = page
  if (viewer.currentScaleValue === 'page-width') viewer.currentScaleValue = 'page-width'
}

function zoom(open: OpenViewer | null, by: 1 | -1): void {
  if (open) open.viewer.currentScale *= by === 1 ? ZOOM : 1 / ZOOM
}
