import { REPORT_LABELS, SCOPE_LABELS } from '../../../../schemas/labels.js'
import type { EditCount } from '../../edits.js'
import type { Listed } from '../../listing.js'
import { documentUrl } from '../address.js'
import { useSettings } from '../ui/settings.js'
import { Status } from '../ui/status.js'

/** A document of the list: whose it is, what it is, and what in it needs a look. */
export function DocumentRow({ entry }: { entry: Listed }) {
  const { words, lang } = useSettings()
  const { file, owner, year, kind, scope, pages, tables, error } = entry
  const report = [scope && SCOPE_LABELS[scope][lang], kind && REPORT_LABELS[kind][lang]]
  const what = [year, report.filter(Boolean).join(lang === 'zh' ? '' : ': ')].filter(Boolean)
  return (
    <a class="document-row" href={documentUrl(file)}>
      <span class="owner">{owner ?? file.slice(file.lastIndexOf('/') + 1)}</span>
      <span class="what">{what.join(' · ')}</span>
      <Status status={entry.status} />
      <span class="file">{error === null ? file : `${file} – ${error}`}</span>
      <span class="counts">
        {error === null && `${words.pages(pages)} · ${words.tables(tables)}`}
        <Count of={entry.errors} say={words.errors} grade="error" />
        <Count of={entry.fails} say={words.fails} grade="error" />
        <Count of={entry.warnings} say={words.warnings} grade="warning" />
        <Count of={entry.infos} say={words.infos} grade="info" />
        {entry.edits && <Edits of={entry.edits} />}
      </span>
    </a>
  )
}

/** Those that a run has put in, those that wait for one, and those that were made for another PDF. */
function Edits({ of: { all, pending, stale } }: { of: EditCount }) {
  const { words } = useSettings()
  return (
    <>
      <Count of={all} say={words.edits} grade="info" />
      <Count of={pending} say={words.waiting} grade="warning" />
      <Count of={stale} say={words.staleCount} grade="error" />
    </>
  )
}

function Count({ of, say, grade }: { of: number; say: (of: number) => string; grade: string }) {
  return of > 0 ? <span class={`count ${grade}`}>{say(of)}</span> : null
}
