/** Boxes of pages that were turned to be read, as they stand on the page as displayed. */
import { boxOf } from '../schemas/box.js'
import type { Box } from '../schemas/document.js'
import type { PdfPage } from '../schemas/stages.js'

type Back = NonNullable<PdfPage['back']>

/** @param backs by page number; whatever has a `page` and a `bbox` stands there */
export function turnBack<T>(value: T, backs: ReadonlyMap<number, Back>): T {
  if (backs.size === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each) => turnBack(each, backs)) as T
  const entries = Object.entries(value).map(([key, each]) => [key, turnBack(each, backs)])
  const { page, bbox } = value as { page?: unknown; bbox?: unknown }
  const back = typeof page === 'number' ? backs.get(page) : undefined
  if (back && Array.isArray(bbox)) entries.push(['bbox', boxBack(bbox as Box, back)])
  return Object.fromEntries(entries)
}

function boxBack([x0, y0, x1, y1]: Box, [a, b, c, d, e, f]: Back): Box {
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(([x, y]) => [a * x + c * y + e, b * x + d * y + f])
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return boxOf(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
}
