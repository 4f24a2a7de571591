/** The names that the taxonomy and the instances share. A change of meaning is a new date. */
import { PANELS } from '../../../schemas/document.js'
import { KIND_NAMES } from '../../../schemas/kinds.js'
import { KIND_LABELS, type Label, PANEL_LABELS, PHASE_LABELS } from '../../../schemas/labels.js'
import { PHASES, type Phase } from '../../../schemas/phases.js'

export const VERSION = '2026-11-24'
export const NAMESPACE = `urn:kemu:taxonomy:${VERSION}`
/** Who a figure is of: the owner as printed. */
export const ENTITY_SCHEME = 'urn:kemu:entity'
/** Where no owner is printed: the document itself, by its hash. */
export const DOCUMENT_SCHEME = 'urn:kemu:document'
export const SCHEMA_FILE = 'taxonomy/kemu.xsd'
export const SOURCE_CONCEPT = 'SourceSha256'
/** Amounts stand in CNY; figures of a table that states no unit stand as printed, in a measure of ours. */
export const CNY = 'iso4217:CNY'
export const UNSTATED_UNIT = 'kemu:UnstatedUnit'
export const UNSTATED_CONCEPT = 'FigureOfUnstatedUnit'
export type Measure = typeof CNY | typeof UNSTATED_UNIT

/** `general_budget.basic` -> GeneralBudgetBasic */
export function pascal(name: string): string {
  return name
    .split(/[._]/)
    .map((part) => part[0].toUpperCase() + part.slice(1))
    .join('')
}

export function roleUri(name: string): string {
  return `${NAMESPACE}:role:${name}`
}

export interface Named extends Label {
  name: string
}

export const TABLES: readonly Named[] = [...KIND_NAMES, 'unrecognized' as const].map((kind) => ({
  name: tableMember(kind),
  ...KIND_LABELS[kind],
}))

export function tableMember(kind: string): string {
  return `${pascal(kind)}Table`
}

export const PHASE_MEMBERS: readonly Named[] = PHASES.map((phase) => ({
  name: phaseMember(phase),
  ...PHASE_LABELS[phase],
}))

/** `BudgetPhase`, `PreviousYearPhase` */
export type PhaseMember = `${string}Phase`

export function phaseMember(phase: Phase): PhaseMember {
  return `${pascal(phase)}Phase`
}

export const PANEL_MEMBERS: readonly Named[] = PANELS.map((panel) => ({
  name: panelMember(panel),
  ...PANEL_LABELS[panel],
}))

export function panelMember(panel: string): string {
  return `${pascal(panel)}Panel`
}
