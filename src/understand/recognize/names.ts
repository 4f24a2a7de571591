/** Which columns of a list name its rows: one, with the levels above it; what else is words is a text of the row. */
import type { RawTable } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { holdsWords, isMost } from './content.js'
import { type Draft, demote, isNaming, isPriced, isWords } from './draft.js'
import { hasSubtotals, labelsAlone } from './rows.js'

export function settleNames(table: RawTable, list: Draft[]): void {
  if (!list.some(({ key }) => isNaming(key))) adoptName(list)
  else if (list.every(({ key }) => !isNaming(key) || key === 'unit_name')) adoptBeside(list)
  adoptLevels(table, list)
  const names = list.filter(({ key }) => key === 'name')
  const main = names.toSorted((a, b) => rankOf(a) - rankOf(b))[0]
  for (const draft of names) if (draft !== main && !isLevel(table, draft, main)) demote(draft)
}

/**
 * Where no header names the rows, the leftmost column of words before the amounts does; a remark only where
 * there is no other, and words under a head of figures last. Words behind the amounts are remarks on them.
 */
function adoptName(list: Draft[]): void {
  const priced = list.findIndex(isPriced)
  const before = priced < 0 ? list : list.slice(0, priced)
  const name = before.find(isWords) ?? before.find(isUnkeyedWords) ?? list.find(isMisnamed)
  if (name) name.key = 'name'
}

const isUnkeyedWords = ({ key, type, content }: Draft) =>
  key === null && type === 'text' && holdsWords(content)

/** 收入 or 基本支出 over nothing but words, where nothing else names the rows. */
const isMisnamed = ({ key, type, content }: Draft) =>
  key === null &&
  type === 'amount' &&
  holdsWords(content) &&
  !isMost(content.garbled, content.filled)

/** Beside a unit's name an unnamed column of words before the amounts names the row: a project of the unit (深圳). */
function adoptBeside(list: Draft[]): void {
  const at = list.findIndex(({ key }) => key === 'unit_name') + 1
  const next = list[at]
  if (next && isWords(next) && next.content.amounts === 0 && list.slice(at).some(isPriced))
    next.key = 'name'
}

/**
 * Words beside a name, before the amounts, are its second level where no head stands over them, as the
 * name's stands over both; or where they say 小计 of it.
 */
function adoptLevels(table: RawTable, list: Draft[]): void {
  for (const [i, draft] of list.entries()) {
    if (!isWords(draft) || !list.slice(i).some(isPriced)) continue
    const headless = draft.path.every((part) => part === '')
    const [left, right] = [list[i - 1], list[i + 1]]
    const isPart = left?.key === 'name' && (headless || hasSubtotals(table, left, draft))
    if (isPart || (headless && right?.key === 'name')) draft.key = 'name'
  }
}

/** What names a row first: a project, an account, anything else; what sort it is of (项目类别) last. */
const RANKS = [/项目名称|采购项目|专项名称|级项目/, /科目|分类(?!别)/] as const
const SORT = /类别|类型|性质$/

function rankOf({ path }: Draft): number {
  const leaf = fold(path.at(-1) ?? '')
  if (SORT.test(leaf)) return RANKS.length + 1
  const rank = RANKS.findIndex((pattern) => pattern.test(leaf))
  return rank < 0 ? RANKS.length : rank
}

/** 类名称 ｜ 款名称, 一级项目 ｜ 二级项目: each names the rows of its level. */
const OF_LEVEL = /^[类款项](?:级)?(?:科目)?(?:名称)?$|^[一二三四]级/

/**
 * A second name is a level of the first where one head stands over both, or none, where headers count the
 * levels, and left of it where it labels rows alone or has its 小计 there. Else it is one more text of the row.
 */
function isLevel(table: RawTable, draft: Draft, main: Draft): boolean {
  const head = ({ path }: Draft) => fold(path.join('/'))
  const leaf = ({ path }: Draft) => fold(path.at(-1) ?? '')
  if (head(draft) === '' || head(main) === '' || head(draft) === head(main)) return true
  if (OF_LEVEL.test(leaf(draft)) && OF_LEVEL.test(leaf(main))) return true
  if (!SORT.test(leaf(draft)) || draft.index < main.index)
    if (labelsAlone(table, draft, [main])) return true
  return draft.index < main.index && hasSubtotals(table, draft, main)
}
