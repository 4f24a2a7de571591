/** What is known of a table by the name of its kind alone. */
import type { KindTraits } from './kind.js'
import { KIND_NAMES, KINDS, type TableKind } from './kinds.js'

const TRAITS: Readonly<Record<TableKind, KindTraits>> = KINDS

/** Null of a table of no known kind. */
export function traitsOf(kind: TableKind | 'unrecognized'): KindTraits | null {
  return kind === 'unrecognized' ? null : TRAITS[kind]
}

export function kindsWith(test: (traits: KindTraits) => boolean): TableKind[] {
  return KIND_NAMES.filter((kind) => test(TRAITS[kind]))
}
