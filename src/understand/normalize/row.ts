/** One printed row of one list -> code, name, role and cells. */
import type { BudgetRow, Cell } from '../../../schemas/document.js'
import type { ColumnRole, RawCell, RawRow } from '../../../schemas/stages.js'
import { parseAmount } from './amount.js'
import type { CodeContext } from './code.js'
import { codeNameOf, glueOf, governmentCode, oddCodesOf, rowCode } from './code-cells.js'
import type { Draft } from './draft.js'
import type { ListFacts } from './facts.js'
import { has, type KeyText, labelsOf } from './keys.js'
import { splitLabel, squeeze } from './name.js'
import { bareLabel, isSumLabel, roleOf } from './role.js'
import { labelOf, ownName, type Speaker, speakerOf } from './speaker.js'
import { swallowedIn } from './swallowed.js'
import { splitUnitCode } from './unit.js'
import { type NamedUnit, unitOf } from './unit-row.js'

export interface Contexts {
  /** The unit named last: a block names it in its first row only. */
  unit: string | null
  own: CodeContext
  government: CodeContext
}

/** What is known of a row's list before the row is read. */
export interface InList {
  group: readonly ColumnRole[]
  facts: ListFacts
  contexts: Contexts
}

/** @param isNamedUnit the list says that the row is a unit's, though nothing but its name does */
export function toDraft(
  raw: RawRow,
  keys: readonly KeyText[],
  list: InList,
  isNamedUnit: boolean,
): Draft | null {
  const { group, facts, contexts } = list
  const { cells, odd, printed } = cellsOf(raw, group)
  if (!printed && keys.every((key) => key.text === '')) return null
  const speaker = speakerOf(keys)
  const glued = glueOf(speaker)
  const unit = unitOf(keys, ownName(speaker), facts)
  if (unit.inCodes && facts.unitsOutside) contexts.own.restart()
  const indent = speaker?.key.cell?.indent ?? 0
  const code = unit.inCodes ? null : rowCode(keys, glued, contexts.own, indent)
  const government = governmentCode(keys, contexts.government)
  const { name, ordinal } = splitLabel(nameOf(speaker, glued.name, unit))
  const own = squeeze(speaker?.own.text ?? '')
  const swallowed = swallowedIn(speaker, raw, group)
  const isUnit = isNamedUnit || (unit.isRow && ordinal === '')
  const role = roleOf(
    name,
    speaker?.key === speaker?.own ? name : own,
    code ?? government.governmentCode ?? null,
    isUnit,
  )
  return {
    row: {
      id: '',
      parent: null,
      level: 0,
      panel: null,
      role,
      kind: null,
      kindReason: 'no_total',
      code: role === 'total' ? null : code,
      ...government,
      ...unitFields(
        keys,
        role === 'unit' && unit.name === '' ? { ...unit, name } : unit,
        role,
        contexts,
      ),
      name: role === 'total' ? bareLabel(name) : name,
      ...labelOf(speaker),
      cells: { ...cells, ...otherNames(keys, speaker) },
    },
    ordinal,
    indent,
    rank: speaker?.key.rank ?? 0,
    labels: labelsOf(keys),
    opens: role !== 'subtotal' || code !== null || speaker?.key !== speaker?.own,
    codeName: code === null || swallowed !== null ? null : codeNameOf(keys, speaker, glued),
    odd,
    oddCodes: unit.inCodes || role === 'total' ? [] : oddCodesOf(keys, code, government),
    swallowed,
    page: raw.page,
  }
}

function cellsOf(
  raw: RawRow,
  group: readonly ColumnRole[],
): { cells: Record<string, Cell>; odd: RawCell[]; printed: boolean } {
  const cells: Record<string, Cell> = {}
  const odd: RawCell[] = []
  let printed = false
  for (const role of group) {
    if (role.key !== null && role.type !== 'amount') continue
    const cell = raw.cells[role.index]
    if (!cell && role.type === 'text') continue
    const read = role.type === 'text' ? null : parseAmount(cell?.text ?? '', role.writing)
    const value = read && cell && isGluedOver(cell, raw.cells[role.index + 1]) ? undefined : read
    if (value === undefined && cell) odd.push(cell)
    if (cell && cell.text !== '') printed = true
    cells[role.id] = toCell(cell, value ?? null, raw.page)
  }
  return { cells, odd, printed }
}

/** Digits in a cell as wide as several columns: those of each may stand there, without a rule or a blank between. */
export function isGluedOver(cell: RawCell, next: RawCell | null | undefined): boolean {
  return cell.colSpan > 1 && next === null && /^\d+$/.test(cell.text)
}

function toCell(cell: RawCell | null, value: string | null, page: number): Cell {
  return { text: cell?.text ?? '', value, page: cell?.page ?? page, bbox: cell?.box ?? null }
}

/** Names beside the one that speaks: the class that spans the row, 项目类别, the other classification's. */
function otherNames(keys: readonly KeyText[], speaker: Speaker | null): Record<string, Cell> {
  const others: Record<string, Cell> = {}
  for (const { key, id, cell, text } of keys) {
    const isName = key === 'name' || key === 'government_name'
    if (isName && cell && text !== '' && cell !== speaker?.own.cell)
      others[id] = toCell(cell, null, cell.page)
  }
  return others
}

function nameOf(speaker: Speaker | null, name: string, unit: NamedUnit): string {
  if (unit.inCodes) return unit.name
  return speaker?.key.key === 'unit_name' ? squeeze(splitUnitCode(name).name) : squeeze(name)
}

/** In a table that names units beside its rows, the unit of each row: its own, or that of the block. */
function unitFields(
  keys: readonly KeyText[],
  unit: NamedUnit,
  role: BudgetRow['role'],
  contexts: Contexts,
): { unitName?: string | null; unitCode?: string | null } {
  const code = unit.code !== null || has(keys, 'unit_code') ? { unitCode: unit.code } : {}
  const beside = has(keys, 'name') || has(keys, 'period') || has(keys, 'words')
  if (!beside || !has(keys, 'unit_name')) return code
  const named = unit.name !== '' && !isSumLabel(unit.name)
  if (named) contexts.unit = unit.name
  return { unitName: named || role !== 'total' ? contexts.unit : null, ...code }
}
