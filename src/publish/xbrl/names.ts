/** The names that the taxonomy and the instances share. A change of meaning is a new date. */
import { PANELS } from '../../../schemas/document.js'
import { KIND_NAMES, type TableKind } from '../../../schemas/kinds.js'
import { KIND_LABELS, type Label, PANEL_LABELS } from '../../../schemas/labels.js'
import type { Phase } from '../../../schemas/phases.js'
import { FACT_BASIS_LABELS } from '../../../schemas/prose/labels.js'

export const VERSION = '2026-11-26'
export const NAMESPACE = `urn:kemu:taxonomy:${VERSION}`
/** Who a document is of: the owner as printed, blanks out. */
export const ENTITY_SCHEME = 'urn:kemu:entity'
/** Where no owner is printed: the document itself, by its hash. */
export const DOCUMENT_SCHEME = 'urn:kemu:document'
export const SCHEMA_NAME = 'kemu.xsd'
/** Amounts stand in CNY; figures whose unit nothing states as printed, in a measure of ours; shares and counts are pure. */
export const CNY = 'iso4217:CNY'
export const PURE = 'xbrli:pure'
export const UNSTATED_UNIT = 'kemu:UnstatedUnit'
export type Measure = typeof CNY | typeof PURE | typeof UNSTATED_UNIT

/** `general_budget.basic` -> GeneralBudgetBasic */
export function pascal(name: string): string {
  return name
    .split(/[._]/)
    .map((part) => part[0].toUpperCase() + part.slice(1))
    .join('')
}

const HYPHENED = /\b(non|government) (tax|appropriation|managed)\b/gi

/** PaymentsToSuperiorUnits -> Payments to superior units; NonTaxRevenue -> Non-tax revenue */
export function words(name: string): string {
  const [first, ...rest] = name.match(/[A-Z][a-z0-9]*/g) ?? [name]
  const plain = [first, ...rest.map((word) => word.toLowerCase())].join(' ')
  return plain.replace(HYPHENED, '$1-$2')
}

export function roleUri(name: string): string {
  return `${NAMESPACE}:role:${name}`
}

export interface Named extends Label {
  name: string
}

/** Where a figure was read: a kind of table, or the sentences of the document. */
export type Source = TableKind | 'unrecognized' | 'narrative'

/** In the order of a disclosure; what no table prints stands last. */
export const SOURCES: readonly Source[] = [...KIND_NAMES, 'unrecognized', 'narrative']

const NARRATIVE: Label = { zh: '文字说明', en: 'Narrative' }

export function sourceLabel(source: Source): Label {
  return source === 'narrative' ? NARRATIVE : KIND_LABELS[source]
}

export function sourceMember(source: Source): string {
  return source === 'narrative' ? 'NarrativeText' : `${pascal(source)}Table`
}

/** What a figure is of: planned or done. Of which year, its period says. */
export const PHASE_MEMBERS: readonly Named[] = [
  { name: 'BudgetPhase', ...FACT_BASIS_LABELS.budget },
  { name: 'ExecutedPhase', ...FACT_BASIS_LABELS.executed },
]

const EXECUTED: ReadonlySet<Phase> = new Set(['executed', 'previous_year_executed'])
const BUDGETED: ReadonlySet<Phase> = new Set(['budget', 'previous_year_budget'])

/** Undefined where nothing says which. */
export function phaseMember(phase: Phase): string | undefined {
  if (EXECUTED.has(phase)) return 'ExecutedPhase'
  return BUDGETED.has(phase) ? 'BudgetPhase' : undefined
}

export const PANEL_MEMBERS: readonly Named[] = PANELS.map((panel) => ({
  name: panelMember(panel),
  ...PANEL_LABELS[panel],
}))

export function panelMember(panel: string): string {
  return `${pascal(panel)}Panel`
}
