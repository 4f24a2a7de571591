/**
 * How a table kind is described: data only, one file of `extractors/` each.
 *
 * A description says which titles the kind is published under, how its rows are
 * coded and laid out, and which arithmetic must hold. It knows no region: a
 * shape is recognized, and a wording is a term in a list.
 */
import type { TableKind } from './kinds.js'
import type { Meaning } from './meaning.js'

export type CodeSystem = 'functional' | 'department_economic' | 'government_economic' | 'dual'

export type Identity =
  /** Each parent code equals the sum of its children, 合计 the sum of its classes, column by column. */
  | { rule: 'rollup' }
  /**
   * In each row, one column equals the sum of those of the others that the table
   * has. Holds at the top and within each group of columns (`basic.total` =
   * `basic.personnel` + `basic.public`); a part that is a group counts by its total.
   */
  | { rule: 'row_sum'; whole: Meaning; parts: readonly Meaning[] }
  /** Side-by-side lists end in the same grand total. */
  | { rule: 'panels_balance' }
  /** In a list of named rows, one row equals the sum of others: 三公 = 出国 + 接待 + 车辆. */
  | { rule: 'row_names'; whole: string; parts: readonly string[] }
  /** This table's total equals another table's, column meaning by column meaning. */
  | { rule: 'equals_table'; column: Meaning; other: TableKind; otherColumn: Meaning }
  /** This table's total equals those of other tables together; one beyond the first that is not there adds nothing. */
  | { rule: 'sum_of_tables'; column: Meaning; others: readonly TableKind[] }

export interface KindInput {
  id: TableKind
  /** One line for a reader of English. */
  summary: string
  /**
   * Titles as published, without year, 部门/单位, 预算/决算 and 情况, which vary;
   * `*` stands for any words. The longest that matches wins.
   */
  titles: readonly string[]
  /** The classification that codes its rows; null where rows are not coded. */
  codes: CodeSystem | null
  /** `rows`: one list; `panels`: lists side by side; `form`: a form per project, not read as rows. */
  layout: 'rows' | 'panels' | 'form'
  identities: readonly Identity[]
  /** Whether every disclosure has it, so that a contents page that lists it makes it due. */
  core: boolean
  /**
   * A small table of the kind, its title on the first line: its documentation and
   * its test. Header cells and rows are separated by `|`; `/` nests headers.
   */
  example: string
}

export interface KindDescription extends KindInput {
  readonly described: true
}

/** A faulty description is ours to mend: it fails when it is loaded, not when a document comes by. */
export class KindError extends Error {
  override readonly name = 'KindError'
}

/** @throws KindError naming the kind and what is wrong with it */
export function defineKind(kind: KindInput): KindDescription {
  const fail = (what: string): never => {
    throw new KindError(`kind ${kind.id}: ${what}`)
  }
  if (kind.titles.length === 0) fail('needs at least one title')
  if (new Set(kind.titles).size !== kind.titles.length) fail('lists a title twice')
  if (kind.titles.some((title) => title.replaceAll('*', '').length < 3))
    fail('has a title too short to mean anything')
  if (kind.layout === 'form' && kind.identities.length > 0)
    fail('is a form: its rows have no identities')
  if (!kind.example.includes('|')) fail('needs an example table')
  for (const identity of kind.identities) {
    if ('parts' in identity && identity.parts.length < 2) fail('has a sum of fewer than two parts')
  }
  return { ...kind, described: true }
}
