/** What each of the outputs says of the rows of a document, beside what the JSON says. */
import type { BudgetDocument, BudgetTable, Column } from '../../schemas/document.js'
import { ROW_KIND_LABELS } from '../../schemas/labels.js'
import { MEASURE_LABELS } from '../../schemas/meaning-labels.js'
import { panelRows } from '../../src/panel/document.js'
import { LONG_COLUMNS, longRows } from '../../src/publish/workbook/long.js'
import { Source } from '../../src/publish/workbook/source.js'

/** A printed figure, and what is said of its row and column. */
interface Line {
  kind: string | null
  unit: string | null
  measure: string | null
}

/** @returns every printed figure of which 长表 or the panel says something else than the JSON */
export function disagreements(document: BudgetDocument): string[] {
  const facts = factsOf(document)
  return document.tables.flatMap((table) => {
    const said = linesOf(table)
    const long = longOf(document, table)
    const others = said.map(({ at, isAmount }, i) => ({
      长表: long[i],
      ...(isAmount ? { panel: facts.get(at) } : {}),
    }))
    const wrong = said.flatMap(({ at, line }, i) =>
      Object.entries(others[i])
        .filter(([, other]) => JSON.stringify(other) !== JSON.stringify(line))
        .map(([name, other]) => `${at}: ${JSON.stringify(line)}, ${name} ${JSON.stringify(other)}`),
    )
    return long.length === said.length ? wrong : [`${table.id}: ${long.length} lines`, ...wrong]
  })
}

const FIGURES = new Set<Column['type']>(['amount', 'percent', 'count'])

function linesOf(table: BudgetTable): { at: string; isAmount: boolean; line: Line }[] {
  const figures = table.columns.filter(({ type }) => FIGURES.has(type))
  return table.rows.flatMap((row) =>
    figures.flatMap(({ id, type, measure }) => {
      if ((row.cells[id]?.value ?? null) === null) return []
      const line = { kind: row.kind, unit: row.unitName || row.unitCode || null, measure }
      return [{ at: `${row.id} ${id}`, isAmount: type === 'amount', line }]
    }),
  )
}

function longOf(document: BudgetDocument, table: BudgetTable): Line[] {
  const at = (title: string) => LONG_COLUMNS.findIndex((column) => column.title === title)
  const code = <T extends string>(labels: Record<T, { zh: string }>, zh: unknown): T | null =>
    (Object.keys(labels) as T[]).find((key) => labels[key].zh === zh) ?? null
  const columns = table.columns.map((column) => ({ column }))
  const rows = longRows(document, new Source(document), { table, name: '1', columns })
  return [...rows].map((entries) => {
    const text = (title: string) => String(entries[at(title)]?.value ?? '')
    return {
      kind: code(ROW_KIND_LABELS, text('行类别')),
      unit: text('单位名称') || text('单位编码') || null,
      measure: code(MEASURE_LABELS, text('计量')),
    }
  })
}

/** By row and column of the JSON. */
function factsOf(document: BudgetDocument): ReadonlyMap<string, Line> {
  const { facts } = panelRows(document, { file: 'a.json', collection: null })
  return new Map(
    facts.map(({ shared, own }) => {
      const unit =
        shared.agency_source === 'row' ? (shared.agency_name ?? shared.agency_code) : null
      const line = { kind: shared.row_kind, unit, measure: own.measure } as Line
      return [`${shared.json_row} ${own.json_column}`, line]
    }),
  )
}
