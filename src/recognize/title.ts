/** Titles -> kinds: what varies from place to place is folded away on both sides. */
import type { KindDescription } from '../../schemas/kind.js'
import { fold } from '../../schemas/text.js'

/** Words that titles may or may not have, wherever they stand. */
const FILLER = /预算|决算|情况|财务|本年度?|当年|年度|年初|公开|部门|单位|本级|综合|汇总|批复|明细/g

/** A title without year, publisher's level, 预算/决算 and 情况, which every region writes in its own way. */
export function canonicalTitle(title: string): string {
  return fold(title)
    .replace(/["'《》<>]/g, '')
    .replace(/(?:19|20)\d\d(?:年度?)?/g, '')
    .replace(/收入支出/g, '收支')
    .replace(/总体(?:情况)?/g, '总')
    .replace(/(部门|政府)(?:预算)?(?:支出)?经济/g, (_, side: string) =>
      side === '部门' ? 'D经济' : 'G经济',
    )
    .replace(/公共财政(?:预算)?/g, '一般公共')
    .replace(/一般一般/g, '一般')
    .replace(FILLER, '')
    .replace(/D经济/g, '部门经济')
    .replace(/G经济/g, '政府经济')
}

export interface TitleMatch {
  kind: KindDescription
  /** Literal characters of the pattern that matched: the more, the surer. */
  weight: number
}

/** Every kind that one of its titles speaks for, the surest first. */
export function matchTitle(title: string, kinds: readonly KindDescription[]): TitleMatch[] {
  const canonical = canonicalTitle(title)
  if (canonical === '') return []
  return kinds
    .map((kind) => ({ kind, weight: Math.max(...kind.titles.map((t) => weigh(t, canonical))) }))
    .filter((match) => match.weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
}

const patterns = new Map<string, { test: RegExp; weight: number }>()

function weigh(title: string, canonical: string): number {
  let pattern = patterns.get(title)
  if (!pattern) {
    const parts = title.split('*').map(canonicalTitle)
    const escaped = parts.map((part) => part.replace(/[()[\]{}.*+?^$|\\]/g, '\\$&'))
    pattern = { test: new RegExp(escaped.join('.*')), weight: parts.join('').length }
    patterns.set(title, pattern)
  }
  return pattern.test.test(canonical) ? pattern.weight : 0
}
