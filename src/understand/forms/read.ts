/**
 * Performance forms and lists -> a record for each project or department.
 *
 * A form is not a list of rows but a tree of labelled cells: names, money, tasks, goals, indicators
 * and scores, each block with a header of its own. Sheet -> forms -> blocks -> records.
 */
import type { BudgetTable, Check, Issue, PerformanceRecord } from '../../../schemas/document.js'
import { finding } from '../../../schemas/findings.js'
import type { RecognizedTable, TextLine } from '../../../schemas/stages.js'
import { formChecks } from './checks.js'
import { isIndicatorHeader } from './line.js'
import { readList } from './list.js'
import { oddTargets } from './odd.js'
import { placesIn } from './places.js'
import { projectRowChecks } from './project-rows.js'
import { type ReadForm, readForm } from './record.js'
import { toSheets } from './sheet.js'
import { type FormDraft, splitForms } from './split.js'
import { unreadTexts } from './unread.js'

export interface Performance {
  performance: PerformanceRecord[]
  checks: Check[]
  issues: Issue[]
}

/**
 * @param tables all tables of a document, in its order
 * @param budget the same tables, as they are put out
 * @param prose lines outside the tables: titles, years and units above a form
 */
export function readForms(
  tables: RecognizedTable[],
  budget: readonly BudgetTable[],
  prose: TextLine[],
): Performance {
  const ids = budget.map(({ id }) => id)
  const read = toSheets(tables, prose).flatMap((sheet) =>
    splitForms(sheet).flatMap((draft) => readDraft(draft, tables)),
  )
  const performance = read.map(({ record, table }, i) => ({
    id: `p${i + 1}`,
    table: ids[table],
    ...record,
  }))
  const idOf = (table: number) => ids[table]
  const unread = read.flatMap((form) => unreadTexts(form, idOf))
  const touched = tablesOf(read)
  const places = placesIn(budget.filter((_, i) => touched.has(i)))
  const checks = [
    ...performance.flatMap((record) => formChecks(record, places)),
    ...projectRowChecks(performance, budget, places),
  ]
  const odd = performance.flatMap(oddTargets)
  return { performance, checks, issues: [...unread, ...odd, ...unreadForms(tables, ids, read)] }
}

function readDraft(draft: FormDraft, tables: RecognizedTable[]): ReadForm[] {
  const [first] = draft.lines
  if (!first) return []
  const kind = tables[first.line.part.table].kind?.form ?? null
  const isList = draft.lines.some(({ block }) => block === 'listHeader')
  if (isList) return readList(draft, kind)
  const form = readForm(draft, kind)
  return isForm(form) ? [form] : []
}

/** A blank template is a form with nothing in it; a grid without a label of one is none, whatever its title says. */
function isForm({ record, lines }: ReadForm): boolean {
  const { funding, goals, indicators, project, department, tasks } = record
  if (funding.length + goals.length + indicators.length + tasks.length > 0) return true
  return (
    project !== null || department !== null || lines.some(({ cells }) => isIndicatorHeader(cells))
  )
}

/** By their place in the document, the tables that records came of. */
function tablesOf(read: readonly ReadForm[]): Set<number> {
  return new Set(read.flatMap(({ lines }) => lines.map(({ part }) => part.table)))
}

/** A table that its title calls a form, and no record came of it. */
function unreadForms(
  tables: RecognizedTable[],
  ids: readonly string[],
  read: readonly ReadForm[],
): Issue[] {
  const touched = tablesOf(read)
  return tables.flatMap(({ raw, kind }, i) => {
    if (kind?.layout !== 'form' || touched.has(i)) return []
    const [{ page, box }] = raw.boxes
    return [finding('form_unread', { title: raw.title }, { table: ids[i], page, bbox: box })]
  })
}
