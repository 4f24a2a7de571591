/** How a table of the panel is described: data, from which every output derives its columns. */
import type { Label } from '../labels.js'

/** Exact amounts: fourteen digits of 元 and four decimals, what 64 bits hold. */
export const AMOUNT = { precision: 18, scale: 4 } as const

export type ColumnType =
  | 'text'
  | 'integer'
  /** An exact decimal of `AMOUNT`'s precision and scale. */
  | 'decimal'
  | 'boolean'
  /** Points on the page; the one type that need not be exact. */
  | 'points'

export interface AllowedValue extends Label {
  value: string
}

export interface PanelColumn {
  name: string
  type: ColumnType
  zh: string
  en: string
  /** What it says, in a sentence or two. */
  description: string
  /** 元, points, pages; null where a value has no unit. */
  unit: string | null
  /** A closed list, taken from the schemas that the values come from. */
  values: readonly AllowedValue[] | null
  /** A regular expression that each value matches whole. */
  pattern: string | null
  /** When the value is missing; null: never. */
  missing: string | null
  /** Where the value comes from: a path in the document (`kemu/document@1`), or how it is derived. */
  source: string
  /** The column type of the Fiscal Data Package 1.0 budget taxonomy, where one applies. */
  fiscalType: string | null
}

export interface ForeignKey {
  columns: readonly string[]
  table: string
  references: readonly string[]
}

export interface PanelTable extends Label {
  name: string
  /** What a row is. */
  description: string
  columns: readonly PanelColumn[]
  primaryKey: readonly string[]
  foreignKeys: readonly ForeignKey[]
}

type Details = Partial<Omit<PanelColumn, 'name' | 'type' | 'zh' | 'en'>> & {
  description: string
  source: string
}

/** A column as the lists of this folder state it: what is left out does not apply. */
export function column(
  name: string,
  type: ColumnType,
  label: Label | readonly [zh: string, en: string],
  details: Details,
): PanelColumn {
  const { zh, en } = 'zh' in label ? label : { zh: label[0], en: label[1] }
  const unit = { decimal: '元', points: 'pt', text: null, integer: null, boolean: null }[type]
  const rest = { values: null, pattern: null, missing: null, fiscalType: null }
  return { name, type, zh, en, unit, ...rest, ...details }
}

/** A column that points to another table's key of the same name. */
export function reference(name: string, table: string): ForeignKey {
  return { columns: [name], table, references: [name] }
}
