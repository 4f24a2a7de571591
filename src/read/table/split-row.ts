/**
 * A page break can cut a row: its name, or an amount. The rest of it on the next page is no row by how
 * the rows before it are built, whatever its words are: it has no code, no amount and no ordinal of its
 * own where all the others have, or digits that complete an amount, or goes on where a line was full.
 */
import { isNameOf } from '../../../schemas/codes.js'
import type { RawCell, RawRow } from '../../../schemas/stages.js'
import { AMOUNT, DASH, fold, ORDINAL, SURE_AMOUNT } from '../../../schemas/text.js'
import { TOTAL_WORDS } from '../../../schemas/vocabulary.js'
import { isBlank, isFilled } from './blank.js'

/** How the rows before the break are built. */
interface Habits {
  /** So many of them are looked at. */
  rows: number
  /** The decimals that all amounts have; null where they differ. */
  decimals: number | null
  /** Whatever is named in them has an amount: lists that stand side by side have blanks. */
  areFilled: boolean
  /** Columns in which all but totals have a code. */
  codes: number[]
}

/** The rows right before a break say how the table is built. */
const LOOKED_AT = 40
/** A habit of fewer rows is none. */
const LEAST_ROWS = 3

/** Whether a page's first row is the rest of the last row before it. */
export function isRest(before: RawRow[], first: RawRow): boolean {
  const last = before.at(-1)
  if (!last) return false
  const pairs = first.cells.map((cell, i) => new Pair(last.cells[i] ?? null, cell))
  const isCut = pairs.every(({ before }) => !before || before.isOpen)
  if (isCut && pairs.every((pair) => pair.isTwice())) return true
  const said = pairs.filter(({ after }) => isFilled(after))
  if (said.length === 0 || said.some((pair) => pair.areTwo() || pair.opensAnew())) return false
  if (areOneName(pairs)) return true
  const habits = habitsOf(before.slice(-LOOKED_AT - 1, -1))
  if (said.some((pair) => pair.isOwn(habits.decimals))) return isTurned(habits, pairs)
  if (said.some(({ before }) => isBlank(before) || TOTAL_WORDS.test(textOf(before)))) return false
  if (said.some((pair) => pair.completes(habits.decimals))) return true
  return hasAmount(last) && (isNoRow(habits, first) || said.every((pair) => pair.goesOn()))
}

/** Both halves together are what the code on one side of the break is called, and neither is: 机关事业单位基本养老 ｜ 保险缴费支出. */
function areOneName(pairs: readonly Pair[]): boolean {
  const [above, below] = [codeOf(pairs, 'before'), codeOf(pairs, 'after')]
  if ((above === '') === (below === '')) return false
  const code = above || below
  return pairs.some(({ before, after }) => {
    const [head, tail] = [textOf(before), textOf(after)]
    if (head === '' || tail === '' || !isNameOf(code, head + tail)) return false
    return !isNameOf(code, head) && !isNameOf(code, tail)
  })
}

/** The digits in the columns of codes, which stand left of everything else. */
function codeOf(pairs: readonly Pair[], side: 'before' | 'after'): string {
  let code = ''
  for (const pair of pairs) {
    const text = textOf(pair[side])
    if (text !== '' && !CODE.test(text)) break
    code += text
  }
  return code
}

/** The two halves of a cell. */
class Pair {
  constructor(
    readonly before: RawCell | null,
    readonly after: RawCell | null,
  ) {}

  /** A line of text that the break cuts through is seen on both pages. */
  isTwice(): boolean {
    return textOf(this.before) === textOf(this.after)
  }

  /** Each is an amount by itself. */
  areTwo(): boolean {
    return SURE_AMOUNT.test(textOf(this.before)) && SURE_AMOUNT.test(textOf(this.after))
  }

  /** It begins a row: with an ordinal, or as a total. */
  opensAnew(): boolean {
    const text = textOf(this.after)
    return ORDINAL.test(text) || TOTAL_WORDS.test(text)
  }

  /** Its digits make a whole of an amount that is none yet. */
  completes(decimals: number | null): boolean {
    const [head, tail] = [textOf(this.before), textOf(this.after)]
    if (head === '' || !/^[\d.,]+$/.test(tail) || !AMOUNT.test(head + tail)) return false
    if (/[.,]$/.test(head) || /^[.,]/.test(tail)) return true
    const [places, whole] = [decimalsOf(head), decimalsOf(head + tail)]
    return decimals !== null && places > 0 && places < decimals && whole === decimals
  }

  /** It is an amount, or begins like a code, by itself. */
  isOwn(decimals: number | null): boolean {
    return /^-?\d[\d,.]*$/.test(textOf(this.after)) && !this.completes(decimals)
  }

  /** Words run on from a line that had no room for more. */
  goesOn(): boolean {
    return isFilled(this.before) && isFull(this.before)
  }
}

function textOf(cell: RawCell | null): string {
  return fold(cell?.text ?? '')
}

/** A line has no room for another character if less than this many ems are left of it, padding included. */
const FULL = 1.75

function isFull({ room, centred }: RawCell): boolean {
  return (centred ? 2 : 1) * room < FULL
}

/** A row without an amount where all have one, or without a code where all have one. */
function isNoRow({ rows, areFilled, codes }: Habits, { cells }: RawRow): boolean {
  if (rows < LEAST_ROWS) return false
  return areFilled || (codes.length > 0 && codes.every((i) => isBlank(cells[i])))
}

/** The amounts, set in the middle of the row, stand behind the break, its code or the name's beginning before it. */
function isTurned({ rows, areFilled, codes }: Habits, pairs: Pair[]): boolean {
  const isNumber = (cell: RawCell | null) => AMOUNT.test(textOf(cell))
  const amounts = pairs.filter((_, i) => !codes.includes(i))
  if (amounts.some(({ before }) => isNumber(before)) || rows < LEAST_ROWS) return false
  const named = pairs.filter(({ before, after }) => isFilled(before) && isFilled(after))
  if (codes.length > 0)
    return (
      codes.some((i) => isFilled(pairs[i].before)) && codes.every((i) => isBlank(pairs[i].after))
    )
  return areFilled && named.length > 0 && named.every((pair) => pair.goesOn())
}

function hasAmount({ cells }: RawRow): boolean {
  return cells.some((cell) => AMOUNT.test(textOf(cell)))
}

const CODE = /^\d{2,}$/

function habitsOf(rows: RawRow[]): Habits {
  const isTotal = ({ cells }: RawRow) => cells.some((cell) => TOTAL_WORDS.test(textOf(cell)))
  const items = rows.filter((row) => !isTotal(row))
  const width = Math.max(0, ...items.map(({ cells }) => cells.length))
  const columns = [...Array(width).keys()].map((i) =>
    rows.map(({ cells }) => textOf(cells[i] ?? null)),
  )
  const codes = [...columns.keys()].filter((i) =>
    items.every(({ cells }) => CODE.test(textOf(cells[i]))),
  )
  const amounts = columns.map((texts, i) => !codes.includes(i) && isOfAmounts(texts))
  const lists = listsOf(amounts)
  const places = new Set(columns.filter((_, i) => amounts[i]).flatMap(placesIn))
  return {
    rows: items.length,
    decimals: places.size === 1 ? [...places][0] : null,
    areFilled:
      lists.length > 0 && rows.every((row) => lists.every((list) => isWhole(row, list, amounts))),
    codes,
  }
}

function isOfAmounts(texts: string[]): boolean {
  const filled = texts.filter((text) => text !== '')
  return filled.length > 0 && filled.every((text) => AMOUNT.test(text) || DASH.test(text))
}

function placesIn(texts: string[]): number[] {
  return texts.filter((text) => AMOUNT.test(text) && text !== '0').map(decimalsOf)
}

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0
}

/** Lists side by side: names, and the amounts that follow them. */
function listsOf(amounts: boolean[]): number[][] {
  const lists: number[][] = []
  for (const [i, isAmount] of amounts.entries()) {
    if (i > 0 && (isAmount || !amounts[i - 1])) lists[lists.length - 1].push(i)
    else lists.push([i])
  }
  return lists.filter((list) => list.some((i) => amounts[i]))
}

/** What a list names in a row has an amount there. */
function isWhole({ cells }: RawRow, list: number[], amounts: boolean[]): boolean {
  const filled = list.filter((i) => isFilled(cells[i]))
  return filled.length === 0 || filled.some((i) => amounts[i])
}

/** Takes the rest of a row into its beginning; the row ends where the rest does, so that no break cuts it any more. */
export function mergeRest(last: RawRow, rest: RawRow): void {
  for (const [i, after] of rest.cells.entries()) {
    const before = last.cells[i]
    const isTwice = before && after && before.text === after.text && before.isOpen
    if (isFilled(after) && !isTwice) last.cells[i] = joined(before, after)
    else if (before && after && before.rowSpan === 1)
      last.cells[i] = { ...before, isOpen: after.isOpen }
  }
}

function joined(before: RawCell | null, after: RawCell): RawCell {
  return {
    ...(isFilled(before) ? before : after),
    text: (before?.text ?? '') + after.text,
    runs: (before?.runs ?? 0) + after.runs,
    isOpen: after.isOpen,
  }
}
