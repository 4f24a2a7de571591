/**
 * The drawn sequence:
 *
 *   bytes -> pdf -> grid -> table -> recognize -> normalize -> reconcile -> BudgetDocument
 *
 * A file that cannot be read is a document too: its status and its issue say why.
 */
import { createHash } from 'node:crypto'
import type { BudgetDocument } from '../schemas/document.js'
import type { KindDescription } from '../schemas/kind.js'
import type { PdfFile, PdfPage } from '../schemas/stages.js'
import {
  imageOnly,
  pageFailures,
  sidewaysPages,
  unreadable,
  unruledFigures,
} from './file-findings.js'
import { findGrids } from './grid/lattice.js'
import { printedPages } from './normalize/printed-pages.js'
import { readReport } from './normalize/report.js'
import { normalizeTable } from './normalize/table.js'
import { InputError } from './pdf/input-error.js'
import { readPages } from './pdf/read.js'
import { missingTables } from './recognize/announced.js'
import { recognizeTable } from './recognize/recognize.js'
import { reconcileDocument } from './reconcile/between.js'
import { reconcileTable } from './reconcile/reconcile.js'
import { attribute, findingsOf, sortIssues, statusOf } from './reconcile/status.js'
import { loadKinds } from './registry.js'
import { type PlacedPage, placeRuns } from './table/place.js'
import { stitchTables } from './table/stitch.js'
import { Stopwatch, type Timings } from './timing.js'

export interface ReadResult {
  document: BudgetDocument
  /** Milliseconds by stage. */
  timings: Timings
}

let kindsLoaded: Promise<KindDescription[]> | null = null

/** @throws only KindError, for a faulty description of ours; all else about a file is in its document */
export async function readDocument(input: {
  file: string
  bytes: Uint8Array
}): Promise<ReadResult> {
  kindsLoaded ??= loadKinds()
  const kinds = await kindsLoaded
  const watch = new Stopwatch()
  const source = {
    file: input.file,
    sha256: createHash('sha256').update(input.bytes).digest('hex'),
  }
  try {
    const read = (page: PdfPage) => readPage(page, watch)
    const pdf = await watch.time('pdf', () => readPages(input.bytes, read))
    return { document: interpret(pdf, source, kinds, watch), timings: watch.timings }
  } catch (error) {
    if (error instanceof InputError)
      return { document: unreadable(error, source), timings: watch.timings }
    throw error
  }
}

/** What is kept of a page: its glyphs and rules are let go before the next is read. */
interface ReadPage {
  number: number
  sideways: number
  hasText: boolean
  placed: PlacedPage
}

function readPage(page: PdfPage, watch: Stopwatch): ReadPage {
  const grids = watch.run('grid', () => findGrids(page))
  const placed = watch.run('table', () => placeRuns(page, grids))
  const { number, sideways, runs } = page
  return { number, sideways, hasText: runs.length > 0, placed }
}

function interpret(
  pdf: PdfFile<ReadPage>,
  source: { file: string; sha256: string },
  kinds: KindDescription[],
  watch: Stopwatch,
): BudgetDocument {
  const raw = watch.run('table', () => stitchTables(pdf.pages.map(({ placed }) => placed)))
  const recognized = watch.run('recognize', () =>
    raw.tables.map((table) => recognizeTable(table, kinds)),
  )
  const normalized = watch.run('normalize', () =>
    recognized.map((table, i) => normalizeTable(table, i + 1)),
  )
  const tables = normalized.map(({ table }) => table)
  const core = new Set<string>(kinds.filter((kind) => kind.core).map((kind) => kind.id))
  const report = readReport(tables, raw.prose, core)
  const checks = watch.run('reconcile', () => {
    tables.forEach((table, i) => {
      table.checks = reconcileTable(table, recognized[i].kind)
    })
    return reconcileDocument(tables, kinds)
  })
  const reading = normalized.flatMap(({ issues }) => issues)
  attribute([...tables.flatMap((table) => table.checks), ...checks], tables, reading)
  const missing = missingTables(raw.prose, tables, kinds)
  const unread = [...pageFailures(pdf), ...sidewaysPages(pdf.pages), ...unruledFigures(raw.prose)]
  const found = [...unread, ...missing, ...reading, ...findingsOf(tables, checks)]
  const issues = sortIssues(found)
  const hasText = pdf.pages.some((page) => page.hasText)
  return {
    schema: 'kemu/document@1',
    source: {
      ...source,
      pages: pdf.pages.length,
      producer: pdf.producer,
      printedPages: printedPages(raw.prose, pdf.pages.length),
    },
    report,
    status: statusOf(report, tables, issues, hasText),
    tables,
    facts: [],
    checks,
    issues: hasText ? issues : [imageOnly(), ...issues],
  }
}
