/**
 * What the header of a column means -> what the column measures. What all columns of a list have
 * in common says what the list is about and is no measure; of a heading and what stands below it the
 * inner one counts; where two things are left, the one is divided by the other (出国 by fund).
 */
import type { BudgetTable, Column } from '../../../schemas/document.js'
import { isMeasure, type Measure } from '../../../schemas/measures.js'
import { WITHIN } from '../../../schemas/sums.js'
import { fold } from '../../../schemas/text.js'
import { traitsOf } from '../../../schemas/traits.js'
import { TERMS } from '../../../schemas/vocabulary.js'

/** Said by the phase of a column, or closing a group without saying more. */
export const SILENT: ReadonlySet<string> = new Set(['previous_year', 'budgeted', 'total', 'amount'])

/** Measures that the atoms of the vocabulary call otherwise. */
const NAMES: Readonly<Record<string, Measure>> = {
  general_budget: 'general_public_budget',
  government_fund: 'government_funds',
  unit_funds: 'own_revenue',
  other: 'other_revenue',
}

const PUBLIC_EXPENSES = ['abroad', 'reception', 'vehicles', 'vehicle_purchase', 'vehicle_operation']
const BESIDE_EXPENSES = ['conference', 'training', 'agency_operating']
const YEARS = ['current_revenue', 'current_expenditure']

/** What stands below a heading of whole and parts says more than the heading. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  ...WITHIN,
  current_revenue: [],
  three_public: PUBLIC_EXPENSES,
  vehicles: ['vehicle_purchase', 'vehicle_operation'],
  other_funds: [...WITHIN.unit_funds],
  procurement: ['quota', 'quota_small'],
}

/** A column with what its header says of amounts; null where a word of it is unknown. */
interface Said {
  column: Column
  atoms: readonly string[] | null
}

/** @param columns of amounts, their phases and years known */
export function measureColumns(table: BudgetTable, columns: readonly Column[]): (Measure | null)[] {
  const measures = new Map<Column, Measure | null>()
  for (const panel of new Set(columns.map((column) => column.panel))) {
    const list = columns.filter((column) => column.panel === panel)
    for (const [column, measure] of toldApart(table, list, readingsOf(table, list)))
      measures.set(column, measure)
  }
  return columns.map((column) => measures.get(column) ?? null)
}

/** What a column measures; and what it does where headings of the year are needed to tell it apart. */
interface Reading {
  plain: Measure | null
  full: Measure | null
  /** A whole stands below its own part (一般公共预算/其中：财政拨款): what it measures no heading says. */
  inverted: boolean
}

function readingsOf(table: BudgetTable, list: readonly Column[]): Reading[] {
  const said = saidBy(table, list)
  const common = commonAtoms(table, said)
  const ofThree = isOfThreePublic(said)
  return said.map(({ atoms }) => {
    if (atoms === null) return { plain: null, full: null, inverted: false }
    const own = atoms.filter((atom) => !common.has(atom))
    const whole = ofThree && !own.some((atom) => PUBLIC_EXPENSES.includes(atom))
    const inner = innermost(whole ? [...new Set(['three_public', ...own])] : own)
    const plain = inner.filter((atom) => !YEARS.includes(atom) || inner.length === 1)
    return { plain: nameOf(plain), full: nameOf(inner), inverted: isInverted(own) }
  })
}

function isInverted(atoms: readonly string[]): boolean {
  return atoms.some((atom, i) => atoms.slice(0, i).some((outer) => BELOW[atom]?.includes(outer)))
}

/** 当年预算 over some columns says something beside 上年结转 over the others, and nothing elsewhere. */
function saidBy(table: BudgetTable, list: readonly Column[]): Said[] {
  const carried = list.some(({ meaning }) => meaning?.split('.').includes('carry_over'))
  const whole = list.some((column) => column.meaning === 'total' && !saysThisYear(column.path))
  return list.map((column) => {
    const atoms = column.meaning?.split('.').filter((atom) => !SILENT.has(atom)) ?? null
    const headed =
      carried && atoms !== null && !atoms.includes('carry_over') && isOfThisYear(column, whole)
    return { column, atoms: headed ? [...new Set([yearOf(table, column), ...atoms])] : atoms }
  })
}

/** @param whole a 合计 of both years stands beside: 本年预算 between it and 上年结转 is this year's alone */
function isOfThisYear({ path, meaning }: Column, whole: boolean): boolean {
  return saysThisYear(path.slice(0, -1)) || (whole && meaning === 'amount' && saysThisYear(path))
}

function saysThisYear(path: readonly string[]): boolean {
  return path.some((head) => /^[本当]年/.test(fold(head)))
}

function yearOf({ kind }: BudgetTable, { panel }: Column): string {
  const direction = panel ?? traitsOf(kind)?.direction
  return direction === 'revenue' ? 'current_revenue' : 'current_expenditure'
}

/** Two columns that print different figures in one row never measure the same. */
function toldApart(
  table: BudgetTable,
  list: readonly Column[],
  readings: readonly Reading[],
): [Column, Measure | null][] {
  const plain = readings.map((reading) => reading.plain)
  const taken = (names: readonly (Measure | null)[], i: number) =>
    names[i] !== null &&
    list.some(
      (other, k) =>
        k !== i &&
        names[k] === names[i] &&
        (readings[i].inverted || !readings[k].inverted) &&
        isRival(table, list[i], other),
    )
  const full = plain.map((name, i) => (taken(plain, i) ? readings[i].full : name))
  return list.map((column, i) => [column, taken(full, i) ? null : full[i]])
}

function isRival({ rows }: BudgetTable, one: Column, other: Column): boolean {
  if (one.phase !== other.phase || one.year !== other.year) return false
  return rows.some(({ cells }) => {
    const [a, b] = [cells[one.id]?.value ?? null, cells[other.id]?.value ?? null]
    return a !== null && b !== null && a !== b
  })
}

/**
 * Of a list of one column the header alone does not say whether it names the list or the column
 * (机关运行经费支出): the title does.
 */
function commonAtoms(table: BudgetTable, said: readonly Said[]): Set<string> {
  const known = said.flatMap(({ atoms }) => (atoms === null ? [] : [new Set(atoms)]))
  const shared = [...(known[0] ?? [])].filter((atom) => known.every((atoms) => atoms.has(atom)))
  const several = new Set(known.map((atoms) => [...atoms].join())).size > 1
  const headed = said[0].column.path.length > 1
  const title = fold(table.title)
  const isCommon = (atom: string) => several || headed || YEARS.includes(atom) || names(title, atom)
  return new Set(shared.filter(isCommon))
}

const WORDS = new Map(TERMS.map(({ atom, words }) => [atom, words.map(fold)]))

function names(title: string, atom: string): boolean {
  return WORDS.get(atom)?.some((word) => title.includes(word)) ?? false
}

/** 合计 beside 出国, 接待 and 车辆 is theirs, unless more stands beside them or they have a whole of their own. */
function isOfThreePublic(said: readonly Said[]): boolean {
  const all = said.map(({ atoms }) => atoms)
  if (all.some((atoms) => atoms === null)) return false
  const known = all.filter((atoms) => atoms !== null)
  const present = new Set(known.flat())
  const own = known.some((atoms) => innermost(atoms).includes('three_public'))
  const more = own && known.some((atoms) => atoms.length === 0)
  const beside = BESIDE_EXPENSES.some((atom) => present.has(atom))
  return present.has('abroad') && present.has('reception') && !more && !beside
}

function innermost(atoms: readonly string[]): string[] {
  return atoms.filter((outer) => !atoms.some((atom) => BELOW[outer]?.includes(atom)))
}

/** @returns null for what no measure of the list says */
export function nameOf(atoms: readonly string[]): Measure | null {
  const parts = atoms.map((atom) => NAMES[atom] ?? atom)
  const [first, second] = parts
  if (first === undefined) return 'total'
  const wanted = [parts.join('.'), ...(parts.length === 2 ? [`${second}.${first}`] : [])]
  return wanted.find(isMeasure) ?? null
}
