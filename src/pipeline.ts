/**
 * The drawn sequence, in three wings:
 *
 *   read        bytes -> pdf -> grid -> table, prose     the page as it stands
 *   understand  recognize -> normalize -> (what a person has put right, normalized anew) -> facts -> reconcile ->
 *               structure -> forms -> checks of the prose -> what is of one unit -> findings
 *   publish     (elsewhere) printers of the BudgetDocument
 *
 * Each step is a pure function with a name; one loop runs and times them. A file that
 * cannot be read is a document too: its status and its finding say why.
 */
import { createHash } from 'node:crypto'
import type { Corrections } from '../schemas/corrections.js'
import type {
  BudgetDocument,
  BudgetTable,
  Check,
  Issue,
  NarrativeFact,
  PerformanceRecord,
  Report,
} from '../schemas/document.js'
import { finding } from '../schemas/findings.js'
import { InputError } from '../schemas/input-error.js'
import type { KindDescription } from '../schemas/kind.js'
import type { PdfFile, PdfPage, Prose, RecognizedTable, UnreadPage } from '../schemas/stages.js'
import { correctReading } from './correct/correct.js'
import { markCorrected } from './correct/mark.js'
import type { Shown } from './correct/places.js'
import { settleFindings } from './correct/settle.js'
import { pagePlacer } from './place-pages.js'
import { readPages } from './read/pdf/read.js'
import { readProse } from './read/prose/prose.js'
import { type Overlap, overlapsOf } from './read/table/overlaps.js'
import type { PlacedPage } from './read/table/place.js'
import { type Stitched, stitchTables } from './read/table/stitch.js'
import { unreadOf } from './read/table/unread.js'
import { loadKinds } from './registry.js'
import { Stopwatch, type Timings } from './timing.js'
import { turnBack } from './turn-back.js'
import { checkProse } from './understand/facts/checks/checks.js'
import { type ReadFact, readFacts } from './understand/facts/facts.js'
import { witnessFindings } from './understand/facts/witness/witness.js'
import { fileFindings, unreadable } from './understand/file-findings.js'
import { readForms } from './understand/forms/read.js'
import { printedPages } from './understand/normalize/printed-pages.js'
import { readGovernmentReport, readReport } from './understand/normalize/report.js'
import { type NormalizedTable, normalizeTables } from './understand/normalize/table.js'
import { onceEach } from './understand/once.js'
import { missingTables } from './understand/recognize/announced.js'
import { governmentTitles } from './understand/recognize/government.js'
import { recognizeTables } from './understand/recognize/recognize.js'
import { attribute } from './understand/reconcile/attribution.js'
import { inOneUnit } from './understand/reconcile/one-unit.js'
import { reconcileTables } from './understand/reconcile/reconcile.js'
import { findingsOf, sortIssues, statusOf } from './understand/reconcile/status.js'
import { structureColumns } from './understand/structure/columns.js'
import { checkLeaves } from './understand/structure/leaves.js'
import { structureRows } from './understand/structure/rows.js'
import { unmeasuredColumns } from './understand/structure/unmeasured.js'

/** A document, and how long it took to read. */
export interface ReadResult {
  document: BudgetDocument
  /** Milliseconds by stage. */
  timings: Timings
}

/** What is kept of a page: its glyphs and rules are let go before the next is read. */
interface ReadPage {
  number: number
  sideways: number
  hasText: boolean
  annotated: number
  watermarks: string[]
  back: PdfPage['back']
  contradicted: PdfPage['contradicted']
  overlaps: Overlap[]
  unread: UnreadPage
  /** Two where two pages are printed on one sheet. */
  placed: PlacedPage[]
}

/** What is known of a document so far; each stage adds to it and changes nothing that stands. */
interface Work {
  readonly kinds: readonly KindDescription[]
  readonly pdf: PdfFile<ReadPage>
  /** What people have put right in it; null where nobody has. */
  readonly corrections: Corrections | null
  readonly shown: Shown
  raw: Stitched
  prose: Prose
  /** The titles that show a government's own budget; none where it is a department's. */
  government: string[]
  recognized: RecognizedTable[]
  normalized: NormalizedTable[]
  /** What came of each correction. */
  said: Issue[]
  tables: BudgetTable[]
  report: Report
  /** The facts of the narrative, with how each was read. */
  read: ReadFact[]
  facts: NarrativeFact[]
  performance: PerformanceRecord[]
  checks: Check[]
  issues: Issue[]
}

type Stage = readonly [name: string, run: (work: Work) => Partial<Work>]

const STAGES: readonly Stage[] = [
  ['table', ({ pdf }) => ({ raw: stitchTables(pdf.pages.flatMap(({ placed }) => placed)) })],
  ['prose', ({ raw }) => ({ prose: readProse(raw.prose) })],
  [
    'recognize',
    ({ raw, kinds }) => {
      const government = governmentTitles(raw.tables, raw.prose)
      return { government, recognized: recognizeTables(raw.tables, kinds, government.length > 0) }
    },
  ],
  [
    'normalize',
    ({ recognized }) => {
      const normalized = normalizeTables(recognized)
      return { normalized, tables: normalized.map(({ table }) => table) }
    },
  ],
  [
    'correct',
    ({ recognized, tables: read, corrections, kinds, shown }) => {
      if (corrections === null) return {}
      const corrected = correctReading(recognized, read, corrections, kinds, shown)
      const normalized = normalizeTables(corrected.recognized)
      const anew = normalized.map(({ table }) => table)
      const tables = markCorrected(anew, read, corrected.held, shown)
      return { recognized: corrected.recognized, normalized, tables, said: corrected.said }
    },
  ],
  [
    'report',
    ({ tables, raw, kinds, government }) => ({
      report:
        government.length > 0
          ? readGovernmentReport(tables, raw.prose)
          : readReport(tables, raw.prose, kinds),
    }),
  ],
  [
    'facts',
    ({ prose, report }) => {
      const read = readFacts(prose, report)
      return { read, facts: read.map(({ fact }) => fact) }
    },
  ],
  ['reconcile', ({ tables, kinds }) => reconcileTables(tables, kinds)],
  [
    'structure',
    ({ tables, report }) => {
      const structured = checkLeaves(structureRows(structureColumns(tables, report)))
      return { tables: structured, issues: unmeasuredColumns(structured) }
    },
  ],
  [
    'forms',
    ({ recognized, tables, raw, checks: before, issues: found }) => {
      const { performance, checks, issues } = readForms(recognized, tables, raw.prose)
      return { performance, checks: [...before, ...checks], issues: [...found, ...issues] }
    },
  ],
  [
    'prose_checks',
    ({ read, prose, tables, report, checks, issues }) => {
      const held = checkProse(read, tables, report)
      const witnessed = witnessFindings(read, prose, tables, held, report)
      return { checks: [...checks, ...held], issues: [...issues, ...witnessed] }
    },
  ],
  ['one_unit', ({ tables, checks }) => inOneUnit(tables, checks)],
  [
    'findings',
    ({ pdf, raw, kinds, tables, normalized, facts, checks, issues, government }) => {
      const reading = [...normalized.flatMap((table) => table.issues), ...issues]
      const attributed = attribute(tables, checks, reading)
      const about =
        government.length > 0
          ? [finding('government_budget', { titles: government })]
          : [...missingTables(raw.prose, tables, kinds), ...onceEach(reading)]
      const found = [
        ...fileFindings(pdf, raw.prose),
        ...about,
        ...findingsOf(attributed.tables, attributed.checks, facts),
      ]
      return { ...attributed, issues: sortIssues(found) }
    },
  ],
  [
    'settle',
    ({ issues, said, corrections, tables, shown }) =>
      corrections === null
        ? {}
        : { issues: sortIssues([...settleFindings(issues, corrections, tables, shown), ...said]) },
  ],
]

let kindsLoaded: Promise<KindDescription[]> | null = null

/** @throws only KindError, for a faulty description of ours; all else about a file is in its document */
export async function readDocument(input: {
  file: string
  bytes: Uint8Array
  corrections?: Corrections | null
}): Promise<ReadResult> {
  kindsLoaded ??= loadKinds()
  const kinds = await kindsLoaded
  const watch = new Stopwatch()
  const source = {
    file: input.file,
    sha256: createHash('sha256').update(input.bytes).digest('hex'),
  }
  try {
    const place = pagePlacer(watch)
    const pdf = await watch.time('pdf', () =>
      readPages(input.bytes, (page) => kept(page, place(page))),
    )
    const { corrections = null } = input
    const document = understand(pdf, { source, kinds, corrections }, watch)
    return { document, timings: watch.timings }
  } catch (error) {
    if (error instanceof InputError)
      return { document: unreadable(error, source), timings: watch.timings }
    throw error
  }
}

function kept(page: PdfPage, placed: PlacedPage[]): ReadPage {
  const { number, sideways, runs, annotated } = page
  const unread = unreadOf(page, onOneSheet(placed))
  const watermarks = page.watermarks.map(({ text }) => text)
  const overlaps = overlapsOf(page.runs)
  const hasText = runs.length > 0
  const { back, contradicted } = page
  return {
    number,
    back,
    contradicted,
    sideways,
    hasText,
    annotated,
    watermarks,
    overlaps,
    unread,
    placed,
  }
}

function onOneSheet([first, ...others]: PlacedPage[]): PlacedPage {
  if (others.length === 0) return first
  const all = [first, ...others]
  return {
    ...first,
    grids: all.flatMap(({ grids }) => grids),
    outside: all.flatMap(({ outside }) => outside),
  }
}

function understand(
  pdf: PdfFile<ReadPage>,
  { source, kinds, corrections }: Given,
  watch: Stopwatch,
): BudgetDocument {
  const backs = new Map(
    pdf.pages.flatMap(({ number, back }) => (back ? [[number, back] as const] : [])),
  )
  const shown: Shown = (page, bbox) => turnBack({ page, bbox }, backs).bbox
  let work: Work = { ...NOTHING, kinds, pdf, corrections, shown }
  for (const [name, run] of STAGES) {
    const before = work
    work = { ...before, ...watch.run(name, () => run(before)) }
  }
  const { raw, report, tables, facts, performance, checks, issues } = work
  const document: BudgetDocument = {
    schema: 'kemu/document@1',
    source: {
      ...source,
      pages: pdf.pages.length,
      producer: pdf.producer,
      printedPages: printedPages(raw.prose, pdf.pages.length),
    },
    report,
    status: statusOf(
      report,
      tables,
      issues,
      pdf.pages.some((page) => page.hasText),
    ),
    tables,
    facts,
    performance,
    checks,
    issues,
  }
  return turnBack(document, backs)
}

/** What a reading begins with, beside the pages. */
interface Given {
  source: { file: string; sha256: string }
  kinds: readonly KindDescription[]
  corrections: Corrections | null
}

const NOTHING: Omit<Work, 'kinds' | 'pdf' | 'corrections' | 'shown'> = {
  raw: { tables: [], prose: [] },
  government: [],
  prose: { paragraphs: [] },
  recognized: [],
  normalized: [],
  said: [],
  tables: [],
  report: { kind: null, fiscalYear: null, department: null, scope: null },
  read: [],
  facts: [],
  performance: [],
  checks: [],
  issues: [],
}
