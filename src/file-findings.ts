/** What is wrong with a file as a file: pages that were not read, and files that could not be. */
import type { BudgetDocument, Issue } from '../schemas/document.js'
import type { PdfFile, PdfPage, TextLine } from '../schemas/stages.js'
import { fold, SURE_AMOUNT } from '../schemas/text.js'
import type { InputError } from './pdf/input-error.js'

/** Pages that pdf.js cannot draw, or not to their end: what they hold is not in the output, so it must be said. */
export function pageFailures({ failed, broken }: Pick<PdfFile, 'failed' | 'broken'>): Issue[] {
  return [
    ...failed.map((page) => unread(page, 'cannot be drawn: what it holds')),
    ...broken.map((page) => unread(page, 'is damaged: what its damaged parts hold')),
  ]
}

function unread(page: number, what: string): Issue {
  const message = `page ${page} ${what} is not in the output`
  return { code: 'page_unreadable', severity: 'error', message, table: null, page, bbox: null }
}

/** A stamp is a few glyphs; a page of them is a table that stands on its side. */
const SIDEWAYS = 40

export function sidewaysPages(pages: Pick<PdfPage, 'number' | 'sideways'>[]): Issue[] {
  return pages
    .filter((page) => page.sideways >= SIDEWAYS)
    .map(({ number, sideways }) => ({
      code: 'sideways_text',
      severity: 'warning',
      message: `${sideways} characters of page ${number} stand on their side and were not read: turn the page upright`,
      table: null,
      page: number,
      bbox: null,
    }))
}

/** So many lines of figures in columns are a table, ruled or not. */
const FIGURE_LINES = 4

/** Figures in columns that no lattice frames: no table is read from them, so it must be said. */
export function unruledFigures(prose: TextLine[]): Issue[] {
  const lines = prose.filter(isFigureLine)
  const pages = [...new Set(lines.map(({ page }) => page))]
  return pages.flatMap((page): Issue[] => {
    const here = lines.filter((line) => line.page === page)
    if (here.length < FIGURE_LINES) return []
    const message = `page ${page} prints ${here.length} lines of figures in columns that no rules frame: no table was read from them`
    const [{ box: bbox }] = here
    return [{ code: 'unruled_figures', severity: 'warning', message, table: null, page, bbox }]
  })
}

function isFigureLine(line: TextLine): boolean {
  const parts = line.text.split('  ').map(fold)
  return parts.length > 1 && parts.some((part) => SURE_AMOUNT.test(part))
}

export function imageOnly(): Issue {
  const message =
    'the file has pictures of pages and no text: run it through character recognition first'
  return { code: 'image_only', severity: 'error', message, table: null, page: null, bbox: null }
}

/** A file that cannot be read is a document too: its status and its issue say why. */
export function unreadable(
  error: InputError,
  source: { file: string; sha256: string },
): BudgetDocument {
  const status = error.code === 'encrypted' || error.code === 'not_pdf' ? error.code : 'damaged'
  return {
    schema: 'kemu/document@1',
    source: { ...source, pages: 0, producer: null },
    report: { kind: null, fiscalYear: null, department: null, scope: null },
    status,
    tables: [],
    facts: [],
    checks: [],
    issues: [
      {
        code: error.code,
        severity: 'error',
        message: error.message,
        table: null,
        page: null,
        bbox: null,
      },
    ],
  }
}
