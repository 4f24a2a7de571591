/** Which state of a budget a column of amounts prints, and of which year. */
import type { BudgetTable, Column, Report } from '../../../schemas/document.js'
import { ownYear, phaseOf, withoutFunds } from '../../../schemas/phase.js'
import type { Phase } from '../../../schemas/phases.js'
import { fold } from '../../../schemas/text.js'

export interface Time {
  phase: Phase
  year: number | null
}

/** The header's own words and year first, then the title's 决算, then what the document is. */
export function timesOf(table: BudgetTable, columns: readonly Column[], report: Report): Time[] {
  const kind = kindOf(table, report)
  const ofTitle = yearIn(table.title)
  const fiscalYear = (kind === report.kind ? null : ofTitle) ?? report.fiscalYear ?? ofTitle
  const printed = columns.map(({ path }) => yearIn(path.join('/')))
  const latest = latestYear(printed, fiscalYear)
  return columns.map((column, i) => {
    if (isChange(column)) return { phase: 'unstated', year: null }
    const earlier = printed[i] !== null && latest !== null && printed[i] < latest
    const phase = phaseOf(earlier ? asPrevious(column) : column, kind)
    return { phase, year: printed[i] ?? yearBehind(phase, fiscalYear) }
  })
}

/** A title that says 决算 is of final accounts wherever it stands; one that says 预算 where the document says nothing. */
function kindOf({ title }: BudgetTable, { kind }: Report): Report['kind'] {
  const said = withoutFunds(title)
  if (said.includes('决算')) return 'final_accounts'
  return kind ?? (said.includes('预算') ? 'budget' : null)
}

function yearIn(text: string): number | null {
  const years = [...fold(text).matchAll(/(?:19|20)\d\d(?=年)/g)]
  return years.length === 0 ? null : Number(years[years.length - 1][0])
}

/** The year that the columns of a table speak of; the document's where some column prints none (2025年执行数 beside 本年预算数). */
function latestYear(printed: readonly (number | null)[], fiscal: number | null): number | null {
  const years = printed.filter((year) => year !== null)
  if (years.length === 0) return null
  const own = years.length < printed.length && fiscal !== null ? [fiscal] : []
  return ownYear(new Set([...years, ...own]), fiscal)
}

function asPrevious(column: Column): Column {
  const atoms = column.meaning?.split('.') ?? []
  if (atoms.includes('previous_year')) return column
  return { ...column, meaning: ['previous_year', ...atoms].join('.') }
}

function yearBehind(phase: Phase, fiscal: number | null): number | null {
  if (fiscal === null) return null
  return phase.startsWith('previous_year') ? fiscal - 1 : fiscal
}

/** A difference between years is of neither. */
function isChange({ meaning }: Column): boolean {
  return meaning?.split('.').includes('change') ?? false
}
