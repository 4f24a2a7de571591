/** The leaves of one kind of table, in one measure and one phase: as printed, or rolled up by code. */
import type { BudgetDocument, BudgetTable } from '../../schemas/document.js'
import type { Doubt } from '../../schemas/flat/columns.js'
import type { Fact, Row } from '../panel/table.js'
import type { OneOfAKind } from './guard.js'
import { type Column, isOfOwnYear, type Line, lineOf } from './line.js'
import type { FigureWish, Say, Wish } from './options.js'
import { asPrinted, rolledUp, type Sum } from './rollup.js'
import { doubtsOf, linkOf, type Source, whoseOf } from './whose.js'

/** Of a table, what its rows say of themselves. */
interface Place {
  read: Source
  table: Row
  printed: BudgetTable
  several: boolean
}

export function* figuresOf(
  read: Source,
  wish: Wish & FigureWish,
  phases: OneOfAKind,
  say: Say,
): Generator<Row> {
  const tables = read.rows.tables.filter(({ table_kind }) => table_kind === wish.kind)
  sayOf(read, tables, wish, say)
  for (const table of tables) {
    const facts = wantedFacts(read, table, wish, say)
    for (const { own } of facts) phases.take(String(own.phase), read.file)
    const place = {
      read,
      table,
      printed: tableOf(read.document, table),
      several: tables.length > 1,
    }
    for (const column of columnsOf(facts, place.printed)) yield* rowsOf(place, column, wish)
  }
}

function sayOf(
  { file, document }: Source,
  tables: readonly Row[],
  { kind }: FigureWish,
  say: Say,
): void {
  if (tables.length === 0)
    say({ file, code: 'no_such_table', message: `no ${kind} (${document.status})` })
  if (tables.length < 2) return
  const pages = tables.map((table) => table.pages).join('; ')
  const message = `${tables.length} tables of the kind, on pages ${pages}: their money may be the same`
  say({ file, code: 'several_tables', message })
}

function tableOf({ tables }: BudgetDocument, { json_table }: Row): BudgetTable {
  return tables.find(({ id }) => id === json_table) as BudgetTable
}

/** Of the measure and the phase; what else the table has is said. */
function wantedFacts(
  { file, rows }: Source,
  { table_id }: Row,
  wish: Wish & FigureWish,
  say: Say,
): Fact[] {
  const facts = rows.facts.filter(({ shared }) => shared.table_id === table_id)
  const measured = facts.filter(({ own }) => own.measure === wish.measure)
  if (facts.length > 0 && measured.length === 0) {
    const others = [...new Set(facts.flatMap(({ own }) => own.measure ?? []))].join(', ')
    say({
      file,
      code: 'no_such_measure',
      message: `no column of ${wish.measure}: it has ${others || 'none that is understood'}`,
    })
  }
  const wanted = measured.filter((fact) =>
    wish.phase === null ? isOfOwnYear(fact) : fact.own.phase === wish.phase,
  )
  const chosen = new Set(wanted)
  const others = new Set(measured.filter((fact) => !chosen.has(fact)).map(({ own }) => own.phase))
  for (const phase of others)
    say({
      file,
      code: 'other_phase',
      message: `figures of ${phase} are left out: --phase ${phase} gives them`,
    })
  const unsaid = wanted.filter(({ shared, own }) => shared.is_leaf === null && own.amount !== null)
  if (unsaid.length > 0)
    say({
      file,
      code: 'unsaid',
      message: `${unsaid.length} rows on page ${unsaid[0].own.page} are left out: nothing says whether others repeat them (${unsaid[0].shared.leaf_reason})`,
    })
  return wanted
}

/** Lists side by side, and columns of one measure, are columns of their own: nothing is summed over them. */
function columnsOf(facts: readonly Fact[], printed: BudgetTable): Column[] {
  const columns = new Map<string, Line[]>()
  const rows = new Map(printed.rows.map((row) => [row.id, row]))
  for (const fact of facts) {
    const { json_column, phase, figure_year } = fact.own
    const key = JSON.stringify([fact.shared.panel, json_column, phase, figure_year])
    const lines = columns.get(key) ?? []
    columns.set(key, lines)
    lines.push(lineOf(fact, rows))
  }
  return [...columns.values()]
}

function* rowsOf(place: Place, column: Column, wish: Wish & FigureWish): Generator<Row> {
  const sums = wish.level === null ? asPrinted(column) : rolledUp(column, wish.level)
  for (const sum of sums) {
    const { shared, own } = (sum.row ?? sum.leaves[0]).fact
    yield {
      ...whoseOf(place.read),
      ...{ figure_year: own.figure_year, phase: own.phase, table_kind: shared.table_kind },
      ...{ table: place.table.title, panel: shared.panel, direction: shared.direction },
      ...agencyOf(sum.leaves),
      ...{ code: sum.code, name: sum.row ? shared.row_name || null : null },
      ...{ row_kind: sum.isOurs ? 'derived' : 'leaf', leaves: sum.leaves.length },
      ...{ measure: own.measure, header: own.header, amount: sum.amount },
      printed: sum.row ? own.amount_text : null,
      printed_amount: sum.row ? own.amount : null,
      ...{ unit: own.unit, check_outcome: sum.row ? own.check_outcome : null },
      doubt: doubtsOf(doubtsIn(place, sum)),
      corrected_by: eachOnce(sum, 'corrected_by'),
      corrected_from: eachOnce(sum, 'corrected_from'),
      page: own.page,
      link: linkOf(place.read, own.page as number, wish.links),
    }
  }
}

/** Of a sum of ours, what its leaves say. */
function eachOnce({ leaves, row }: Sum, name: 'corrected_by' | 'corrected_from'): string | null {
  const said = [...leaves, ...(row ? [row] : [])].flatMap(({ fact }) => fact.own[name] ?? [])
  return [...new Set(said)].join('; ') || null
}

function doubtsIn({ several, read }: Place, sum: Sum): (Doubt | null | false)[] {
  return [
    several && 'several_tables',
    read.earlier !== null && 'other_document',
    sum.proof,
    sum.leaves.some(({ fact }) => hasNoAmount(fact)) && 'no_amount',
    sum.isAbove && 'above_level',
    sum.row?.fact.own.check_outcome === 'fails' && 'check_fails',
  ]
}

/** A blank is no amount either, and takes none away. */
function hasNoAmount({ own }: Fact): boolean {
  return own.amount === null && own.amount_gap !== 'blank'
}

/** Of one unit throughout, or of none that could be named. */
function agencyOf(leaves: readonly Line[]): Row {
  const [{ fact: first }, ...others] = leaves
  const { agency_code, agency_name } = first.shared
  const isOne = others.every(
    ({ fact }) =>
      fact.shared.agency_code === agency_code && fact.shared.agency_name === agency_name,
  )
  return isOne ? { agency_code, agency_name } : { agency_code: null, agency_name: null }
}
