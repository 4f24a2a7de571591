/** Which kind a table is: by its title, and where titles leave a choice, by the codes of its rows. */
import type { Panel } from '../../../schemas/document.js'
import type { CodeSystem, KindDescription } from '../../../schemas/kind.js'
import type { Label } from '../../../schemas/labels.js'
import type { ColumnRole, RawTable } from '../../../schemas/stages.js'
import { contentOf } from './content.js'
import { BY_DIGIT } from './sets.js'
import { decidedKind, type Features, featuresOf, kindByShape, weightOf } from './shape.js'
import { matchTitle } from './title.js'

export interface Choice {
  kind: KindDescription | null
  /** What else it could be called. */
  rivals: Label[]
  /** Its columns and rows say so, and its title does not. */
  inferred: boolean
}

export function chooseKind(
  table: RawTable,
  groups: ColumnRole[][],
  panels: readonly Panel[],
  kinds: readonly KindDescription[],
): Choice {
  const codes = codeSystemOf(table, groups)
  const features = featuresOf(table, groups, codes, panels)
  const titled = byTitle(table, groups, features, kinds)
  const decided = decidedKind(features, kinds)
  const misnamed = decided !== null && titled.kind !== decided && titled.kind?.layout !== 'form'
  if (misnamed) return { kind: decided, rivals: [], inferred: true }
  if (titled.kind !== null || table.title === '') return titled
  const kind = kindByShape(features, kinds)
  return { kind, rivals: [], inferred: kind !== null }
}

/** A kind that a title allows, and what else speaks for it. */
interface Candidate {
  kind: KindDescription
  /** The printed classification is not the kind's: titles often do not say it, and codes always do. */
  clashes: number
  weight: number
  /** Its columns and rows are those of the kind. */
  fits: number
  usual: number
}

function byTitle(
  table: RawTable,
  groups: ColumnRole[][],
  features: Features,
  kinds: readonly KindDescription[],
): Choice {
  const candidates = matchTitle(table.title, kinds)
    .map(({ kind, weight }): Candidate => {
      const clashes = isClash(kind, features.codes, groups) ? 1 : 0
      const fits = weightOf(features, kind) > 0 ? 1 : 0
      return { kind, clashes, weight, fits, usual: usual(kind, features.codes) }
    })
    .toSorted(byRank)
  const best = candidates[0]
  if (!best) return { kind: null, rivals: [], inferred: false }
  const rivals = candidates.filter((other) => other !== best && byRank(other, best) === 0)
  return { kind: best.kind, rivals: rivals.map((rival) => rival.kind.label), inferred: false }
}

/** Codes come before the title, the title before the shape, and what titles mean everywhere last. */
function byRank(a: Candidate, b: Candidate): number {
  return a.clashes - b.clashes || b.weight - a.weight || b.fits - a.fits || b.usual - a.usual
}

/** Rows of another classification than the kind's, or coded rows in one list where the kind has lists side by side. */
function isClash(
  kind: KindDescription,
  evidence: CodeSystem | null,
  groups: ColumnRole[][],
): boolean {
  if (evidence === null) return false
  const sides =
    groups.length > 1 && groups.every((group) => group.some((role) => role.type === 'amount'))
  return (kind.layout === 'panels' && !sides) || (kind.codes !== null && kind.codes !== evidence)
}

/**
 * Where codes tell nothing, or the kind has none: the kind that every disclosure has, then the
 * classification that most titles mean.
 */
function usual({ core, codes }: KindDescription, evidence: CodeSystem | null): number {
  if (codes !== null && evidence !== null) return 3
  if (core && codes !== null) return 2
  return codes === 'department_economic' ? 1 : 0
}

/** The classification that most codes of a table belong to, by their first digit. */
export function codeSystemOf(table: RawTable, groups: ColumnRole[][]): CodeSystem | null {
  const roles = groups.flat()
  const votes = { '2': 0, '3': 0, '5': 0 }
  for (const { key, index } of roles) {
    if (key !== 'class' && key !== 'code' && key !== 'name') continue
    const { systems } = contentOf(table, index)
    for (const digit of ['2', '3', '5'] as const) votes[digit] += systems[digit]
  }
  const [[digit, count]] = Object.entries(votes).toSorted((a, b) => b[1] - a[1])
  const own = count === 0 ? null : BY_DIGIT[digit as keyof typeof BY_DIGIT]
  const beside = roles.some((role) => role.key?.startsWith('government_'))
  return beside && own !== 'functional' && roles.some((role) => role.key === 'name') ? 'dual' : own
}
