/** RawTable -> RecognizedTable: its kind and the meaning of its columns, or a finding that says what is unknown. */
import type { Panel } from '../../../schemas/document.js'
import type { KindDescription } from '../../../schemas/kind.js'
import type { ColumnRole, RawTable, RecognizedTable } from '../../../schemas/stages.js'
import { readColumns } from './columns.js'
import { doubtsOf } from './doubts.js'
import { type Choice, chooseKind, codeSystemOf } from './kind.js'
import { panelsOf } from './panels.js'

/**
 * The tables of a document; those of a government's own budget are of no kind of ours, and what is told by its
 * columns alone is not a second table of a kind that has its own.
 */
export function recognizeTables(
  raws: readonly RawTable[],
  kinds: readonly KindDescription[],
  isGovernment = false,
): RecognizedTable[] {
  if (isGovernment) return raws.map((raw) => ({ ...recognizeTable(raw, []), issues: [] }))
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
  if (!isOneList(raw, groups, panels, choice.kind)) namePanels(groups, panels)
  nameColumns(groups.flat())
  return toRecognized(raw, groups, choice)
}

const NO_KIND: Choice = { kind: null, rivals: [], inferred: false }

function toRecognized(raw: RawTable, groups: ColumnRole[][], choice: Choice): RecognizedTable {
  const { kind, inferred } = choice
  return { raw, kind, groups, inferred, issues: doubtsOf(raw, groups, choice) }
}

/**
 * One list that runs on beside itself is of one thing; a block of it that prints no class says less
 * of what it is of than the others, and codes of their classification.
 */
function isOneList(
  raw: RawTable,
  groups: ColumnRole[][],
  panels: readonly Panel[],
  kind: KindDescription | null,
): boolean {
  if (groups.length < 2) return true
  if (kind?.layout === 'panels') return false
  const systems = new Set(groups.map((group) => codeSystemOf(raw, [group])))
  return new Set(panels).size < 2 || (systems.size === 1 && !systems.has(null))
}

/** Lists side by side are told apart by what each is of. */
function namePanels(groups: ColumnRole[][], panels: readonly Panel[]): void {
  groups.forEach((group, i) => {
    for (const role of group) role.panel = panels[i]
  })
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
