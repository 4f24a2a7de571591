/** Which kinds a table's columns and rows are those of, whatever its title says. */
import type { Panel } from '../../../schemas/document.js'
import type { CodeSystem, KindDescription, Shape } from '../../../schemas/kind.js'
import type { ColumnRole, RawTable } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { TOTAL_WORDS } from '../../../schemas/vocabulary.js'
import { classesOf } from './classes.js'
import { isMost } from './content.js'

export interface Features {
  codes: CodeSystem | null
  rows: NonNullable<Shape['rows']>
  atoms: ReadonlySet<string>
  panels: readonly Panel[]
  /** What its rows are called, folded. */
  names: readonly string[]
  /** Its title and its heads, folded. */
  words: string
  amounts: number
}

export function featuresOf(
  table: RawTable,
  groups: ColumnRole[][],
  codes: CodeSystem | null,
  panels: readonly Panel[],
): Features {
  const columns = groups.flat()
  const names = namesOf(table, columns)
  const amounts = columns.filter(({ type }) => type === 'amount')
  return {
    codes,
    rows: rowsOf(columns, names),
    atoms: new Set(amounts.flatMap(({ meaning }) => meaning?.split('.') ?? [])),
    panels,
    names,
    words: [fold(table.title), ...columns.map(headOf)].join(' '),
    amounts: amounts.length,
  }
}

function namesOf(table: RawTable, columns: readonly ColumnRole[]): string[] {
  const keys = columns.filter(({ key }) => key === 'name')
  return table.rows.flatMap(({ cells }) =>
    keys.flatMap(({ index }) => fold(cells[index]?.text ?? '') || []),
  )
}

function rowsOf(columns: ColumnRole[], names: string[]): Features['rows'] {
  const labels = columns.filter(({ type }) => type !== 'amount').map(headOf)
  if (labels.filter((head) => /采购/.test(head)).length >= PURCHASED) return 'purchases'
  return areProjects(columns, labels, names) ? 'projects' : 'accounts'
}

const headOf = ({ path }: ColumnRole) => fold(path.join('/'))

/** So many heads of words that speak of purchases make a table of them; of amounts they are a memo (深圳). */
const PURCHASED = 2

/** Headed as projects, and named as no account is; 项目 alone heads any list, unless units or numbers of projects stand beside it. */
function areProjects(columns: ColumnRole[], labels: string[], names: string[]): boolean {
  const leaf = fold(columns.findLast(({ key }) => key === 'name')?.path.at(-1) ?? '')
  const beside =
    columns.some(({ key }) => key === 'unit_code' || key === 'unit_name') ||
    labels.some((label) => /项目(?:编号|编码|代码|类别)/.test(label))
  const isHeaded = /项目名称|级项目|专项名称|[(/、]项目/.test(leaf)
  if (!isHeaded && !(beside && /^(?:支出|经费)?项目$/.test(leaf))) return false
  const own = names.filter((name) => !TOTAL_WORDS.test(name))
  const accounts = classesOf(own).reduce((sum, { hits }) => sum + hits, 0)
  const sources = own.filter((name) => /(?:收入|资金|拨款|小计)$/.test(name)).length
  return own.length > 0 && accounts + sources < KNOWN * own.length
}

/** The share of names that are accounts, or sources of money, of which a list of projects has few. */
const KNOWN = 1 / 3

/** The one kind that fits best; null where none fits, or two fit as well. */
export function kindByShape(
  features: Features,
  kinds: readonly KindDescription[],
): KindDescription | null {
  const fitting = kinds
    .map((kind) => ({ kind, weight: weightOf(features, kind) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  const [best, second] = fitting
  return best && best.weight > (second?.weight ?? 0) ? best.kind : null
}

/** How much of a table a kind's shapes say: the most that one of them says; 0 where none fits. */
export function weightOf(features: Features, kind: KindDescription): number {
  return Math.max(0, ...kind.shapes.filter((shape) => fits(features, kind, shape)).map(sayings))
}

/** The kind that these columns are of whatever the title says: 出国, 接待 and cars are columns of one kind. */
export function decidedKind(
  features: Features,
  kinds: readonly KindDescription[],
): KindDescription | null {
  const decides = (kind: KindDescription) =>
    kind.shapes.some((shape) => shape.decisive && fits(features, kind, shape))
  return kinds.find(decides) ?? null
}

function fits(features: Features, kind: KindDescription, shape: Shape): boolean {
  const { codes, rows, atoms, panels, names, words, amounts } = features
  const { some, every = [], none = [], named, says, saysNot, lists, listsNot } = shape
  const has = (atom: string) => atoms.has(atom)
  return (
    amounts > 0 &&
    (!shape.coded || codes === kind.codes) &&
    (shape.rows === undefined || shape.rows === rows) &&
    (shape.sides === true) === areSides(panels) &&
    every.every(has) &&
    !none.some(has) &&
    (some === undefined || some.of.filter(has).length >= some.least) &&
    (named === undefined || (codes === null && nameMost(names, named))) &&
    (says === undefined || says.test(words)) &&
    !saysNot?.test(words) &&
    (lists === undefined || names.some((name) => lists.test(name))) &&
    !names.some((name) => listsNot?.test(name))
  )
}

function areSides(panels: readonly Panel[]): boolean {
  return panels.includes('revenue') && panels.some((panel) => panel !== 'revenue')
}

function nameMost(names: readonly string[], beginnings: readonly string[]): boolean {
  const opens = (name: string) =>
    beginnings.find((word) =>
      name.replace(/^[^\p{Script=Han}]*(?:[一二三四五六七八九十]+、|其中:)?/u, '').startsWith(word),
    )
  const found = names.flatMap((name) => opens(name) ?? [])
  const own = names.filter((name) => !TOTAL_WORDS.test(name))
  return new Set(found).size === beginnings.length && isMost(found.length, own.length)
}

/** How many things a shape says. */
function sayings({ every = [], ...shape }: Shape): number {
  return every.length + Object.keys(shape).filter((key) => key !== 'decisive').length
}
