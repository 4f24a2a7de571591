/**
 * A government's own budget, by its own words: what it may owe, what it hands down, what it taxes and
 * insures. No department has any of these, though some hand money down (对下转移支付) or pay back a bond.
 */
import type { RawTable, TextLine } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'

interface Sign {
  name: string
  /** Alone it only bears out another. */
  weak?: true
  shows: (title: string, rows: readonly string[]) => boolean
}

const TAX =
  /^[一二三四五六七八九十、()\d.]*(?:其中:)?(?:增值税|企业所得税|个人所得税|资源税|城市维护建设税|房产税|印花税|城镇土地使用税|土地增值税|车船税|耕地占用税|契税)$/

/** One tax among the names of a list may be a payment; two are what a government levies. */
const TAXES = 2

const SIGNS: readonly Sign[] = [
  {
    name: 'debt',
    shows: (title) => /债务.*(?:限额|余额)|(?:限额|余额).*债务|债券.*(?:发行|还本付息)/.test(title),
  },
  { name: 'insurance', shows: (title) => /社会保险基金.*(?:收入|支出|收支|结余)/.test(title) },
  {
    name: 'transfers',
    shows: (title) =>
      /税收返还|转移支付(?:收入|.*分(?:地区|项目)|.*情况)/.test(title) &&
      !/绩效|部门|单位/.test(title),
  },
  { name: 'taxes', shows: (_, rows) => new Set(rows.filter((row) => TAX.test(row))).size >= TAXES },
  {
    name: 'transfers below',
    weak: true,
    shows: (title) => /转移支付/.test(title) && !/绩效|部门|单位/.test(title),
  },
  {
    name: 'level',
    weak: true,
    shows: (title) =>
      /(?:全[省市县区州盟旗]|本级|[省市县区州盟旗]级)(?:一般公共预算|政府性基金|国有资本经营)/.test(
        title,
      ) && !/部门|单位/.test(title),
  },
  {
    name: 'funds received',
    weak: true,
    shows: (title) =>
      /(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)(?:收入|收支)(?:预算|决算|执行|完成|平衡)?(?:情况|总)?表/.test(
        title,
      ) && !/部门|单位/.test(title),
  },
]

/** So many strong signs, or one that a weak one bears out. */
const STRONG_SIGNS = 2

/** What a department's document and its tables are called. */
const DEPARTMENT =
  /(?:部门|单位)(?:综合|年度|收支)?(?:预算|决算)|(?:部门|单位).{0,6}(?:收支|收入|支出|财政拨款).*表/
/** So many tables of a department are a department's budget, whatever else is bound with it. */
const DEPARTMENT_TABLES = 3
/** What the front page of a government's says. */
const FRONT = /政府(?:预算|决算)(?:公开|草案|报告|$)|预算执行情况.*预算草案|(?:预算|决算)草案/
const FRONT_PAGES = 3
/** A longer line, in characters, is a sentence and calls the document nothing. */
const LONGEST_NAME = 60

/** @returns the titles that say so, in the order of the document; none where it is no government's */
export function governmentTitles(
  tables: readonly RawTable[],
  prose: readonly TextLine[],
): string[] {
  const front = prose.filter(({ page }) => page <= FRONT_PAGES).map(({ text }) => fold(text))
  const named = front.filter((line) => line.length < LONGEST_NAME && DEPARTMENT.test(line)).length
  const titled = tables.filter(({ title }) => DEPARTMENT.test(fold(title))).length
  const shown = new Map<Sign, string>()
  for (const table of tables) {
    const rows = namesOf(table)
    for (const sign of SIGNS)
      if (sign.shows(fold(table.title), rows)) shown.set(sign, shown.get(sign) ?? table.title)
  }
  const strong = [...shown.keys()].filter(({ weak }) => !weak).length
  const borneOut =
    [...shown.keys()].some(({ weak }) => weak) || front.some((line) => FRONT.test(line))
  const isGovernment =
    strong >= STRONG_SIGNS
      ? titled < DEPARTMENT_TABLES
      : strong > 0 && borneOut && named + titled === 0
  return isGovernment ? [...new Set(shown.values())] : []
}

/** Every text that could name a row: a government's table is not read any further. */
function namesOf({ rows }: RawTable): string[] {
  return rows.flatMap(({ cells }) => cells.flatMap((cell) => fold(cell?.text ?? '') || []))
}
