/**
 * What a check says, in both languages, by its rule and its terms: one wording for the workbook, the
 * findings and the panel. `check.identity` stays the contract's own stable string, and is read by nobody.
 */
import type { BudgetRow, BudgetTable, Check, Column, Rule, Term } from './document.js'
import { equation, type Part, plain } from './equation.js'
import type { Message } from './findings.js'
import { KIND_LABELS, PANEL_LABELS } from './labels.js'
import { atomLabel, MEASURE_LABELS, meaningLabel } from './meaning-labels.js'

/** @returns what any check of a document says; what it knows of the tables it works out once */
export function identitiesOf(tables: readonly BudgetTable[]): (check: Check) => Message {
  const homes = new Map(tables.map((table) => [table.id, homeOf(table)]))
  return (check) => SAYINGS[check.rule](check, homes)
}

/** A table with what is looked up in it. */
interface Home {
  table: BudgetTable
  rows: ReadonlyMap<string, BudgetRow>
  columns: ReadonlyMap<string, Column>
  /** By law, the columns that some row sums: a blank cell is no term, and the law has it all the same. */
  summed: ReadonlyMap<string, ReadonlyMap<string, Term>>
}

type Homes = ReadonlyMap<string, Home>

function homeOf(table: BudgetTable): Home {
  const summed = new Map<string, Map<string, Term>>()
  for (const check of table.checks) {
    const columns = summed.get(lawOf(check)) ?? new Map<string, Term>()
    for (const term of check.right) columns.set(term.column ?? '', term)
    summed.set(lawOf(check), columns)
  }
  return {
    table,
    rows: new Map(table.rows.map((row) => [row.id, row])),
    columns: new Map(table.columns.map((column) => [column.id, column])),
    summed,
  }
}

const lawOf = ({ rule, identity, left }: Check) => [rule, left.column, identity].join('\n')

const homeOfTerm = (homes: Homes, { table }: Term) => homes.get(table ?? '')
const rowOf = (homes: Homes, term: Term) => homeOfTerm(homes, term)?.rows.get(term.row ?? '')
const columnOf = (homes: Homes, term: Term) =>
  homeOfTerm(homes, term)?.columns.get(term.column ?? '')

const SAYINGS: Record<Rule, (check: Check, homes: Homes) => Message> = {
  rollup: hierarchy,
  row_sum: columnsOfRow,
  panels_balance: ({ left, right }, homes) =>
    equation(
      panelName(left, homes),
      right.map((term) => plain(panelName(term, homes))),
    ),
  row_names: namedRows,
  list_sum: namedRows,
  leaves: ({ left }) => equation(named(left), [LEAVES]),
  balance: (check, homes) => (isInRow(check) ? columnsOfRow : betweenTables)(check, homes),
  equals_table: betweenTables,
  sum_of_tables: betweenTables,
  prose: betweenTables,
  ratio: quotient,
  form: namedRows,
}

/** A row is the sum of those below it: which they are, the terms list. */
function hierarchy({ left, right }: Check, homes: Homes): Message {
  const rows = right.map((term) => rowOf(homes, term))
  const ofUnits = rows.length > 0 && rows.every((row) => row?.role === 'unit')
  const ofClasses = rows.every((row) => row?.level === 1 && row.code !== null)
  const role = rowOf(homes, left)?.role
  if (role === 'total') return equation(TOTAL, [ofUnits ? UNITS : ofClasses ? CLASSES : ITEMS])
  if (role === 'unit') return ofUnits ? equation(DEPARTMENT, [UNITS]) : equation(UNIT, [ITEMS])
  return equation(ROW, [BELOW])
}

const TOTAL = meaningLabel('total')
const DEPARTMENT: Message = { zh: '部门', en: 'Department' }
const UNIT: Message = { zh: '单位', en: 'Unit' }
const ROW: Message = { zh: '上级', en: 'Row' }
const CLASSES = plain({ zh: '各类之和', en: 'sum of classes' })
const UNITS = plain({ zh: '各单位之和', en: 'sum of units' })
const ITEMS = plain({ zh: '各项之和', en: 'sum of its items' })
const BELOW = plain({ zh: '各下级之和', en: 'sum of the rows below it' })
const LEAVES = plain({ zh: '各明细之和', en: 'sum of leaves' })

function isInRow({ left, right }: Check): boolean {
  return right.every(({ table, row }) => table === left.table && row === left.row)
}

/** Columns of a row: under a common heading the parts need not repeat it. */
function columnsOfRow(check: Check, homes: Homes): Message {
  const { left, right } = check
  const home = homeOfTerm(homes, left)
  const summed = home?.summed.get(lawOf(check))
  const printed = new Map(right.map((term) => [term.column ?? '', term]))
  const whole = columnOf(homes, left)
  const parts: Part[] = []
  for (const column of home?.columns.values() ?? []) {
    const term = printed.get(column.id) ?? summed?.get(column.id)
    if (term) parts.push(partOf(column, atomsOf(whole), term))
  }
  const added = parts.filter(({ isLess }) => !isLess)
  const takenOff = parts.filter(({ isLess }) => isLess)
  return equation(columnName(whole, left), [...added, ...takenOff])
}

/** Phases say when, and nothing of what a column holds: a total below one is still a total. */
const PHASES = new Set(['previous_year', 'budgeted'])

/** A total that only closes a group is the group: `basic.total` is 基本支出. */
function atomsOf(column: Column | undefined): string[] {
  const atoms = column?.meaning?.split('.') ?? []
  const isClosing = atoms.length > 1 && !PHASES.has(atoms.at(-2) ?? '')
  return isClosing && atoms.at(-1) === 'total' ? atoms.slice(0, -1) : atoms
}

function columnName(column: Column | undefined, term: Term): Message {
  const atoms = atomsOf(column)
  if (atoms.length > 0) return meaningLabel(atoms.join('.'))
  return column ? headerName(column) : named(term)
}

/** What a part is called below the headings that it shares with its whole. */
function partOf(column: Column, whole: readonly string[], { sign }: Term): Part {
  const atoms = atomsOf(column)
  const apart = atoms.findIndex((atom, i) => atom !== whole[i])
  const path = atoms.slice(Math.max(0, apart)).map(atomLabel)
  return { path: path.length > 0 ? path : [headerName(column)], isLess: sign === -1 }
}

function panelName(term: Term, homes: Homes): Message {
  const panel = rowOf(homes, term)?.panel
  return panel ? PANEL_LABELS[panel] : named(term)
}

/** More names than a line holds are counted. */
const MOST_NAMES = 6

function namedRows({ left, right }: Check): Message {
  const sum = plain({ zh: `${right.length} 行之和`, en: `sum of ${right.length} rows` })
  const names = right.map((term) => plain(named(term), term.sign === -1))
  return equation(named(left), names.length > MOST_NAMES ? [sum] : names)
}

function betweenTables({ left, right }: Check, homes: Homes): Message {
  return equation(
    placeName(left, homes),
    right.map((term) => plain(placeName(term, homes), term.sign === -1)),
  )
}

/** A rate or share: the first figure over the sum of the others. */
function quotient(check: Check, homes: Homes): Message {
  const { left, right } = check
  if (right.length < 2) return betweenTables(check, homes)
  const [part, ...whole] = right.map((term) => placeName(term, homes))
  const less = right.slice(1).map(({ sign }) => sign === -1)
  const base = (language: keyof Message) => {
    const names = whole.map((name, i) => (i === 0 ? '' : less[i] ? ' - ' : ' + ') + name[language])
    return names.length > 1 ? `(${names.join('')})` : names.join('')
  }
  const whose = placeName(left, homes)
  return {
    zh: `${whose.zh} = ${part.zh} ÷ ${base('zh')}`,
    en: `${whose.en} = ${part.en} ÷ ${base('en')}`,
  }
}

/** A figure by its table: of a total its column says which, else its row does. */
function placeName(term: Term, homes: Homes): Message {
  const home = homeOfTerm(homes, term)
  if (term.fact !== null) return join({ zh: '文字', en: 'Narrative' }, named(term))
  if (!home) return named(term)
  const { kind, title } = home.table
  const table = kind === 'unrecognized' && title !== '' ? same(title) : KIND_LABELS[kind]
  const row = rowOf(homes, term)
  const column = columnOf(homes, term)
  const isTotal = row?.panel === null && (row.role === 'total' || row.role === 'unit')
  return join(table, isTotal && saysWhich(column) ? figureName(column, term) : named(term))
}

/** Tables head one figure differently (一般公共预算 over all of them, or not): it is called by what it measures. */
function figureName(column: Column | undefined, term: Term): Message {
  return column?.measure ? MEASURE_LABELS[column.measure] : columnName(column, term)
}

/** As printed, where something is. */
function named({ label }: Term): Message {
  return label.trim() === '' ? { zh: '无名称的行', en: 'a row without a name' } : same(label)
}

function headerName({ path, id }: Column): Message {
  return same(path.join('/') || id)
}

function same(text: string): Message {
  return { zh: text, en: text }
}

/** Whether a header says more than 金额. */
function saysWhich(column: Column | undefined): boolean {
  const atoms = atomsOf(column)
  return atoms.length > 0 && atoms.join() !== 'amount'
}

function join(a: Message, b: Message): Message {
  return { zh: `${a.zh}：${b.zh}`, en: `${a.en}: ${b.en}` }
}
