/** One document: fetched, worked out once, and shown. */
import { useEffect, useState } from 'preact/hooks'
import type { BudgetDocument } from '../../../../schemas/document.js'
import { reportZh } from '../../../../schemas/labels.js'
import { documentUrl, fetchJson, LIST_URL } from '../address.js'
import { useDesk } from '../correct/desk.js'
import { useSettings } from '../ui/settings.js'
import { type Model, modelOf } from './model.js'
import { beginToOpen, type Opening } from './pdf-viewer.js'
import { Viewer } from './viewer.js'

export function DocumentPage({ file }: { file: string }) {
  const { words } = useSettings()
  const [model, setModel] = useState<Model | null>(null)
  const [opening, setOpening] = useState<Opening | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const load = async () => {
    const read = await fetchJson<BudgetDocument>(documentUrl(file, 'document.json'))
    document.title = titleOf(read)
    setModel(modelOf(read))
  }
  useEffect(() => {
    document.title = `kemu · ${file}`
    const begun = beginToOpen(file)
    setOpening(begun)
    load().catch((cause: Error) => setFailure(cause.message))
    return () => void begun.destroy()
  }, [file])
  const desk = useDesk(file, load)
  if (model && opening) return <Viewer {...{ file, model, opening, desk }} />
  return (
    <main class="waiting">
      <p role="status">{failure === null ? words.loading : words.noDocument}</p>
      {failure !== null && <p class="why">{`${file}: ${failure}`}</p>}
      <a href={LIST_URL}>{words.back}</a>
    </main>
  )
}

function titleOf({ report, source }: BudgetDocument): string {
  return [report.department ?? source.file, report.fiscalYear, reportZh(report)]
    .filter((part) => part !== null)
    .join(' ')
}
