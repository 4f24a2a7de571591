/**
 * Tables -> plain CSV: `foo-t1.csv`, `foo-t2.csv` … as the document numbers them. A row for each that is printed: what it
 * is known by, then its cells below their headers, as decimals without commas.
 *
 * A cell without a value keeps what is printed there, so that a blank, `0` and `-` stay apart.
 */
import type { BudgetDocument, BudgetRow, BudgetTable, Cell } from '../../schemas/document.js'

interface Part {
  suffix: string
  content: string
}

type Field = string | number | null | undefined

/** What a row is known by, besides its cells; the last ones only where a table has them. */
const ALWAYS = ['page', 'list', 'kind', 'level', 'code', 'name', 'unit'] as const
const WHERE_PRINTED = ['government_code', 'unit_code', 'unit_name'] as const

export function toTablesCsv({ tables }: BudgetDocument): Part[] {
  return tables.map((table) => ({ suffix: `-${table.id}.csv`, content: tableText(table) }))
}

function tableText(table: BudgetTable): string {
  const known = table.rows.map((row) => knownBy(row, table))
  const names = [
    ...ALWAYS,
    ...WHERE_PRINTED.filter((name) => known.some((row) => (row[name] ?? null) !== null)),
  ]
  const used = new Set(table.rows.flatMap(({ cells }) => Object.keys(cells)))
  const columns = table.columns.filter(({ id }) => used.has(id))
  const lines = table.rows.map((row, i) => [
    ...names.map((name) => known[i][name]),
    ...columns.map(({ id }) => shown(row.cells[id])),
  ])
  const head = [...names, ...distinct(columns.map(({ path }) => path.join(' / ')))]
  return [head, ...lines].map((line) => `${line.map(field).join(',')}\n`).join('')
}

function knownBy(row: BudgetRow, { unit }: BudgetTable) {
  return {
    ...{ page: pageOf(row), list: row.panel, kind: row.kind, level: row.level },
    ...{ code: row.code, name: row.name, unit: row.unit ?? unit },
    ...{ government_code: row.governmentCode, unit_code: row.unitCode, unit_name: row.unitName },
  } satisfies Record<(typeof ALWAYS | typeof WHERE_PRINTED)[number], Field>
}

const pageOf = ({ cells }: BudgetRow): number | null => Object.values(cells)[0]?.page ?? null

/** A row of one list has no cells in the columns of another. */
const shown = (cell: Cell | undefined): Field => (cell ? (cell.value ?? cell.text) : null)

/** Lists side by side print one header twice: loaders want names that differ. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return nth === 1 ? name : `${name} (${nth})`
  })
}

function field(value: Field): string {
  const text = String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
