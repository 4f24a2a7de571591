/** The boxes over a page, in its own points: pdf.js draws the page as displayed, and so are boxes measured. */
import type { Mark } from './marks.js'

const SVG = 'http://www.w3.org/2000/svg'

/** @param width, height of the page as displayed, in points */
export function overlayOf(marks: readonly Mark[], width: number, height: number): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', 'overlay')
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
  svg.setAttribute('preserveAspectRatio', 'none')
  svg.setAttribute('aria-hidden', 'true')
  svg.append(...marks.map(rectOf))
  return svg
}

function rectOf({ key, kind, flags, box: [x0, top, x1, bottom] }: Mark): SVGRectElement {
  const rect = document.createElementNS(SVG, 'rect')
  const sides = { x: x0, y: top, width: Math.max(0, x1 - x0), height: Math.max(0, bottom - top) }
  for (const [name, value] of Object.entries(sides)) rect.setAttribute(name, String(value))
  rect.setAttribute('class', ['mark', kind, ...flags].join(' '))
  rect.dataset.key = key
  return rect
}

/** What stands at a point: of several the one of the section that is shown, then the smallest. */
export function markAt(
  marks: readonly Mark[],
  x: number,
  y: number,
  isShown: (mark: Mark) => boolean,
): Mark | null {
  const there = marks.filter(
    ({ kind, box: [x0, top, x1, bottom] }) =>
      kind !== 'finding' && x0 <= x && x <= x1 && top <= y && y <= bottom,
  )
  const best = there.toSorted(
    (a, b) => Number(isShown(b)) - Number(isShown(a)) || area(a) - area(b),
  )
  return best[0] ?? null
}

const area = ({ box: [x0, top, x1, bottom] }: Mark) => (x1 - x0) * (bottom - top)
