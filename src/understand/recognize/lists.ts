/** Columns -> lists: one beside another exists only where it has names and amounts of its own. */
import type { RawRow, RawTable } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { TOTAL_WORDS } from '../../../schemas/vocabulary.js'
import { holdsWords, isMost } from './content.js'
import { type Draft, isNaming, isPriced, isWords } from './draft.js'
import { textAt } from './rows.js'

export function splitLists(table: RawTable, drafts: Draft[]): Draft[][] {
  const lists: Draft[][] = []
  let current: Draft[] = []
  for (let i = 0; i < drafts.length; ) {
    const block = blockAt(drafts, i)
    const isOwn = current.some(isPriced) && current.some(isNamed) && isList(table, block, current)
    if (isOwn) {
      const lead = takeLead(current)
      lists.push(current)
      current = [...lead, ...block]
    } else current.push(...block)
    i += block.length
  }
  return [...lists, current]
}

/** From a column to the next that could head a list: a key, or words, that follows amounts. */
function blockAt(drafts: Draft[], start: number): Draft[] {
  let priced = false
  let end = start
  for (; end < drafts.length; end++) {
    if (priced && mayHead(drafts[end])) break
    priced ||= isPriced(drafts[end])
  }
  return drafts.slice(start, end)
}

/** A unit's code and a year only stand before the key that speaks; 序号 and remarks never do. */
function mayHead(draft: Draft): boolean {
  const { key } = draft
  return key === null ? isWords(draft) : key !== 'unit_code' && key !== 'period'
}

/** Names, words that may be some, and codes that bear their names. */
function isNamed(draft: Draft): boolean {
  const { key, content } = draft
  return isNaming(key) || isWords(draft) || (key === 'code' && holdsWords(content))
}

/** Line numbers and codes of units right before a list are its own. */
function takeLead(list: Draft[]): Draft[] {
  const last = list.findLastIndex(
    ({ key, type }) => key !== 'unit_code' && key !== 'period' && type !== 'serial',
  )
  return list.splice(last + 1)
}

/**
 * Whether a block of columns is a list of its own. Codes behind a number or an amount are more keys of the
 * same row, and words there one more text of it, unless what they say or stand under is a list's.
 */
function isList(table: RawTable, block: Draft[], before: Draft[]): boolean {
  const named = block.filter(isNamed)
  const priced = block.filter(isPriced)
  if (named.length === 0 || priced.length === 0) return false
  if (mirrors(block, before)) return true
  const first = before.filter(isNamed)
  if (!namesItsAmounts(table.rows, named, priced, first)) return false
  return (
    speaksAlone(named) ||
    repeats(block, before) ||
    standsApart(named[0], first[0]) ||
    turns(block, before)
  )
}

/** The share of a list's amounts that stand beside a name of its own. */
const OWN_NAMES = 0.8

/** Each amount of a list has a name of it on its line; the total of a single list is named at its left only. */
function namesItsAmounts(
  rows: RawRow[],
  named: Draft[],
  priced: Draft[],
  before: Draft[],
): boolean {
  let [amounts, own] = [0, 0]
  for (const row of rows) {
    if (priced.every((draft) => textAt(row, draft) === '')) continue
    amounts += 1
    if (named.some((draft) => row.cells[draft.index] === null || textAt(row, draft) !== ''))
      own += 1
    else if (before.some((draft) => TOTAL_WORDS.test(textAt(row, draft)))) return false
  }
  return own >= OWN_NAMES * amounts
}

/** A total, or ordinals before most names: what a text beside a name never has. */
function speaksAlone(named: Draft[]): boolean {
  return named.some(({ content }) => content.totals > 0 || isMost(content.ordinals, content.filled))
}

const headOf = ({ path }: Draft) => fold(path[0] ?? '')
const leafOf = ({ path }: Draft) => fold(path.at(-1) ?? '')

/** The heads of keys and amounts are those of the columns before, one by one: a list that goes on beside itself. */
function mirrors(block: Draft[], before: Draft[]): boolean {
  const heads = (drafts: Draft[]) =>
    drafts.filter((draft) => draft.key !== null || isPriced(draft)).map(leafOf)
  const own = heads(block)
  return own.length > 1 && own.join('|') === heads(before).slice(-own.length).join('|')
}

/** The amounts are called what those of the list before are called. */
function repeats(block: Draft[], before: Draft[]): boolean {
  const heads = new Set(before.filter(isPriced).map(leafOf))
  return block.filter(isPriced).every((draft) => heads.has(leafOf(draft)))
}

/** Each stands under a head of its own. */
function standsApart(named: Draft, first: Draft): boolean {
  return named.path.length > 1 && first.path.length > 1 && headOf(named) !== headOf(first)
}

/** From 收入 to 支出, by their heads. */
function turns(block: Draft[], before: Draft[]): boolean {
  const says = (drafts: Draft[], word: string) =>
    drafts.some((draft) => headOf(draft).includes(word))
  return says(before, '收入') && says(block, '支出') && !says(block, '收入')
}
