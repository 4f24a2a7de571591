/**
 * The law of performance forms: every ruled row below a head 三级指标 that names a level beside it is an
 * indicator of a record. Counted anew here, from the tables alone.
 */
import type { BudgetDocument, BudgetRow, BudgetTable } from '../../schemas/document.js'
import { fold } from '../../schemas/text.js'

export interface Forms {
  records: number
  indicators: number
  /** Rows of indicators as the tables have them. */
  rows: number
  /** Of these the ones that no record has, one a line. */
  missing: string[]
}

const HEAD = /三级指标|^指标名称$|^指标内容$|^指标$/
const LEVEL =
  /^(?:产出|效益|满意度|成本|数量|质量|时效|经济效益|社会效益|生态效益|可持续影响).{0,8}$/

export function formsOf({ performance, tables }: BudgetDocument): Forms {
  const known = performance.flatMap(({ indicators }) =>
    indicators.map(({ level3, text }) => fold(`${level3 ?? ''}`) || fold(text)),
  )
  const rows = indicatorRows(tables.filter(({ kind }) => kind.includes('performance')))
  return {
    records: performance.length,
    indicators: known.length,
    rows: rows.length,
    missing: rows
      .filter(({ text }) => !known.some((each) => text.includes(each)))
      .map(({ at }) => at),
  }
}

/** A form goes on over tables: so does the column of its indicators. */
function indicatorRows(tables: readonly BudgetTable[]): { at: string; text: string }[] {
  const rows: { at: string; text: string }[] = []
  let column: string | null = null
  for (const table of tables) {
    column = table.columns.find(({ path }) => HEAD.test(fold(path.join(''))))?.id ?? column
    for (const row of table.rows) {
      const head = headIn(row)
      if (head !== null) column = head
      else if (column !== null && isIndicator(row, column))
        rows.push({ at: `${table.id} ${row.id}`, text: textOf(row) })
    }
  }
  return rows
}

const headIn = ({ cells }: BudgetRow): string | null =>
  Object.keys(cells).find((id) => HEAD.test(fold(cells[id].text))) ?? null

function isIndicator({ cells }: BudgetRow, column: string): boolean {
  const beside = Object.keys(cells).filter((id) => id !== column)
  return (
    fold(cells[column]?.text ?? '') !== '' && beside.some((id) => LEVEL.test(fold(cells[id].text)))
  )
}

const textOf = ({ cells }: BudgetRow) =>
  Object.values(cells)
    .map(({ text }) => fold(text))
    .join('')
