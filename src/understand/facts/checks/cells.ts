/** Cells of the tables that may print a figure of the prose. */
import { termOf } from '../../../../schemas/check.js'
import type { BudgetRow, BudgetTable, Column } from '../../../../schemas/document.js'
import type { Measure } from '../../../../schemas/measures.js'
import type { Witness } from '../../../../schemas/prose/witnesses.js'
import { fold } from '../../../../schemas/text.js'
import { halfOf, type Side } from './term.js'

/** The one table of a kind that is the document's own; null where there is none, or a choice. */
export function onlyTable(
  tables: readonly BudgetTable[],
  kind: BudgetTable['kind'],
  owner: string | null,
): BudgetTable | null {
  const found = tables.filter((table) => table.kind === kind && table.unit !== null)
  if (found.length === 1) return found[0]
  const own = found.filter((table) => table.owner !== null && table.owner === owner)
  return own.length === 1 ? own[0] : null
}

/** What a witness points at, the likelier first. */
export function cellsOf(table: BudgetTable, witness: Witness, budgeted: boolean): Side[] {
  if (witness.side) return totalsOfSide(table, witness.side)
  const columns = columnsOf(table, witness.column ?? 'total', budgeted)
  const inColumn = totalRows(table).flatMap((row) => sidesOf(table, row, columns))
  const { named } = witness
  if (inColumn.length > 0 || !named) return inColumn
  const rows = table.rows.filter((row) => named.test(bare(row.name)))
  return rows.flatMap((row) => sidesOf(table, row, columnsOf(table, 'total', budgeted)))
}

/**
 * The cells of the rows that bear a name or a code, in the column of totals. An item's name stands under
 * many sections: the one that the sentence names, if it names one.
 */
export function cellsNamed(table: BudgetTable, qualifier: string, sentence: string): Side[] {
  const code = /^\d{3,7}/.exec(qualifier)?.[0] ?? null
  const name = bare(qualifier)
  const rows = table.rows.filter((row) =>
    code === null ? bare(row.name) === name && isUnder(table, row, sentence) : row.code === code,
  )
  const spent = rows.filter(({ panel }) => panel !== 'revenue')
  const distinct = new Set(spent.map((row) => row.code ?? row.id)).size === 1
  return distinct ? spent.flatMap((row) => sidesOf(table, row, columnsOfRow(table, row))) : []
}

/** Of lists side by side, the row's own list; else the total. */
function columnsOfRow(table: BudgetTable, row: BudgetRow): Column[] {
  if (row.panel === null) return columnsOf(table, 'total', false)
  return amounts(table).filter(({ id, panel }) => id in row.cells && panel === row.panel)
}

function isUnder(table: BudgetTable, row: BudgetRow, sentence: string): boolean {
  const above = table.rows.find(({ id }) => id === row.parent)
  const names = /[（(]款[）)]/.test(sentence) && above?.code?.length === 5
  return !names || fold(sentence).includes(bare(above.name))
}

/** 一般公共服务支出（类） and 201一般公共服务 are one. */
export function bare(name: string): string {
  return fold(name)
    .replace(/^\d{3,7}[-_]?|\(\d*[类款项]\)|^[一二三四五六七八九十]+、/g, '')
    .replace(/(?<=.{2})支出$/, '')
}

const isTotal = ({ role }: BudgetRow) => role === 'total'

function totalsOfSide(table: BudgetTable, side: 'revenue' | 'expenditure'): Side[] {
  const rows = table.rows.filter(
    (row) =>
      isTotal(row) && row.panel !== null && (row.panel === 'revenue') === (side === 'revenue'),
  )
  return rows.toReversed().flatMap((row) => sidesOf(table, row, amounts(table)))
}

function totalRows(table: BudgetTable): BudgetRow[] {
  const labelled = table.rows.filter(isTotal)
  const [first] = table.rows
  return labelled.length === 0 && first?.role === 'unit' ? [first] : labelled
}

/** This year's amounts. */
const amounts = ({ columns }: BudgetTable): Column[] =>
  columns.filter(
    ({ type, measure, phase }) =>
      type === 'amount' && !phase?.startsWith('previous') && !measure?.startsWith('change'),
  )

/** @param budgeted of accounts: the budget beside what was spent */
function columnsOf(table: BudgetTable, wanted: Measure, budgeted: boolean): Column[] {
  const all = amounts(table)
  const printsBoth = all.some(({ phase }) => phase === 'executed')
  return all.filter(
    ({ measure, phase }) =>
      measure === wanted && (budgeted ? phase === 'budget' : !printsBoth || phase !== 'budget'),
  )
}

function sidesOf(table: BudgetTable, row: BudgetRow, columns: readonly Column[]): Side[] {
  return columns.flatMap(({ id }) => {
    const term = termOf(table, row, id)
    return term === null ? [] : [{ term, half: halfOf(term.value) }]
  })
}
