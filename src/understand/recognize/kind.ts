/** Which kind a table is: by its title, and where titles leave a choice, by the codes of its rows. */
import type { CodeSystem, KindDescription } from '../../../schemas/kind.js'
import type { TableKind } from '../../../schemas/kinds.js'
import type { ColumnRole, RawTable } from '../../../schemas/stages.js'
import { contentOf } from './content.js'
import { BY_DIGIT } from './sets.js'
import { matchTitle } from './title.js'

/** How much a clash between a kind's classification and the printed codes counts, in title characters. */
const CLASH = 12

export function chooseKind(
  table: RawTable,
  groups: ColumnRole[][],
  kinds: readonly KindDescription[],
): { kind: KindDescription | null; rivals: TableKind[] } {
  const evidence = codeSystemOf(table, groups)
  const scored = matchTitle(table.title, kinds)
    .map(({ kind, weight }) => ({ kind, score: weight + agreement(kind, evidence, groups) }))
    .toSorted((a, b) => b.score - a.score)
  const best = scored[0]
  if (!best) return { kind: null, rivals: [] }
  const rivals = scored.filter((other) => other !== best && other.score === best.score)
  return { kind: best.kind, rivals: rivals.map((rival) => rival.kind.id) }
}

function agreement(
  kind: KindDescription,
  evidence: CodeSystem | null,
  groups: ColumnRole[][],
): number {
  const sides =
    groups.length > 1 && groups.every((group) => group.some((role) => role.type === 'amount'))
  if (kind.layout === 'panels' && !sides && evidence !== null) return -CLASH
  if (evidence === null || kind.codes === null)
    return kind.codes === 'department_economic' ? 0.5 : 0
  return kind.codes === evidence ? 1 : -CLASH
}

/** The classification that most codes of a table belong to, by their first digit. */
export function codeSystemOf(table: RawTable, groups: ColumnRole[][]): CodeSystem | null {
  const roles = groups.flat()
  if (
    roles.some((role) => role.key?.startsWith('government_')) &&
    roles.some((role) => role.key === 'name')
  )
    return 'dual'
  const votes = { '2': 0, '3': 0, '5': 0 }
  for (const { key, index } of roles) {
    if (key !== 'class' && key !== 'code' && key !== 'name') continue
    const { systems } = contentOf(table, index)
    for (const digit of ['2', '3', '5'] as const) votes[digit] += systems[digit]
  }
  const [[digit, count]] = Object.entries(votes).toSorted((a, b) => b[1] - a[1])
  return count === 0 ? null : BY_DIGIT[digit as keyof typeof BY_DIGIT]
}
