/** What a page holds, so that a person can see why a table was read as it was. */
import path from 'node:path'
import { InputError } from '../../schemas/input-error.js'
import type { PdfPage } from '../../schemas/stages.js'
import { MOST_BYTES, UsageError } from '../batch/failure.js'
import { OutputFolder } from '../files/folder.js'
import { printableLines } from '../files/printable.js'
import { readRegular } from '../files/regular.js'
import { readDocument } from '../pipeline.js'
import { pagePlacer } from '../place-pages.js'
import { readPdf } from '../read/pdf/read.js'
import { readProse } from '../read/prose/prose.js'
import type { PlacedGrid, PlacedPage } from '../read/table/place.js'
import { readFacts } from '../understand/facts/facts.js'
import { describeProse } from './prose.js'
import { drawPage } from './svg.js'

export interface InspectOptions {
  page?: string
  svg?: string
  prose?: boolean
}

export async function inspect(file: string, options: InspectOptions): Promise<number> {
  const bytes = await readRegular(file, { most: MOST_BYTES }).catch((error: Error) => {
    throw new UsageError(`${file} cannot be read (${error.message})`)
  })
  const pdf = await readPdf(bytes).catch((error: unknown) => {
    if (error instanceof InputError) error.message = `${file}: ${error.message}`
    throw error
  })
  const chosen = choosePages(pdf.pages, options.page)
  const place = pagePlacer()
  // All pages, in turn: a table may go on where the page before has left it.
  const placed = pdf.pages.flatMap((page) => {
    const sheets = place(page)
    return chosen.includes(page) ? sheets : []
  })
  if (options.svg) {
    if (chosen.length !== 1) throw new UsageError('--svg draws one page: say which with --page')
    const grids = placed.flatMap((sheet) => sheet.grids.map(({ grid }) => grid))
    writeSvg(options.svg, drawPage(chosen[0], grids))
  }
  if (options.prose) await printProse(file, bytes, placed)
  else for (const page of placed) process.stdout.write(printableLines(`${describePage(page)}\n`))
  return 0
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
async function printProse(file: string, bytes: Uint8Array, pages: PlacedPage[]): Promise<void> {
  const { document } = await readDocument({ file, bytes })
  const prose = readProse(pages.flatMap((page) => page.outside))
  const described = describeProse(prose, readFacts(prose, document.report))
  process.stdout.write(printableLines(`${described}\n`))
}

function choosePages(pages: PdfPage[], wanted: string | undefined): PdfPage[] {
  if (wanted === undefined) return pages
  const page = pages[Number(wanted) - 1]
  if (!page) throw new UsageError(`--page ${wanted}: the file has pages 1 to ${pages.length}`)
  return [page]
}

export function describePage(page: PlacedPage): string {
  const lines = [`page ${page.page}, ${page.width.toFixed(0)} x ${page.height.toFixed(0)} pt`]
  lines.push(...page.outside.map((line) => `  text  ${line.text}`))
  page.grids.forEach((placed, i) => {
    const { xs, ys } = placed.grid
    lines.push(
      `  table ${i + 1}: ${ys.length - 1} rows, ${xs.length - 1} columns`,
      ...describeGrid(placed),
    )
  })
  return lines.join('\n')
}

function describeGrid({ cells, grid }: PlacedGrid): string[] {
  const widths = grid.xs
    .slice(1)
    .map((_, col) =>
      Math.min(
        24,
        Math.max(
          2,
          ...cells
            .filter((cell) => cell.col === col && cell.colSpan === 1)
            .map((cell) => textWidth(cell.text)),
        ),
      ),
    )
  return grid.ys.slice(1).map((_, row) => {
    const parts = cells
      .filter((cell) => cell.row === row)
      .map((cell) => {
        const room = widths
          .slice(cell.col, cell.col + cell.colSpan)
          .reduce((sum, width) => sum + width + 3, -3)
        return pad(cell.rowSpan > 1 ? `${cell.text}↓${cell.rowSpan}` : cell.text, room)
      })
    return `    | ${parts.join(' | ')} |`
  })
}

function textWidth(text: string): number {
  return [...text].reduce((width, char) => width + (char.charCodeAt(0) > 0xff ? 2 : 1), 0)
}

function pad(text: string, room: number): string {
  return text + ' '.repeat(Math.max(0, room - textWidth(text)))
}
