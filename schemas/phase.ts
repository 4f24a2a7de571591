/** Which state of a budget a column of amounts prints: this year's budget, last year's, executed. */
import type { BudgetDocument, Column } from './document.js'
import type { Phase } from './phases.js'
import { fold } from './text.js'

/** Funds are called 预算 too: that says nothing of the phase. */
const FUND_NAMES = /(?:一般公共|公共财政|政府性基金|国有资本经营|基金|公共|财政)预算/g

/** Folded text without the names of funds, which say 预算 of no phase. */
export function withoutFunds(text: string): string {
  return fold(text).replace(FUND_NAMES, '')
}

/** The header's own words first, else what the document is. */
export function phaseOf(
  column: Pick<Column, 'path' | 'meaning'>,
  kind: BudgetDocument['report']['kind'],
): Phase {
  const header = withoutFunds(column.path.join('/'))
  const atoms = column.meaning?.split('.') ?? []
  const executed = /决算|执行/.test(header)
  const planned = atoms.includes('budgeted') || header.includes('预算')
  if (atoms.includes('previous_year')) {
    if (executed === planned) return 'previous_year'
    return executed ? 'previous_year_executed' : 'previous_year_budget'
  }
  if (executed !== planned) return executed ? 'executed' : 'budget'
  if (kind === null) return 'unstated'
  return kind === 'budget' ? 'budget' : 'executed'
}

/** So many years side by side are a plan of the years to come: 2026年, 2027年, 2028年 (项目中期规划表). */
const PLANNED_YEARS = 3

/**
 * The year that columns of several years are of: the latest, others are those before; a plan opens with its own.
 * @param own the table's or the document's, where one is known
 */
export function ownYear(printed: ReadonlySet<number>, own: number | null): number | null {
  if (printed.size === 0) return null
  const first = Math.min(...printed)
  return printed.size >= PLANNED_YEARS && first === own ? first : Math.max(...printed)
}
