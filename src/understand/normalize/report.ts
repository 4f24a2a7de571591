/** What a document is: budget or final accounts, whose, for which year. Its own words decide, never the file's name. */
import type { BudgetTable, Report } from '../../../schemas/document.js'
import { BODIES } from '../../../schemas/heading-words.js'
import type { KindDescription } from '../../../schemas/kind.js'
import type { TextLine } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { unitKey } from './directory.js'

/** Of a government's own budget nothing is a department's: whose it is, is not said by any field of ours. */
export function readGovernmentReport(tables: readonly BudgetTable[], prose: TextLine[]): Report {
  const titles = tables.map(({ title }) => fold(title))
  const front = prose.filter(({ page }) => page <= FRONT_PAGES).map(({ text }) => fold(text))
  const kind = kindOf(titles, front, true) ?? 'budget'
  const fiscalYear = titleYear(front, kind) ?? commonYear(titles) ?? commonYear(front)
  return { kind, fiscalYear, department: null, scope: 'government' }
}

/** What may stand between 部门 and 预算 in the name of a document: 部门综合预算, 部门年度预算. */
const SORT = '(?:综合|年度|收支|财政|财务){0,2}'

/** A longer line, in characters, is a sentence and names no document; three lines joined may be longer. */
const LONGEST_NAME = 60
const LONGEST_JOINED = 70

/** Lines of the first pages, where a document says what it is. */
const FRONT_PAGES = 3

/**
 * @param prose the lines outside every table
 * @param kinds those that every disclosure has make one: a lone table of another kind makes none
 */
export function readReport(
  tables: BudgetTable[],
  prose: TextLine[],
  kinds: readonly KindDescription[],
): Report {
  const core = new Set<string>(kinds.filter((kind) => kind.core).map(({ id }) => id))
  const read = tables.filter((table) => table.kind !== 'unrecognized')
  const texts: string[] = []
  for (const { text } of prose) texts.push(fold(text))
  const front = texts.filter((_, i) => prose[i].page <= FRONT_PAGES)
  const titles = [
    ...read.map((table) => fold(table.title)),
    ...read.flatMap((table) => table.columns.map((column) => fold(column.path.join('/')))),
  ]
  const kind = kindOf(
    read.map((table) => fold(table.title)),
    front,
    read.some((table) => core.has(table.kind)),
  )
  if (kind === null) return { kind, fiscalYear: null, department: null, scope: null }
  const fiscalYear = titleYear(front, kind) ?? commonYear(titles) ?? commonYear(front)
  return {
    kind,
    fiscalYear,
    department: departmentOf(read, front, texts),
    scope: scopeOf(titles, front, texts),
  }
}

const NAMES_DOCUMENT = new RegExp(`(?:部门|单位)${SORT}(?:预算|决算)|(?:预算|决算)(?:信息)?公开`)

/** Titles say 预算 or 决算; where they say neither, the title page does. 一般公共预算 is the name of a fund. */
function kindOf(titles: string[], front: string[], hasTables: boolean): Report['kind'] {
  const bare = titles.map((title) =>
    title.replace(/一般公共预算|政府性基金预算|国有资本经营预算/g, ''),
  )
  const accounts = bare.filter((title) => title.includes('决算')).length
  const budget = bare.filter((title) => title.includes('预算')).length
  const heading = front.find(
    (line) =>
      line.length < LONGEST_NAME &&
      NAMES_DOCUMENT.test(line) &&
      !/评价|绩效|自评|整改|通报/.test(line),
  )
  if (!hasTables && heading === undefined) return null
  if (hasTables && accounts !== budget) return accounts > budget ? 'final_accounts' : 'budget'
  return heading?.includes('决算') ? 'final_accounts' : 'budget'
}

/** The year of the line that names the document: "XX局2026年部门预算". */
function titleYear(front: string[], kind: Report['kind']): number | null {
  const word = kind === 'final_accounts' ? '决算' : '预算'
  const pattern = new RegExp(`((?:19|20)\\d\\d)年?度?.{0,30}(?:部门|单位)?${word}`)
  const lines = front.map(inDigits)
  const line = lines.find(
    (text) => text.length < LONGEST_NAME && !/。/.test(text) && pattern.test(text),
  )
  return line ? Number(pattern.exec(line)?.[1]) : null
}

/** 二〇二六年 -> 2026年. */
function inDigits(text: string): string {
  return text.replace(/二[〇○零O0][〇○零O0一二三四五六七八九]{2}(?=年)/g, (year) =>
    [...year].map((char) => Math.max('一二三四五六七八九'.indexOf(char) + 1, 0)).join(''),
  )
}

function commonYear(lines: string[]): number | null {
  const votes = new Map<number, number>()
  for (const line of lines) {
    const year = /((?:19|20)\d\d)年/.exec(line)
    if (year) votes.set(Number(year[1]), (votes.get(Number(year[1])) ?? 0) + 1)
  }
  return [...votes].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null
}

const NAME = '(?:(?!的|为|是|至|在|第.部分)[\\p{Script=Han}()])'

/**
 * The owner of tables that the title page names, be it by the standing of an office of its (（本级）,（汇总）), or
 * that of most tables; failing that, whom the title page or the prose names.
 */
function departmentOf(tables: BudgetTable[], front: string[], texts: string[]): string | null {
  const owners = tables.flatMap(({ owner }) => owner ?? [])
  const named = titlePageOwner(front)
  return (
    owners.find((owner) => fold(owner) === named) ??
    (owners.some((owner) => unitKey(owner) === named) ? named : mostCommon(owners)) ??
    named ??
    proseOwner(texts) ??
    rowOrLine(unitRow(tables), bodyLine(front))
  )
}

/** The unit that a row on top names, unless it is an office of the body that the title page names. */
function rowOrLine(row: string | null, line: string | null): string | null {
  return row !== null && line !== null && unitKey(row) === line ? line : (row ?? line)
}

/** "XX局2026年度部门预算", in one line or broken over as many as three. */
function titlePageOwner(front: string[]): string | null {
  const year = '(?:19|20)\\d\\d年?度?'
  const pattern = new RegExp(
    `^(?:第.部分)?(?:${year})?(?:[[(]?\\d{3,9}[\\])]?[-_.、]?)?(${NAME}{2,38}?${BODIES})(?:部门|单位)?(?:${year})?(?:的)?(?:部门|单位)?${SORT}(?:预算|决算)`,
    'u',
  )
  for (let i = 0; i < front.length; i++) {
    for (const text of [3, 2, 1].map((lines) => front.slice(i, i + lines).join(''))) {
      const match = text.length < LONGEST_JOINED && !text.includes('。') ? pattern.exec(text) : null
      if (match) return match[1].replace(/部门$/, '')
    }
  }
  return null
}

/** "XX局2026年收入预算…": what the prose says most often. */
function proseOwner(texts: string[]): string | null {
  const pattern = new RegExp(`(${NAME}{3,30}${BODIES})(?:部门|单位)?(?:19|20)\\d\\d年`, 'gu')
  return mostCommon(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1])))
}

function mostCommon(names: string[]): string | null {
  const votes = new Map<string, number>()
  for (const name of names) votes.set(name, (votes.get(name) ?? 0) + 1)
  return [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function bodyLine(front: string[]): string | null {
  const pattern = new RegExp(`^${NAME}{3,30}${BODIES}$`, 'u')
  return front.find((line) => pattern.test(line)) ?? null
}

/** Where no line names the owner, the row that bears the department's name on top of a table by unit does. */
function unitRow(tables: BudgetTable[]): string | null {
  return tables.flatMap((table) => table.rows).find((row) => row.role === 'unit')?.name ?? null
}

/**
 * 部门 or 单位, as the line that names the document says; failing that, as most titles and the owner lines do.
 * Tables of a department can be titled 单位收支总体情况表 (重庆/委宣传部, a department of seven units).
 */
function scopeOf(titles: string[], front: string[], texts: string[]): Report['scope'] {
  const heading = front.filter((line) => line.length < LONGEST_NAME).flatMap(namedScope)[0]
  if (heading) return heading
  const lines = [...front.filter((line) => line.length < LONGEST_NAME), ...titles]
  const count = (word: RegExp) => lines.filter((line) => word.test(line)).length
  const what = '(?:财务|收|支|预算|决算|"三公"|一般|政府性|国有|财政)'
  const unit = count(new RegExp(`单位${what}`))
  const department = count(new RegExp(`部门${what}`))
  if (unit + department > 0) return unit > department ? 'unit' : 'department'
  if (texts.some((line) => /^部门(?:名称)?(?:\(.*?\))?:/.test(line))) return 'department'
  return texts.some((line) => /^(?:编制|预算|填报)?单位(?:名称)?:(?![千万亿]?元)/.test(line))
    ? 'unit'
    : null
}

const NAMES_SCOPE = new RegExp(`(?:19|20)\\d\\d年?度?.{0,40}?(部门|单位)${SORT}(?:预算|决算)`)

/** What a line with a year calls the document: 2026年度部门预算, XX局2026年单位预算公开. */
function namedScope(line: string): ('unit' | 'department')[] {
  const match = NAMES_SCOPE.exec(line)
  if (!match || line.includes('。')) return []
  return [match[1] === '单位' ? 'unit' : 'department']
}
