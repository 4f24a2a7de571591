/** A page's text in the cells of its tables: the one way from a page to what stands in them, for all who look at pages. */
import type { PdfPage } from '../schemas/stages.js'
import { alignGrids } from './read/grid/aligned/aligned.js'
import type { OpenGrid } from './read/grid/aligned/under.js'
import { findGrids } from './read/grid/lattice.js'
import { sheetsOf } from './read/grid/sheets.js'
import { lacksRules } from './read/table/figures.js'
import { type PlacedPage, placeRuns } from './read/table/place.js'
import { Stopwatch } from './timing.js'

/**
 * Pages are read in turn: a table without rules may go on where the page before has left it.
 * @returns what places the next page: two where two pages are printed on one sheet
 */
export function pagePlacer(watch: Stopwatch = new Stopwatch()): (page: PdfPage) => PlacedPage[] {
  let last: OpenGrid | null = null
  const place = (page: PdfPage): PlacedPage => {
    const grids = watch.run('grid', () => findGrids(page))
    const first = watch.run('table', () => placeRuns(page, grids))
    if (!lacksRules(first)) {
      last = null
      return first
    }
    const aligned = watch.run('grid', () => alignGrids(page, grids, last))
    last = aligned.last
    return watch.run('table', () => placeRuns(page, aligned.grids))
  }
  return (page) => watch.run('grid', () => sheetsOf(page)).map(place)
}
