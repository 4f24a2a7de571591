/**
 * A project's amount in its form = its row in the table of projects, where that is the only row of
 * its name. Names differ by what a project is called behind them (项目, 经费); tables may print 元
 * where forms print 万元.
 */
import { isMoneyUnit, POWER, scale } from '../../../schemas/amount.js'
import { checkSum } from '../../../schemas/check.js'
import type { BudgetRow, BudgetTable, Check, PerformanceRecord } from '../../../schemas/document.js'
import { fold } from '../../../schemas/text.js'
import { kindsWith } from '../../../schemas/traits.js'
import type { CellPlaces } from './places.js'

/** Tables that list projects by their names. */
const LISTS: readonly BudgetTable['kind'][] = kindsWith(
  ({ otherCodes }) => otherCodes === 'project',
)

interface Listed {
  table: BudgetTable
  row: BudgetRow
  column: string
}

export function projectRowChecks(
  records: readonly PerformanceRecord[],
  tables: readonly BudgetTable[],
  places: CellPlaces,
): Check[] {
  const listed = listedProjects(tables)
  const forms = new Map<string, number>()
  for (const { project } of records) forms.set(bare(project), (forms.get(bare(project)) ?? 0) + 1)
  return records.flatMap((record) => {
    const rows = listed.get(bare(record.project)) ?? []
    const isOne = rows.length === 1 && forms.get(bare(record.project)) === 1
    return (isOne ? checkRow(record, rows[0], places) : null) ?? []
  })
}

function listedProjects(tables: readonly BudgetTable[]): Map<string, Listed[]> {
  const listed = new Map<string, Listed[]>()
  for (const table of tables.filter(({ kind }) => LISTS.includes(kind))) {
    const column = table.columns.find(
      ({ type, meaning }) => type === 'amount' && isTotal(meaning),
    )?.id
    if (column === undefined) continue
    for (const row of table.rows) {
      const name = bare(row.name)
      if (name === '' || row.cells[column]?.value == null) continue
      listed.set(name, [...(listed.get(name) ?? []), { table, row, column }])
    }
  }
  return listed
}

const isTotal = (meaning: string | null) => meaning === 'total' || meaning === 'amount'

/** A name without what projects are called behind theirs. */
function bare(name: string | null): string {
  return fold(name ?? '').replace(/(?<=.{2})(?:(?:专项|业务|工作)?(?:经费|资金|项目|专项))+$/, '')
}

/** In the unit of the table, to the digits of the form. */
function checkRow(
  record: PerformanceRecord,
  { table, row, column }: Listed,
  places: CellPlaces,
): Check | null {
  const total = record.funding.find(({ item, phase }) => item === 'total' && phase === 'annual')
  const unit = record.moneyUnit ?? ''
  if (!total?.value || table.unit === null || !isMoneyUnit(unit)) return null
  const value = scale(total.value, POWER[unit] - POWER[table.unit])
  const left = { label: total.label, value, ...places(record.table, total), fact: null }
  const printed = row.cells[column]?.value ?? '0'
  const right = {
    label: row.name,
    value: printed,
    table: table.id,
    row: row.id,
    column,
    fact: null,
  }
  const check = checkSum('form', 'project row', left, [right])
  if (check === null) return null
  const id = `${record.id}:${check.identity}`
  return check.outcome === 'fails' ? { ...check, id, attribution: 'unclear' } : { ...check, id }
}
