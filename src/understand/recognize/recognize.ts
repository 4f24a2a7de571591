/** RawTable -> RecognizedTable: its kind and the meaning of its columns, or a finding that says what is unknown. */
import type { Issue } from '../../../schemas/document.js'
import { finding } from '../../../schemas/findings.js'
import type { KindDescription } from '../../../schemas/kind.js'
import type { TableKind } from '../../../schemas/kinds.js'
import { KIND_LABELS } from '../../../schemas/labels.js'
import type { ColumnRole, RawTable, RecognizedTable } from '../../../schemas/stages.js'
import { fold, SURE_AMOUNT } from '../../../schemas/text.js'
import { readColumns } from './columns.js'
import { chooseKind } from './kind.js'
import { panelsOf } from './panels.js'

export function recognizeTable(raw: RawTable, kinds: readonly KindDescription[]): RecognizedTable {
  const groups = readColumns(raw)
  const { kind, rivals } = chooseKind(raw, groups, kinds)
  namePanels(raw, groups, kind)
  const columns = groups.flat()
  nameColumns(columns)
  return { raw, kind, groups, issues: issuesOf(raw, kind, columns, rivals) }
}

/** Lists side by side are told apart by what each is of; one list that runs on beside itself is of one thing. */
function namePanels(raw: RawTable, groups: ColumnRole[][], kind: KindDescription | null): void {
  const panels = panelsOf(raw, groups)
  if (groups.length < 2 || (kind?.layout !== 'panels' && new Set(panels).size < 2)) return
  groups.forEach((group, i) => {
    for (const role of group) role.panel = panels[i]
  })
}

/** What a person should look at; a form's headers are not read, so nothing is unknown of them. */
function issuesOf(
  raw: RawTable,
  kind: KindDescription | null,
  columns: ColumnRole[],
  rivals: readonly TableKind[],
): Issue[] {
  if (kind === null) return unrecognizedIssues(raw)
  return [
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

function rivalIssues(raw: RawTable, kinds: readonly TableKind[]): Issue[] {
  if (kinds.length === 0) return []
  const rivals = kinds.map((kind) => KIND_LABELS[kind])
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
