/**
 * How a table kind is described: data only, one file of `extractors/` each.
 *
 * A description says which titles the kind is published under, how its rows are
 * coded and laid out, and which arithmetic must hold. It knows no region: a
 * shape is recognized, and a wording is a term in a list.
 */
import type { Fund } from './funds.js'
import type { TableKind } from './kinds.js'
import type { Label } from './labels.js'
import type { Meaning } from './meaning.js'
import type { Direction } from './panel/values.js'
import type { PerformanceRecord } from './performance.js'
import { type RowSum, type SumName, sumNames } from './sums.js'

export type CodeSystem = 'functional' | 'department_economic' | 'government_economic' | 'dual'

export type Identity =
  /** Each parent code equals the sum of its children, 合计 the sum of its classes, column by column. */
  | { rule: 'rollup' }
  | RowSum
  /** Side-by-side lists end in the same grand total. */
  | { rule: 'panels_balance' }
  /** In a list without codes each total equals the rows that it stands over, and a row those that are listed below it. */
  | { rule: 'list_sum' }
  /** Rows at the foot of a table of codes equal some of its classes: 人员经费合计 = 301 + 303. One without classes takes the others'. */
  | { rule: 'foot_sum'; feet: readonly { name: string; classes?: readonly string[] }[] }
  /** In each row, what was there and what came in less what was spent is what is left. */
  | { rule: 'balance'; opening: Meaning; revenue: Meaning; expenditure: Meaning; closing: Meaning }
  /** In a list of named rows, one row equals the sum of others: 三公 = 出国 + 接待 + 车辆. */
  | { rule: 'row_names'; whole: string; parts: readonly string[] }
  /** A figure of this table's totals equals one of another table's. */
  | { rule: 'equals_table'; column: Meaning; other: TableKind; otherColumn: Figure }
  /**
   * This table's total equals those of other tables together; one beyond the first that is not
   * there adds nothing. Kinds in one place stand for each other.
   */
  | {
      rule: 'sum_of_tables'
      column: Meaning
      others: readonly (TableKind | readonly TableKind[])[]
    }

/** A table's total in a column; or a named row of a list that stands beside another, of one fund. */
export type Figure = Meaning | ListFigure

export interface ListFigure {
  row: 'source' | 'opening' | 'expenditure' | 'closing'
  fund: Fund
}

/**
 * What the columns and rows of a kind are: by this a table is told whose title nobody knows. All that a
 * shape says must be so; the shape that says most wins, and where two say as much the table stays unknown.
 */
export interface Shape {
  /** Its rows are coded, by the kind's own classification. */
  coded?: true
  /** What its rows are, by the head of their names: projects, things bought, or neither. */
  rows?: 'projects' | 'purchases' | 'accounts'
  /** A list of revenue stands beside one of expenditure. */
  sides?: true
  /** What its amounts are, by the atoms of their meanings: all of these; so many of those; none of these. */
  every?: readonly Meaning[]
  some?: { of: readonly Meaning[]; least: number }
  none?: readonly Meaning[]
  /** Beginnings of names: each names a row, and together they name most rows. */
  named?: readonly string[]
  /** What its title and heads say, and what they must not say. */
  says?: RegExp
  saysNot?: RegExp
  /** What some row is called, and what none is. */
  lists?: RegExp
  listsNot?: RegExp
  /** No other kind has such columns: they speak against a title of another kind, too. */
  decisive?: true
}

/**
 * `expenditure`: rows by function; `total`: its printed total is expenditure, of all or of one fund; `all_expenditure`,
 * `all_revenue`, `both_sides`: its total, or those of its two lists, is the whole of one side.
 */
export type PanelRole =
  | 'expenditure'
  | 'total'
  | 'all_expenditure'
  | 'all_revenue'
  | 'both_sides'
  | 'three_public'
  | 'personnel'
  | 'procurement'

/** What a table's figures come to together: of which money, and for what. */
export type TotalName =
  | 'all'
  | 'appropriation'
  | 'general_budget'
  | 'general_budget_basic'
  | 'basic'
  | 'appropriation_basic'
  | 'government_funds'
  | 'state_capital'
  | 'public_expenses'
  | 'agency_operating'
  | 'project'
  | 'procurement'
  | 'carry_over'

export interface KindInput {
  id: TableKind
  /** What people call it, in outputs and codebooks; no other kind is called so. */
  label: Label
  /** Where it stands among the tables of a disclosure, in lists that people read; kinds may share a place. */
  order: number
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
  /** What its figures are, where its lists do not say it themselves; null where it has both, or no figures. */
  direction: Direction | null
  /** Kinds of one family stand for one another: where a contents page lists one, any of them is what it means. */
  family: string | null
  /** The record that a performance form gives; null where it is none. */
  form: PerformanceRecord['kind'] | null
  /** What a code of its rows names that is of no classification; null where that cannot be said. */
  otherCodes: 'project' | null
  /** What its figures answer in the views of the panel; none where no view asks it. */
  views: readonly PanelRole[]
  /** What its total is the total of: of its expenditure, its revenue, or each of its two lists. */
  total: TotalName
  /** Each of the forms that it is told by under a title that nobody knows; none where its title alone tells it. */
  shapes: readonly Shape[]
  /**
   * A small table of the kind, its title on the first line: its documentation and
   * its test. Header cells and rows are separated by `|`; `/` nests headers.
   */
  example: string
}

/** What the stages and printers know of a kind that they have only the name of: it goes to `kinds.ts`. */
export const TRAITS = [
  'label',
  'direction',
  'family',
  'form',
  'otherCodes',
  'views',
  'total',
] as const

export interface KindTraits extends Pick<KindInput, (typeof TRAITS)[number]> {
  /** The sums of columns among its identities, by name, in its own order. */
  readonly sums: readonly SumName[]
}

export interface KindDescription extends KindInput {
  readonly described: true
  readonly sums: readonly SumName[]
}

/** A faulty description is ours to mend: it fails when it is loaded, not when a document comes by. */
export class KindError extends Error {
  override readonly name = 'KindError'
}

/** @throws KindError naming the kind and what is wrong with it */
export function defineKind(kind: KindInput): KindDescription {
  const fault = faultOf(kind)
  if (fault !== null) throw new KindError(`kind ${kind.id}: ${fault}`)
  return { ...kind, sums: sumNames(kind.identities), described: true }
}

/** The types ask for all of it too; `npm run kinds` reads descriptions before anything checks their types. */
function faultOf(kind: KindInput): string | null {
  const unsaid = TRAITS.find((trait) => kind[trait] === undefined)
  if (unsaid !== undefined) return `does not say its ${unsaid}`
  if (!kind.label.zh || !kind.label.en) return 'needs a label in both languages'
  if (!Number.isInteger(kind.order)) return 'needs a whole number for its order'
  return faultOfTitles(kind) ?? faultOfLayout(kind)
}

function faultOfTitles({ titles }: KindInput): string | null {
  if (titles.length === 0) return 'needs at least one title'
  if (new Set(titles).size !== titles.length) return 'lists a title twice'
  if (titles.some((title) => title.replaceAll('*', '').length < 3))
    return 'has a title too short to mean anything'
  return null
}

function faultOfLayout({ layout, form, identities, shapes, example }: KindInput): string | null {
  if (layout === 'form' && shapes.length > 0) return 'is a form: its title alone tells it'
  if (layout === 'form' && identities.length > 0) return 'is a form: its rows have no identities'
  if (layout !== 'form' && form !== null) return 'gives the record of a form and is none'
  if (!example.includes('|')) return 'needs an example table'
  if (identities.some((identity) => 'parts' in identity && identity.parts.length < 2))
    return 'has a sum of fewer than two parts'
  return null
}

/**
 * Kinds are told apart: by their titles, or where two share one by the codes of their rows; and
 * by their labels, which are all that a reader of the outputs sees.
 *
 * @throws KindError naming both kinds
 */
export function assertDistinct(kinds: readonly KindDescription[]): void {
  const owners = new Map<string, KindInput>()
  const claim = (what: string, kind: KindInput, mayShare = (_: KindInput): boolean => false) => {
    const other = owners.get(what)
    if (other && !mayShare(other))
      throw new KindError(`the ${what} is claimed by ${other.id} and ${kind.id}`)
    owners.set(what, kind)
  }
  for (const kind of kinds) {
    for (const text of [kind.label.zh, kind.label.en]) claim(`label "${text}"`, kind)
    for (const title of kind.titles)
      claim(`title "${title}"`, kind, (other) => other.codes !== kind.codes)
  }
}
