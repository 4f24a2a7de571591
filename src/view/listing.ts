/** A run as a list of documents: what needs a person most comes first. */
import type { FileEntry, Run } from '../../schemas/run.js'
import type { EditCount } from './edits.js'

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
  /** Identities that fail, those that a person has settled left out. */
  fails: number
  /** Findings by how grave they are. */
  errors: number
  warnings: number
  infos: number
  /** Codes of its findings. */
  findings: string[]
  /** What people have put right in it; absent where nobody has, and where nothing can be corrected. */
  edits?: EditCount
  /** Why there is nothing to read. */
  error: string | null
}

export interface Listing {
  schema: 'kemu/list@1'
  version: string
  documents: Listed[]
}

/** @param edits by document */
export function listingOf(
  { version, files }: Run,
  edits: ReadonlyMap<string, EditCount> = new Map(),
): Listing {
  const documents = files.map((entry) => listed(entry, edits.get(entry.file))).toSorted(byNeed)
  return { schema: 'kemu/list@1', version, documents }
}

function listed(entry: FileEntry, edits: EditCount | undefined): Listed {
  const { file, status, report, pages, tables, checks, findings, severities, settled, error } =
    entry
  return {
    file,
    status,
    owner: report?.department ?? null,
    year: report?.fiscalYear ?? null,
    kind: report?.kind ?? null,
    scope: report?.scope ?? null,
    pages,
    tables: Object.values(tables).reduce((sum, count) => sum + count, 0),
    fails: checks.fails - (settled?.identity_fails ?? 0),
    errors: severities?.error ?? 0,
    warnings: severities?.warning ?? 0,
    infos: severities?.info ?? 0,
    findings: Object.keys(findings ?? {}),
    ...(edits && { edits }),
    error: error?.message ?? null,
  }
}

/** First what nobody has read at all, then by errors, failed identities and warnings; alike by name. */
function byNeed(a: Listed, b: Listed): number {
  const unread = Number(b.error !== null) - Number(a.error !== null)
  const worse = b.errors - a.errors || b.fails - a.fails || b.warnings - a.warnings
  return unread || worse || b.infos - a.infos || (a.file < b.file ? -1 : 1)
}
