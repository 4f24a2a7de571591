/** A run as a list of documents: what needs a person most comes first. */
import type { FileEntry, Run } from '../../schemas/run.js'

/** A document in the list: short names and nothing that is not shown, since there are thousands. */
export interface Listed {
  file: string
  status: FileEntry['status']
  owner: string | null
  year: number | null
  kind: 'budget' | 'final_accounts' | null
  scope: 'department' | 'unit' | 'government' | null
  pages: number
  tables: number
  /** Identities that fail. */
  fails: number
  /** Findings by how grave they are. */
  errors: number
  warnings: number
  infos: number
  /** Codes of its findings. */
  findings: string[]
  /** Why there is nothing to read. */
  error: string | null
}

export interface Listing {
  schema: 'kemu/list@1'
  version: string
  documents: Listed[]
}

export function listingOf({ version, files }: Run): Listing {
  return { schema: 'kemu/list@1', version, documents: files.map(listed).toSorted(byNeed) }
}

function listed(entry: FileEntry): Listed {
  const { file, status, report, pages, tables, checks, findings, severities, error } = entry
  return {
    file,
    status,
    owner: report?.department ?? null,
    year: report?.fiscalYear ?? null,
    kind: report?.kind ?? null,
    scope: report?.scope ?? null,
    pages,
    tables: Object.values(tables).reduce((sum, count) => sum + count, 0),
    fails: checks.fails,
    errors: severities?.error ?? 0,
    warnings: severities?.warning ?? 0,
    infos: severities?.info ?? 0,
    findings: Object.keys(findings ?? {}),
    error: error?.message ?? null,
  }
}

/** First what nobody has read at all, then by errors, failed identities and warnings; alike by name. */
function byNeed(a: Listed, b: Listed): number {
  const unread = Number(b.error !== null) - Number(a.error !== null)
  const worse = b.errors - a.errors || b.fails - a.fails || b.warnings - a.warnings
  return unread || worse || b.infos - a.infos || (a.file < b.file ? -1 : 1)
}
