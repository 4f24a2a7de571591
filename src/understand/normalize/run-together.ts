/** Words with an amount before them, in a cell or a header: what two cells print close to each other was taken for one. */
import type { BudgetTable, Issue } from '../../../schemas/document.js'
import { finding } from '../../../schemas/findings.js'
import { fold } from '../../../schemas/text.js'

/** An amount with commas or cents, and words that are no unit of it: 120.00二、教育支出, but not 3.20万元, nor 90.00度. */
const BEFORE_WORDS =
  /^[-+]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2,})(?![元万亿千百个人%‰])(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\p{Script=Han}{4})/u

export function runTogether({ columns, rows }: BudgetTable): Issue[] {
  if (columns.every(({ type }) => type !== 'amount')) return []
  const heads = columns.flatMap(({ path }) => path.filter(isRunTogether))
  const found = heads.map((text) => finding('amount_before_words', { text }))
  for (const row of rows)
    for (const { id, type } of columns) {
      const cell = row.cells[id]
      if (type === 'amount' || !cell || !isRunTogether(cell.text)) continue
      const place = { row: row.id, page: cell.page, bbox: cell.bbox }
      found.push(finding('amount_before_words', { text: cell.text }, place))
    }
  return found
}

const isRunTogether = (text: string) => BEFORE_WORDS.test(fold(text))
