type Counts = Record<string, number>
type Outcomes = Record<'holds' | 'rounding' | 'fails' | 'not_applicable', number>

export interface Tally {
  files: number
  pages: number
  listed: number
  kindRight: number
  pagesRight: number
  amounts: number
  amountsInCells: number
  /** Wrapped in a cell with more, or painted over two cells. */
  amountsInParts: number
  amountsLeft: number
  cells: number
  cellsAgree: number
  sums: Outcomes
  others: Outcomes
  /** Of the narrative, against itself and the tables. */
  prose: Outcomes
  /** Within forms, and of their amounts against the tables of projects. */
  forms: Outcomes
  /** Records of performance, their indicators, and the rows of indicators that the tables have. */
  performance: { records: number; indicators: number; rows: number }
  /** Lists whose leaves come to the printed totals, or of which a check says where not, or neither. */
  lists: { sum: number; explained: number; unexplained: number }
  /** Rows with figures of which it is not said how they count. */
  unsaid: number
  status: Counts
  issues: Counts
  stages: Counts
  milliseconds: number
  plus(other: Tally): Tally
}

const outcomes = (): Outcomes => ({ holds: 0, rounding: 0, fails: 0, not_applicable: 0 })

export function newTally(): Tally {
  return {
    files: 0,
    pages: 0,
    listed: 0,
    kindRight: 0,
    pagesRight: 0,
    amounts: 0,
    amountsInCells: 0,
    amountsInParts: 0,
    amountsLeft: 0,
    cells: 0,
    cellsAgree: 0,
    sums: outcomes(),
    others: outcomes(),
    prose: outcomes(),
    forms: outcomes(),
    performance: { records: 0, indicators: 0, rows: 0 },
    lists: { sum: 0, explained: 0, unexplained: 0 },
    unsaid: 0,
    status: {},
    issues: {},
    stages: {},
    milliseconds: 0,
    plus(other: Tally) {
      return add(this, other)
    },
  }
}

function add(a: Tally, b: Tally): Tally {
  const sum = newTally()
  for (const key of Object.keys(sum) as (keyof Tally)[]) {
    const [x, y] = [a[key], b[key]]
    if (typeof x === 'number' && typeof y === 'number') Object.assign(sum, { [key]: x + y })
    else if (typeof x === 'object' && typeof y === 'object')
      Object.assign(sum, { [key]: addCounts(x as Counts, y as Counts) })
  }
  return sum
}

function addCounts(a: Counts, b: Counts): Counts {
  const sum = { ...a }
  for (const [key, value] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + value
  return sum
}

const share = (part: number, whole: number) =>
  `${part}/${whole}${whole ? ` ${((100 * part) / whole).toFixed(2)}%` : ''}`
const sums = ({ holds, rounding, fails }: Outcomes) =>
  `${holds} hold, ${rounding} rounding, ${fails} fail`

export function formatTally(region: string, t: Tally): string {
  return [
    `${region}: ${t.files} files, ${t.pages} pages, ${(t.milliseconds / Math.max(1, t.pages)).toFixed(1)} ms/page`,
    `  tables: kind ${share(t.kindRight, t.listed)}, kind and pages ${share(t.pagesRight, t.listed)}`,
    `  amounts in a cell of their own: ${share(t.amountsInCells, t.amounts)}; in part of one or in two ${t.amountsInParts}; left over ${t.amountsLeft}`,
    `  other reader's cells: ${share(t.cellsAgree, t.cells)}`,
    `  parent sums: ${sums(t.sums)}; other identities: ${sums(t.others)}`,
    `  of the narrative: ${sums(t.prose)}; of forms: ${sums(t.forms)}`,
    `  performance: ${t.performance.records} records, ${t.performance.indicators} indicators, ${t.performance.rows} rows of them in the tables`,
    `  leaves come to the printed total in ${t.lists.sum} lists, a check says why not in ${t.lists.explained}, neither in ${t.lists.unexplained}; rows unsaid ${t.unsaid}`,
  ].join('\n')
}
