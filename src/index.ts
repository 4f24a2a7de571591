/** kemu as a library: a PDF in, a BudgetDocument out. `docs/library.md` is made of the words here. */
import { FINDINGS, type FindingCode, type Severity } from '../schemas/findings.js'

export { allChecks } from '../schemas/check.js'
export type { Correction, Corrections } from '../schemas/corrections.js'
export {
  type Box,
  type BudgetDocument,
  type BudgetRow,
  type BudgetTable,
  type Cell,
  type Check,
  type Column,
  documentSchema,
  type Issue,
  type NarrativeFact,
  type PerformanceRecord,
  type Report,
  type Status,
  type Term,
} from '../schemas/document.js'
export type { FindingCode, Severity } from '../schemas/findings.js'
export type { TableKind } from '../schemas/kinds.js'
export type {
  PerformanceFunding,
  PerformanceGoal,
  PerformanceIndicator,
} from '../schemas/performance.js'
export { type FileEntry, FORMATS, type Format, type Run, runSchema } from '../schemas/run.js'
export { type PdfBytes, readDocument } from './library.js'
export type { ReadResult } from './pipeline.js'
export { copyTaxonomy, exporters, type OutputFile } from './publish/index.js'
export { documentJsonSchema, runJsonSchema } from './publish/json-schema.js'
export type { Timings } from './timing.js'

/** What a finding is, whatever the document. */
export interface FindingInfo {
  /** `error`: the page shows more than the output has. `warning`: something may be wrong, here or there. `info`: nothing is. */
  severity: Severity
  /** Whether a table that has it was still read cleanly. */
  clean: boolean
}

/** Every finding that an issue can be, by its code: `findings[issue.code].severity`. */
export const findings: Readonly<Record<FindingCode, FindingInfo>> = FINDINGS
