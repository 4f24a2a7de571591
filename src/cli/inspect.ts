/** What pages hold, so that a person can see why a table was read as it was. */
import path from 'node:path'
import type { BudgetDocument } from '../../schemas/document.js'
import { InputError } from '../../schemas/input-error.js'
import type { PdfPage, RawCell } from '../../schemas/stages.js'
import { MOST_BYTES, UsageError } from '../batch/failure.js'
import { OutputFolder } from '../files/folder.js'
import { printable, printableLines } from '../files/printable.js'
import { readRegular } from '../files/regular.js'
import { readDocument } from '../pipeline.js'
import { pagePlacer } from '../place-pages.js'
import { readPdf } from '../read/pdf/read.js'
import { readProse } from '../read/prose/prose.js'
import type { PlacedPage } from '../read/table/place.js'
import { turnBack } from '../turn-back.js'
import { readFacts } from '../understand/facts/facts.js'
import { type Lit, litCell } from './lit.js'
import { describePage } from './page.js'
import { describeProse } from './prose.js'
import { drawPage } from './svg.js'

export interface InspectOptions {
  page?: string
  cell?: string
  svg?: string
  prose?: boolean
}

/** A page with what was found on it: two of the latter where two pages are printed on one sheet. */
interface Seen {
  page: PdfPage
  placed: PlacedPage[]
}

export async function inspect(file: string, options: InspectOptions): Promise<number> {
  const bytes = await readRegular(file, { most: MOST_BYTES }).catch((error: Error) => {
    throw new UsageError(`${file} cannot be read (${error.message})`)
  })
  const pdf = await readPdf(bytes).catch((error: unknown) => {
    if (error instanceof InputError) error.message = `${file}: ${error.message}`
    throw error
  })
  const place = pagePlacer()
  const all = pdf.pages.map((page) => ({ page, placed: place(page) }))
  const asked = options.cell !== undefined || options.prose
  const document = asked ? (await readDocument({ file, bytes })).document : null
  const lit = document && options.cell !== undefined ? litCell(document, options.cell) : null
  const seen = choosePages(all, options.page ?? (lit ? String(lit.page) : undefined))
  const cells = new Set(lit ? all.flatMap((each) => cellsAt(each, lit)) : [])
  if (options.svg) drawAll(options.svg, seen, cells)
  if (document && options.prose) printProse(document, seen)
  else printPages(seen, lit?.words ?? null, cells)
  return 0
}

/** A page that was turned to be read has its boxes turned; a document's are as the page is displayed. */
function cellsAt({ page, placed }: Seen, lit: Lit): RawCell[] {
  if (page.number !== lit.page) return []
  const backs = new Map(page.back ? [[page.number, page.back]] : [])
  const [x, y] = [(lit.bbox[0] + lit.bbox[2]) / 2, (lit.bbox[1] + lit.bbox[3]) / 2]
  return placed
    .flatMap(({ grids }) => grids.flatMap((grid) => grid.cells))
    .filter((cell) => {
      const { bbox } = turnBack({ page: page.number, bbox: cell.box }, backs)
      return bbox[0] <= x && x <= bbox[2] && bbox[1] <= y && y <= bbox[3]
    })
}

type Cells = ReadonlySet<RawCell>

function printPages(seen: readonly Seen[], words: string | null, lit: Cells): void {
  if (words !== null) process.stdout.write(printableLines(`${words}\n`))
  for (const placed of seen.flatMap((each) => each.placed))
    process.stdout.write(printableLines(`${describePage(placed, lit)}\n`))
}

/** One page as the file that is named, several beside each other with their numbers: p.svg, or p-1.svg, p-2.svg … */
function drawAll(file: string, seen: readonly Seen[], lit: Cells): void {
  const { dir, name, ext } = path.parse(file)
  for (const { page, placed } of seen) {
    const grids = placed.flatMap((each) => each.grids.map(({ grid }) => grid))
    const to = seen.length === 1 ? file : path.join(dir, `${name}-${page.number}${ext}`)
    const own = placed.flatMap((each) => each.grids.flatMap(({ cells }) => cells))
    const boxes = own.filter((cell) => lit.has(cell)).map(({ box }) => box)
    writeSvg(to, drawPage(page, grids, boxes))
    process.stderr.write(`${printable(to)}\n`)
  }
}

/** Where the caller says: a link there is replaced, not followed. */
function writeSvg(file: string, svg: string): void {
  try {
    new OutputFolder(path.dirname(file)).write(path.basename(file), svg)
  } catch (cause) {
    throw new UsageError(`cannot write ${file} (${(cause as Error).message})`)
  }
}

/** What a document is decides how its sentences are read: its year, its kind, its owner. */
function printProse(document: BudgetDocument, seen: readonly Seen[]): void {
  const prose = readProse(seen.flatMap(({ placed }) => placed.flatMap(({ outside }) => outside)))
  const described = describeProse(prose, readFacts(prose, document.report))
  process.stdout.write(printableLines(`${described}\n`))
}

function choosePages(pages: Seen[], wanted: string | undefined): Seen[] {
  if (wanted === undefined) return pages
  const page = /^\d+$/.test(wanted) ? pages[Number(wanted) - 1] : undefined
  if (!page) throw new UsageError(`--page ${wanted}: the file has pages 1 to ${pages.length}`)
  return [page]
}
