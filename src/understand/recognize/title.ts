/** Titles -> kinds: what varies from place to place is folded away on both sides. */
import type { KindDescription } from '../../../schemas/kind.js'
import { fold } from '../../../schemas/text.js'

/** Words that titles may or may not have, wherever they stand. */
const FILLER =
  /预算|决算|情况|财务|本年度?|当年|年度|年初|公开|部门|单位|本级|综合|汇总|批复|明细|安排的?|全口径/g

/** A title without year, publisher's level, 预算/决算 and 情况, which every region writes in its own way. */
export function canonicalTitle(title: string): string {
  return fold(title)
    .replace(/["'《》<>]/g, '')
    .replace(/(?:19|20)\d\d(?:年度?)?|二[〇○零O0][〇○零O0一二三四五六七八九]{2}年度?/g, '')
    .replace(/收入支出/g, '收支')
    .replace(/总体(?:情况)?/g, '总')
    .replace(/(部门|政府)(?:预算)?(?:支出)?经济/g, (_, side: string) =>
      side === '部门' ? 'D经济' : 'G经济',
    )
    .replace(/公共财政(?:预算)?/g, '一般公共')
    .replace(/一般一般/g, '一般')
    .replace(FILLER, '')
    .replace(/总(?=表)/g, '')
    .replace(/D经济/g, '部门经济')
    .replace(/G经济/g, '政府经济')
    .replace(/(一般公共|政府性基金|国有资本经营)(?:财政)?拨款/g, '$1')
}

/** What may stand before a title without changing it: whose it is. 财政专户支出表 is no 支出表. */
const PUBLISHER = /(?:^|[局厅委办院校处部署所站队心会馆场团社库司府级直市县区省州镇乡盟旗)\d])$/
/** What other words before it take from a match, in characters: the short titles need to stand alone. */
const STRANGE_PREFIX = 4

export interface TitleMatch {
  kind: KindDescription
  /** Literal characters of the pattern that matched: the more, the surer. */
  weight: number
}

/** Every kind that one of its titles speaks for, the surest first. */
export function matchTitle(title: string, kinds: readonly KindDescription[]): TitleMatch[] {
  const canonical = canonicalTitle(title)
  if (canonical === '') return []
  const matches: TitleMatch[] = []
  for (const kind of kinds) {
    const weight = weightOf(kind, canonical)
    if (weight > 0) matches.push({ kind, weight })
  }
  return matches.toSorted((a, b) => b.weight - a.weight)
}

/** A form bears the name of its project or fund before its title. */
function weightOf({ titles, layout }: KindDescription, canonical: string): number {
  let most = 0
  for (const title of titles) most = Math.max(most, weigh(title, canonical, layout === 'form'))
  return most
}

/** A title's parts between its stars, and how many characters they have together. */
interface Pattern {
  parts: readonly string[]
  weight: number
}

const patterns = new Map<string, Pattern>()

function patternOf(title: string): Pattern {
  const known = patterns.get(title)
  if (known) return known
  const parts = title.split('*').map(canonicalTitle)
  const pattern = { parts, weight: parts.join('').length }
  patterns.set(title, pattern)
  return pattern
}

function weigh(title: string, canonical: string, anyPrefix: boolean): number {
  const { parts, weight } = patternOf(title)
  const at = placeOf(parts, canonical)
  if (at === null) return 0
  const named = anyPrefix || PUBLISHER.test(canonical.slice(0, at))
  return Math.max(0, weight - (named ? 0 : STRANGE_PREFIX))
}

/**
 * Where the first of the parts stands, where the others follow it in their order. Each is looked for once,
 * behind the one before: the first place leaves most room, so a paragraph taken for a title costs its length.
 */
function placeOf(parts: readonly string[], text: string): number | null {
  let end = 0
  let first: number | null = null
  for (const part of parts) {
    const at = text.indexOf(part, end)
    if (at < 0) return null
    first ??= at
    end = at + part.length
  }
  return first
}
