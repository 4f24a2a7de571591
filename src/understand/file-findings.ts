/** What is wrong with a file as a file: pages that were not read, and files that could not be. */
import type { Box, BudgetDocument, Issue } from '../../schemas/document.js'
import { finding } from '../../schemas/findings.js'
import type { InputError } from '../../schemas/input-error.js'
import type { PdfFile, PdfPage, TextLine, UnreadPage } from '../../schemas/stages.js'
import { AMOUNT, fold, SURE_AMOUNT } from '../../schemas/text.js'

type Page = Pick<PdfPage, 'number' | 'sideways' | 'annotated' | 'contradicted'> & {
  watermarks: string[]
  overlaps: { texts: string[]; box: Box }[]
  hasText: boolean
  unread: UnreadPage
}

/** What the pages themselves leave in doubt; `prose` is what stands outside every table. */
export function fileFindings(file: PdfFile<Page>, prose: TextLine[]): Issue[] {
  return [
    ...(file.pages.some((page) => page.hasText) ? [] : [finding('image_only', {})]),
    ...(file.attachments.length > 0
      ? [finding('attached_files', { names: file.attachments })]
      : []),
    ...pageFailures(file),
    ...file.pages.flatMap((page) => unreadOn(page, file.pages)),
    ...sidewaysPages(file.pages),
    ...unruledFigures(prose),
  ]
}

/** Pages that pdf.js cannot draw, or not to their end: what they hold is not in the output, so it must be said. */
export function pageFailures({ failed, broken }: Pick<PdfFile, 'failed' | 'broken'>): Issue[] {
  return [
    ...failed.map((page) => finding('page_unreadable', { page, broken: false }, { page })),
    ...broken.map((page) => finding('page_unreadable', { page, broken: true }, { page })),
  ]
}

/** What a page shows beside its text. Where no page has text the file says so once. */
function unreadOn(
  { number: page, unread, annotated, watermarks, overlaps, contradicted = [] }: Page,
  pages: readonly Page[],
): Issue[] {
  const { unmapped, picture, drawn, cells } = unread
  const found: Issue[] = unmapped.map(({ font, count }) =>
    finding('unmapped_glyphs', { page, count, font }, { page }),
  )
  for (const { font, count } of contradicted)
    found.push(finding('contradicted_glyphs', { page, count, font }, { page }))
  if (picture && pages.some(({ hasText }) => hasText))
    found.push(finding('picture_page', { page }, { page, bbox: picture }))
  if (drawn > 0) found.push(finding('drawn_characters', { page, count: drawn }, { page }))
  if (cells.length > 0)
    found.push(finding('ink_unread', { page, cells: cells.length }, { page, bbox: cells[0] }))
  if (watermarks.length > 0)
    found.push(finding('watermark_text', { page, texts: [...new Set(watermarks)] }, { page }))
  if (overlaps.length > 0) {
    const texts = overlaps.map((each) => each.texts.join(' / '))
    found.push(finding('overlapping_text', { page, texts }, { page, bbox: overlaps[0].box }))
  }
  if (annotated > 0) found.push(finding('annotation_text', { page, count: annotated }, { page }))
  return found
}

/** A stamp is a few glyphs; a page of them is a table that stands on its side. */
const SIDEWAYS = 40

export function sidewaysPages(pages: Pick<PdfPage, 'number' | 'sideways'>[]): Issue[] {
  return pages
    .filter((page) => page.sideways >= SIDEWAYS)
    .map(({ number: page, sideways: count }) => finding('sideways_text', { page, count }, { page }))
}

/** So many lines of figures in columns are a table, ruled or not. */
const FIGURE_LINES = 2

/** Figures in columns that no lattice frames: no table is read from them, so it must be said. */
export function unruledFigures(prose: TextLine[]): Issue[] {
  const lines = prose.filter(isFigureLine)
  const pages = [...new Set(lines.map(({ page }) => page))]
  return pages.flatMap((page): Issue[] => {
    const here = lines.filter((line) => line.page === page)
    if (here.length < FIGURE_LINES) return []
    const [{ box: bbox }] = here
    return [finding('unruled_figures', { page, lines: here.length }, { page, bbox })]
  })
}

/** Parts that are figures among others: two whole numbers are, one is a page's. */
function isFigureLine(line: TextLine): boolean {
  const parts = line.text.split('  ').map(fold)
  if (parts.length < 2 || parts.some((part) => /[。；;]/.test(part))) return false
  return (
    parts.some((part) => SURE_AMOUNT.test(part)) ||
    parts.filter((part) => AMOUNT.test(part)).length > 1
  )
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
    performance: [],
    checks: [],
    issues: [finding(error.code, { said: error.said })],
  }
}
