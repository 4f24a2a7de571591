// What a person reading a sample would write down. Built from the data alone, never from a PDF.
import { department, fiscalYear, functional, revenueColumns, unitCode } from './data.mjs'

export const yuan = (amount) =>
  amount === null ? null : `${BigInt(amount.replace('.', '')) * 100n}.00`
export const commas = (amount) => amount.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
export const plain = (path) => path.map((part) => part.replaceAll('/', ''))
export const revenuePaths = revenueColumns.map(plain)

const row = (fields) => ({
  panel: null,
  role: 'item',
  level: 0,
  code: null,
  unitCode: null,
  name: '',
  amounts: [],
  ...fields,
})

/** Rows by function code. `pick` gives a row's amounts; `units` where a unit code column is printed. */
export function functionalRows(pick, { totalLast = false, units = true } = {}) {
  const rows = functional.map((item) =>
    row({
      role: item.code ? 'item' : 'total',
      level: item.code ? (item.code.length - 1) / 2 : 0,
      code: item.code || null,
      unitCode: units && item.code.length === 7 ? unitCode : null,
      name: item.name,
      amounts: pick(item),
    }),
  )
  return totalLast ? [...rows.slice(1), rows[0]] : rows
}

/** Rows by economic code; `labelled` where a 类 has a 小计 row of its own. */
export function economicRows(items, labelled, print = (amount) => amount, totalLast = false) {
  const rows = items.map((item) =>
    row({
      role: !item.code ? 'total' : item.code.length === 3 && labelled ? 'subtotal' : 'item',
      level: !item.code ? 0 : item.code.length === 3 ? 1 : 2,
      code: item.code || null,
      name: item.name,
      amounts: [print(item.total)],
    }),
  )
  return totalLast ? [...rows.slice(1), rows[0]] : rows
}

/** The rows of one panel, or of a vertical list where `panel` is null. */
export const listRows = (items, panel, print = (amount) => amount) =>
  items.map((item) =>
    row({
      panel,
      role: item.level === 0 ? 'total' : 'item',
      level: item.level,
      name: item.name,
      amounts: [print(item.amount)],
    }),
  )

/** The empty government fund table: a total of zeros and blank rows of zeros. */
export const emptyFundRows = (blanks, zero = '0.00') => [
  row({ role: 'total', name: '合计', amounts: [zero, zero, zero] }),
  ...Array.from({ length: blanks }, () => row({ role: 'blank', amounts: [zero, zero, zero] })),
]

export const unitRow = (amounts) => row({ role: 'unit', level: 1, name: department, amounts })

/** One table as expected.json states it. */
export const table = (kind, title, pages, columns, rows, more = {}) => ({
  kind,
  title,
  ordinal: null,
  owner: department,
  unit: '万元',
  pages,
  columns,
  rows,
  notes: [],
  ...more,
})

/** 培训费 is 1.00 in table 6 and 0.3 in the narrative, in the publication too. */
const training = ['1.00', '0.3']
/** 20 vehicles, and none of each kind: only the narrative at length says the kinds. */
export const vehicles = ['20', '0', '0', '0', '0', '0']

export const expected = (file, tables, contradictions = []) => ({
  file,
  report: { kind: 'budget', fiscalYear, department, scope: 'department' },
  contradictions: [...contradictions, training],
  tables,
})
