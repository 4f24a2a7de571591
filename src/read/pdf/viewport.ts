import type { CorePage } from '#pdfjs'
import type { Matrix } from './matrix.js'

export interface Viewport {
  /** Of the page as displayed, in points. */
  width: number
  height: number
  /** From PDF user space to the page as displayed, origin at its top left. */
  toPage: Matrix
}

/** Points: three hundred metres. Beyond, and where it is no number, a box is no page's. */
const LARGEST = 1_000_000

/** How a page is displayed: its visible box (烟台: with a negative origin), turned by /Rotate, scaled by /UserUnit. @throws Error for a box without end */
export function viewportOf({
  view: [x0, y0, x1, y1],
  rotate,
  userUnit: u,
}: Pick<CorePage, 'view' | 'rotate' | 'userUnit'>): Viewport {
  const sides = [x0, y0, x1, y1].map((side) => side * u)
  if (!sides.every((side) => Math.abs(side) <= LARGEST)) throw new Error('no page has such a box')
  const upright = { width: (x1 - x0) * u, height: (y1 - y0) * u }
  const turned = { width: upright.height, height: upright.width }
  if (rotate === 90) return { ...turned, toPage: [0, u, u, 0, -y0 * u, -x0 * u] }
  if (rotate === 180) return { ...upright, toPage: [-u, 0, 0, u, x1 * u, -y0 * u] }
  if (rotate === 270) return { ...turned, toPage: [0, -u, -u, 0, y1 * u, x1 * u] }
  return { ...upright, toPage: [u, 0, 0, -u, -x0 * u, y1 * u] }
}
