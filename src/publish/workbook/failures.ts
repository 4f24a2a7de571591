/** Failed checks by the cells that they are about, in words for a person. */
import { allChecks, questioned, sumOf } from '../../../schemas/check.js'
import type { BudgetDocument, Check, Term } from '../../../schemas/document.js'
import { identitiesOf } from '../../../schemas/identity.js'
import { ATTRIBUTION_LABELS, OUTCOME_LABELS } from '../../../schemas/labels.js'

/** For a table, what is said of its cell in a row and column. */
export type Remarks = ReadonlyMap<string, readonly string[]>

export function cellKey({ row, column }: Pick<Term, 'row' | 'column'>): string {
  return `${row}\n${column}`
}

export function failuresByTable(document: BudgetDocument): ReadonlyMap<string, Remarks> {
  const say = identitiesOf(document.tables)
  const byTable = new Map<string, Map<string, string[]>>()
  for (const check of allChecks(document)) {
    if (check.outcome !== 'fails') continue
    const remark = remarkOf(check, say(check).zh)
    for (const term of questioned(check)) {
      if (term.table === null) continue
      const remarks = byTable.get(term.table) ?? new Map<string, string[]>()
      byTable.set(term.table, remarks)
      remarks.set(cellKey(term), [...(remarks.get(cellKey(term)) ?? []), remark])
    }
  }
  return byTable
}

/** What a term is called; what is taken off says so. */
export function termZh({ label, sign }: Term): string {
  return sign === -1 ? `减：${label}` : label
}

const MOST_TERMS = 12

function remarkOf(check: Check, identity: string): string {
  const { left, right } = check
  const sum = sumOf(right)
  const terms = right.slice(0, MOST_TERMS).map((term) => `　${termZh(term)} ${term.value}`)
  if (right.length > MOST_TERMS) terms.push(`　…其余 ${right.length - MOST_TERMS} 项见“勾稽”`)
  return [
    `勾稽${OUTCOME_LABELS.fails.zh}：${identity}`,
    `左：${left.label} ${left.value}`,
    `右：${right.length > 1 ? `${right.length} 项之和 ` : ''}${sum.toFixed()}`,
    ...terms,
    `差额：${check.difference}（容差 ${check.tolerance}）`,
    ...(check.attribution ? [`归因：${ATTRIBUTION_LABELS[check.attribution].zh}`] : []),
  ].join('\n')
}
