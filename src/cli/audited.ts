/** What an audit finds in a folder of outputs. */
import type { Check } from '../../schemas/document.js'
import type { Severity } from '../../schemas/findings.js'

export type Counts = Record<string, number>

export interface Audit {
  documents: number
  statuses: Counts
  tables: Counts
  checks: Record<Check['outcome'], number>
  leftover: number
  /** What people have put right, and what they have said of findings. */
  corrections: { corrected: number; settled: number; refused: number }
  issues: Counts
  unknownHeaders: Counts
  /** How grave the issues of each code are. */
  severities: Record<string, Severity>
  worst: Worst[]
}

export interface Worst {
  file: string
  status: string
  fails: number
  /** Errors and warnings. */
  issues: number
  errors: number
  /** The gravest, and its page. */
  first: string | null
  page: number | null
}
