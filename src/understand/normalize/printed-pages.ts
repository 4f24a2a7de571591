/** The lines outside the tables -> the number that each page prints of itself, which a reader cites it by. */
import type { TextLine } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'

/** 3; - 3 -; 第3页; 第 3 页 共 45 页; 3/45. */
const NUMBER = /^[-~·|]*第?(\d{1,4})页?(?:[-~·|]*|[,/]?共\d{1,4}页|\/\d{1,4}页?)$/

/** So many pages away a number that counts on with another still bears it out: some pages between print none. */
const REACH = 3

interface Candidate {
  page: number
  printed: string
  /** By how much the number is ahead of the page's place in the file. */
  ahead: number
}

/**
 * A lone number at the head or the foot of a page is its own where another page nearby counts on
 * with it: covers and contents are skipped, parts begin anew. No page gets a number that it does not print.
 *
 * @param prose in the order of pages, each from the top down
 * @returns by page, the first at 0; null where a page prints none
 */
export function printedPages(prose: readonly TextLine[], pages: number): (string | null)[] {
  const found = edgeLines(prose).flatMap(candidatesOf)
  const borneOut = found.filter((one) => found.some((other) => countsOn(one, other)))
  const weight = new Map<number, number>()
  for (const { ahead } of borneOut) weight.set(ahead, (weight.get(ahead) ?? 0) + 1)
  const best = new Map<number, Candidate>()
  for (const one of borneOut) {
    const before = best.get(one.page)
    const isBetter = (weight.get(one.ahead) ?? 0) > (weight.get(before?.ahead ?? Number.NaN) ?? 0)
    if (isBetter) best.set(one.page, one)
  }
  return Array.from({ length: pages }, (_, i) => best.get(i + 1)?.printed ?? null)
}

function countsOn(a: Candidate, b: Candidate): boolean {
  return a.ahead === b.ahead && a.page !== b.page && Math.abs(a.page - b.page) <= REACH
}

/** The first and the last line of each page. */
function edgeLines(prose: readonly TextLine[]): TextLine[] {
  const edges: TextLine[] = []
  for (const [i, line] of prose.entries())
    if (prose[i - 1]?.page !== line.page || prose[i + 1]?.page !== line.page) edges.push(line)
  return edges
}

/** A line may hold more than the number: a running head, or the number of all pages apart. */
function candidatesOf({ page, text }: TextLine): Candidate[] {
  const parts = new Set([text, ...text.split('  ')].map(fold))
  return [...parts].flatMap((part) => {
    const printed = NUMBER.exec(part)?.[1]
    return printed === undefined ? [] : [{ page, printed, ahead: Number(printed) - page }]
  })
}
