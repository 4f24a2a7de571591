import { STATUS_LABELS } from '../../../../schemas/labels.js'
import type { FileEntry } from '../../../../schemas/run.js'
import { useSettings } from './settings.js'

export function Status({ status }: { status: FileEntry['status'] }) {
  return <span class={`status ${status}`}>{useStatusName()(status)}</span>
}

export function useStatusName(): (status: string) => string {
  const { words, lang } = useSettings()
  return (status) =>
    (STATUS_LABELS as Record<string, Record<typeof lang, string>>)[status]?.[lang] ??
    words.statuses[status] ??
    status
}
