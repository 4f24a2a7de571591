/** RawTable -> RecognizedTable: its kind and the meaning of its columns, or a finding that says what is unknown. */
import type { Issue, Panel } from '../../../schemas/document.js'
import { finding } from '../../../schemas/findings.js'
import type { KindDescription } from '../../../schemas/kind.js'
import type { ColumnRole, RawTable, RecognizedTable } from '../../../schemas/stages.js'
import { fold, SURE_AMOUNT } from '../../../schemas/text.js'
import { readColumns } from './columns.js'
import { type Choice, chooseKind } from './kind.js'
import { panelsOf } from './panels.js'

/** The tables of a document; what is told by its columns alone is not a second table of a kind that has its own. */
export function recognizeTables(
  raws: readonly RawTable[],
  kinds: readonly KindDescription[],
): RecognizedTable[] {
  const read = raws.map((raw) => recognizeTable(raw, kinds))
  const isTaken = ({ kind, raw }: RecognizedTable) =>
    kind?.core &&
    read.some(
      (other) => other.kind === kind && !other.inferred && other.raw.ownerLine === raw.ownerLine,
    )
  return read.map((table) =>
    table.inferred && isTaken(table) ? toRecognized(table.raw, table.groups, NO_KIND) : table,
  )
}

export function recognizeTable(raw: RawTable, kinds: readonly KindDescription[]): RecognizedTable {
  const groups = readColumns(raw)
  const panels = panelsOf(raw, groups)
  const choice = chooseKind(raw, groups, panels, kinds)
  namePanels(groups, panels, choice.kind)
  nameColumns(groups.flat())
  return toRecognized(raw, groups, choice)
}

const NO_KIND: Choice = { kind: null, rivals: [], inferred: false }

function toRecognized(raw: RawTable, groups: ColumnRole[][], choice: Choice): RecognizedTable {
  const { kind, inferred } = choice
  return { raw, kind, groups, inferred, issues: issuesOf(raw, groups.flat(), choice) }
}

/** Lists side by side are told apart by what each is of; one list that runs on beside itself is of one thing. */
function namePanels(
  groups: ColumnRole[][],
  panels: readonly Panel[],
  kind: KindDescription | null,
): void {
  if (groups.length < 2 || (kind?.layout !== 'panels' && new Set(panels).size < 2)) return
  groups.forEach((group, i) => {
    for (const role of group) role.panel = panels[i]
  })
}

/** What a person should look at; a form's headers are not read, so nothing is unknown of them. */
function issuesOf(raw: RawTable, columns: ColumnRole[], choice: Choice): Issue[] {
  const { kind, rivals, inferred } = choice
  if (kind === null) return unrecognizedIssues(raw)
  const params = { title: raw.title, kind: kind.label }
  return [
    ...(inferred ? [finding('kind_inferred', params, placeOf(raw))] : []),
    ...rivalIssues(raw, rivals),
    ...(kind.layout === 'form' ? [] : unknownIssues(raw, columns)),
  ]
}

/** A table of no known kind matters where it holds money: its rows are there, what they mean is not. */
function unrecognizedIssues(raw: RawTable): Issue[] {
  const cells = raw.rows.flatMap((row) => row.cells)
  const amounts = cells.filter((cell) => SURE_AMOUNT.test(fold(cell?.text ?? ''))).length
  if (amounts < 3) return []
  return [finding('unrecognized_table', { title: raw.title, amounts }, placeOf(raw))]
}

/** Ids say what a column means, and stay the same whatever stands beside it. */
function nameColumns(columns: ColumnRole[]): void {
  const used = new Map<string, number>()
  for (const role of columns) {
    const base = [role.panel, role.key ?? role.meaning ?? role.type]
      .filter(Boolean)
      .join('.')
      .replaceAll('.', '_')
    const count = (used.get(base) ?? 0) + 1
    used.set(base, count)
    role.id = count === 1 ? base : `${base}_${count}`
  }
}

function rivalIssues(raw: RawTable, rivals: string[]): Issue[] {
  if (rivals.length === 0) return []
  return [finding('ambiguous_kind', { title: raw.title, rivals }, placeOf(raw))]
}

function unknownIssues(raw: RawTable, columns: ColumnRole[]): Issue[] {
  return columns
    .filter((role) => role.type === 'amount' && role.meaning === null)
    .map(({ path, id }) =>
      finding('unknown_header', { header: path.join('/') }, { ...placeOf(raw), column: id }),
    )
}

function placeOf({ boxes: [{ page, box }] }: RawTable): { page: number; bbox: Issue['bbox'] } {
  return { page, bbox: box }
}
