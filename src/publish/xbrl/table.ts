/** One table -> its title, its figures and the names of its rows. */
import { decimalsOf, POWER, scale, unitOfCell } from '../../../schemas/amount.js'
import type { Corrected } from '../../../schemas/corrected.js'
import type {
  BudgetDocument,
  BudgetRow,
  BudgetTable,
  Cell,
  Column,
  Panel,
} from '../../../schemas/document.js'
import { TEXT_CONCEPTS, textFact } from './about.js'
import { columnFacts } from './columns.js'
import { COUNT_CONCEPT, SHARE_CONCEPT, UNNAMED_CONCEPT, UNSTATED_CONCEPT } from './concepts.js'
import { type Context, type Contexts, type Fact, factId, yearPeriod } from './context.js'
import type { Members, TypedMembers } from './dimensions.js'
import type { ColumnFact } from './headed.js'
import { CNY, type Measure, PURE, panelMember, sourceMember, UNSTATED_UNIT } from './names.js'
import { type RowKey, RowKeys } from './row.js'
import { withoutBlanks } from './text.js'

/** What all figures of a table share. */
interface Base {
  table: BudgetTable
  contexts: Contexts
  members: Members
  typed: TypedMembers
}

const FIGURES: ReadonlySet<Column['type']> = new Set(['amount', 'percent', 'count'])

export function tableFacts(
  document: BudgetDocument,
  table: BudgetTable,
  contexts: Contexts,
): Fact[] {
  const { report } = document
  const owner = withoutBlanks(table.owner ?? '')
  const isOther = owner !== '' && owner !== withoutBlanks(report.department ?? '')
  const members: Members = { source: sourceMember(table.kind) }
  const base: Base = { table, contexts, members, typed: isOther ? { owner } : {} }
  const keys = new RowKeys(table)
  const figures = new Map<string, Fact[]>()
  for (const { panel, columns, rows } of listsOf(table, report)) {
    for (const row of rows) figures.set(row.id, rowFacts(row, keys.of(row), panel, columns, base))
  }
  const rows = table.rows.flatMap((row) => figures.get(row.id) ?? [])
  if (rows.length === 0) return []
  const title = { period: yearPeriod(report.fiscalYear), members, typed: base.typed }
  const said = textFact(
    factId(table.id, 'title'),
    TEXT_CONCEPTS.table.name,
    table.title,
    contexts.of(title, table.title),
  )
  return [...(said ? [said] : []), ...correctionsOf(table), ...rows]
}

function correctionsOf({ id, columns, rows, corrected }: BudgetTable): Fact[] {
  const marks: [string, Corrected | undefined][] = [
    [factId(id, 'kind'), corrected?.kind],
    [factId(id, 'owner'), corrected?.owner],
    ...columns.map((column): [string, Corrected | undefined] => [
      factId(id, column.id),
      column.corrected,
    ]),
    ...rows.map((row): [string, Corrected | undefined] => [factId(row.id), row.corrected]),
  ]
  return marks.flatMap(([place, own]) => correctionFact(place, own) ?? [])
}

interface List {
  panel: Panel | null
  columns: ColumnFact[]
  rows: BudgetRow[]
}

/** Lists side by side have columns of their own: those that their rows have cells in. */
function listsOf(table: BudgetTable, report: BudgetDocument['report']): List[] {
  const figures = table.columns.filter(({ type }) => FIGURES.has(type))
  return [...new Set(table.rows.map(({ panel }) => panel))].map((panel) => {
    const rows = table.rows.filter((row) => row.panel === panel)
    const columns = figures.filter(({ id }) => rows.some((row) => row.cells[id] !== undefined))
    const list = { kind: table.kind, panel, columns, rows, hasUnit: table.unit !== null }
    return { panel, rows, columns: columnFacts(list, table.checks, report) }
  })
}

/** Columns of one time share the context in a row, so that they add up; those known by their header never do. */
function rowFacts(
  row: BudgetRow,
  key: RowKey,
  panel: Panel | null,
  columns: readonly ColumnFact[],
  base: Base,
): Fact[] {
  const printed = columns.filter(({ column }) => (row.cells[column.id]?.value ?? null) !== null)
  const groups = new Map<string, ColumnFact[]>()
  for (const each of printed) {
    const time = each.header === null ? `${each.phase} ${each.year}` : each.column.id
    groups.set(time, [...(groups.get(time) ?? []), each])
  }
  const contexts = new Map<ColumnFact, Context>()
  for (const group of groups.values()) {
    const said = group.map(({ column, concept }) => `${concept} ${row.cells[column.id].value}`)
    const context = base.contexts.of(contextOf(group[0], key, panel, base), said.join('\n'))
    for (const each of group) contexts.set(each, context)
  }
  const facts = printed.flatMap((each) =>
    figureFact(row, each, row.cells[each.column.id], contexts.get(each) as Context, base.table),
  )
  const named = printed.find(({ header }) => header === null) ?? printed[0]
  return [...nameFacts(row, key, named && contexts.get(named), base), ...facts]
}

function contextOf(
  { phase, year, header }: ColumnFact,
  key: RowKey,
  panel: Panel | null,
  base: Base,
): Context {
  return {
    period: yearPeriod(year),
    members: {
      ...base.members,
      ...(phase === undefined ? {} : { phase }),
      ...(panel === null ? {} : { panel: panelMember(panel) }),
      ...key.members,
    },
    typed: { ...key.typed, ...base.typed, ...(header === null ? {} : { header }) },
  }
}

function figureFact(
  row: BudgetRow,
  { column, concept }: ColumnFact,
  cell: Cell,
  context: Context,
  table: BudgetTable,
): Fact[] {
  const { unit, power } = unitOf(concept, unitOfCell(table, row, column))
  const printed = cell.value as string
  const id = factId(row.id, column.id)
  const { page, bbox } = cell
  // A row can state the unit that its table does not.
  const isStated = concept === UNSTATED_CONCEPT && unit === CNY
  const value = scale(printed, power)
  const fact = {
    id,
    concept: isStated ? UNNAMED_CONCEPT : concept,
    context,
    unit,
    value,
    decimals: decimalsOf(printed, power),
    page,
    bbox,
  }
  const note = correctionFact(id, cell.corrected)
  return note ? [fact, note] : [fact]
}

/** A share in per cent is a hundredth of what is printed. */
function unitOf(concept: string, unit: BudgetTable['unit']): { unit: Measure; power: number } {
  if (concept === SHARE_CONCEPT) return { unit: PURE, power: -2 }
  if (concept === COUNT_CONCEPT) return { unit: PURE, power: 0 }
  return unit === null ? { unit: UNSTATED_UNIT, power: 0 } : { unit: CNY, power: POWER[unit] }
}

/** What a person has put right is marked, by its cell; a row, a column and a table by theirs. */
function correctionFact(id: string, corrected: Corrected | undefined): Fact | null {
  if (!corrected) return null
  const { from, by, why } = corrected
  const context = { period: null, members: {}, typed: { cell: id } }
  return textFact(
    factId(id, 'correction'),
    TEXT_CONCEPTS.correction.name,
    `${from ?? ''} → ${by}：${why}`,
    context,
  )
}

/** Of a row with a code, its name; of a unit's code, the unit's, where it is printed first. */
function nameFacts(
  row: BudgetRow,
  key: RowKey,
  context: Context | undefined,
  { table }: Base,
): Fact[] {
  if (context === undefined || !key.isCoded) return []
  const column = table.columns.find((each) => each.key === 'name')?.id ?? 'name'
  const name = textFact(factId(row.id, column), TEXT_CONCEPTS.row.name, row.name, context)
  const unit =
    key.typed.unit === undefined
      ? null
      : textFact(factId(row.id, 'unit'), TEXT_CONCEPTS.unit.name, row.unitName ?? null, context)
  return [name, unit].filter((fact) => fact !== null)
}
