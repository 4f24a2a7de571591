import type { BudgetDocument } from '../../../../schemas/document.js'
import { REPORT_LABELS, reportZh } from '../../../../schemas/labels.js'
import { LIST_URL } from '../address.js'
import { SettingButtons, useSettings } from '../ui/settings.js'
import { Status } from '../ui/status.js'

interface Props {
  document: BudgetDocument
  showsBoxes: boolean
  isCopied: boolean
  turnBoxes: () => void
  copy: () => void
  help: () => void
  zoom: (by: 1 | -1) => void
  /** Absent where nothing takes corrections; null where nothing is chosen to correct. */
  correct?: (() => void) | null
}

export function TopBar(props: Props) {
  const { document, showsBoxes, isCopied, turnBoxes, copy, help, zoom, correct } = props
  const { words, lang } = useSettings()
  const { report, source, status } = document
  const kind = lang === 'zh' ? reportZh(report) : report.kind && REPORT_LABELS[report.kind].en
  return (
    <header class="top">
      <a href={LIST_URL} title={words.back}>
        <span aria-hidden="true">☰</span>
        <span class="unseen">{words.back}</span>
      </a>
      <h1 title={source.file}>
        {[report.department ?? source.file, report.fiscalYear, kind].filter(Boolean).join(' ')}
      </h1>
      <Status status={status} />
      <span class="tools">
        <button type="button" onClick={() => zoom(-1)} title={words.smaller}>
          −<span class="unseen">{words.smaller}</span>
        </button>
        <button type="button" onClick={() => zoom(1)} title={words.bigger}>
          +<span class="unseen">{words.bigger}</span>
        </button>
        <button type="button" aria-pressed={showsBoxes} onClick={turnBoxes}>
          {words.boxes}
        </button>
        {correct !== undefined && (
          <button
            type="button"
            disabled={correct === null}
            title={correct === null ? words.nothingToCorrect : undefined}
            onClick={() => correct?.()}
          >
            {words.correct}
          </button>
        )}
        <button type="button" onClick={copy}>
          {isCopied ? words.copied : words.copyLink}
        </button>
        <button type="button" onClick={help}>
          {words.keys}
        </button>
        <SettingButtons />
      </span>
    </header>
  )
}
