/** A raw table's columns -> what each is: a key that identifies rows, an amount with its meaning, or text. */
import type { ColumnKey, ColumnRole, RawTable } from '../../../schemas/stages.js'
import { AMOUNT, DASH, fold } from '../../../schemas/text.js'
import { type HeaderMeaning, readPath } from './meaning.js'

interface Draft {
  index: number
  path: string[]
  header: HeaderMeaning
  content: Content
}

interface Content {
  filled: number
  amounts: number
  codes: number
  percents: number
  /** The distinct cells that are a classification code and nothing else. */
  pure: Set<string>
}

/** Columns in groups: each a list of its own, its keys first and its amounts after them. */
export function readColumns(table: RawTable): ColumnRole[][] {
  const drafts: Draft[] = []
  for (const { path } of table.columns) {
    const index = drafts.length
    drafts.push({ index, path, header: readPath(path), content: contentOf(table, index) })
  }
  const keys = drafts.map(keyOf)
  splitCodes(drafts, keys)
  if (!keys.some(isNaming)) adoptName(drafts, keys)
  else if (keys.every((key) => !isNaming(key) || key === 'unit_name')) adoptBeside(drafts, keys)
  separateGovernment(drafts, keys)
  const times = timesOf(drafts)
  const roles: ColumnRole[] = []
  for (const draft of drafts) roles.push(toRole(draft, keys[draft.index], times))
  return groupsOf(roles)
}

function contentOf(table: RawTable, index: number): Content {
  const content: Content = { filled: 0, amounts: 0, codes: 0, percents: 0, pure: new Set() }
  for (const row of table.rows) {
    const text = fold(row.cells[index]?.text ?? '')
    if (text === '') continue
    content.filled += 1
    if (AMOUNT.test(text) || DASH.test(text) || /^-?[\d.]+%$/.test(text)) content.amounts += 1
    if (text.endsWith('%')) content.percents += 1
    if (/^[235]\d{2}(?:\d{2}){0,2}$/.test(text)) content.pure.add(text)
    if (/^\[?\d{2,9}\]?\D/.test(text) || /^\d{3}(?:\d{2}){0,3}$/.test(text)) content.codes += 1
  }
  return content
}

function isNaming(key: ColumnKey | null): boolean {
  return key === 'name' || key === 'unit_name' || key === 'government_name'
}

/**
 * What a header calls a key is one, unless every cell below says that it holds amounts;
 * and a column of codes is one, whatever it is called.
 */
function keyOf(draft: Draft): ColumnKey | null {
  const { key } = draft.header
  if ((key === null || key === 'name' || key === 'unit_code') && holdsCodes(draft.content))
    return 'code'
  const { filled, amounts, codes } = draft.content
  if (key === null || filled === 0) return key
  if (isNaming(key) || key === 'period')
    return amounts > 0.8 * filled && codes === 0 && amounts > 2 ? null : key
  return key
}

/** Nothing but codes of 3, 5 or 7 digits, some the beginning of others: no list of amounts is so. */
function holdsCodes({ filled, pure }: Content): boolean {
  const codes = [...pure]
  return (
    pure.size > 1 &&
    pure.size >= 0.8 * filled &&
    codes.some((code) => codes.some((other) => other !== code && other.startsWith(code)))
  )
}

const LEVELS = ['class', 'section', 'item'] as const

/** One header over two or three columns of digits: they are 类, 款 and 项 (putuo/财政局2024 决算 p8). */
function splitCodes(drafts: Draft[], keys: (ColumnKey | null)[]): void {
  const path = (i: number) => drafts[i]?.path.join('/')
  for (let i = 0; i < keys.length; i++) {
    let end = i
    while (keys[i] === 'code' && keys[end + 1] === 'code' && path(end + 1) === path(i)) end++
    if (end > i && end - i < LEVELS.length) for (let k = i; k <= end; k++) keys[k] = LEVELS[k - i]
    i = end
  }
}

/** Where no header names the rows, the leftmost column of words does; a remark only where there is no other. */
function adoptName(drafts: Draft[], keys: (ColumnKey | null)[]): void {
  const words = drafts.filter(
    ({ content, index }) =>
      keys[index] === null && content.filled > 0 && content.amounts * 2 < content.filled,
  )
  const name = words.find(({ header }) => header.type === null) ?? words[0]
  if (name) keys[name.index] = 'name'
}

/** Beside a unit's name an unnamed column of words before the amounts names the row: a project of the unit (深圳). */
function adoptBeside(drafts: Draft[], keys: (ColumnKey | null)[]): void {
  const next = drafts[keys.indexOf('unit_name') + 1]
  if (next === undefined || keys[next.index] !== null || next.header.type !== null) return
  const { filled, amounts } = next.content
  const priced = drafts.slice(next.index + 1).some(({ content }) => content.amounts > 0)
  if (filled > 0 && amounts === 0 && priced) keys[next.index] = 'name'
}

const GOVERNMENT: Partial<Record<ColumnKey, ColumnKey>> = {
  class: 'government_class',
  section: 'government_section',
  code: 'government_code',
  name: 'government_name',
}

/** In a table of both classifications the second set of keys, before any amount, is the government's: 烟台. */
function separateGovernment(drafts: Draft[], keys: (ColumnKey | null)[]): void {
  const seen = new Set<ColumnKey>()
  const mentioned = drafts.some((draft) => /政府/.test(draft.path.join('')))
  let second = false
  for (const [i, key] of keys.entries()) {
    if (key === null && seen.has('name')) return
    if (key === null) continue
    const again = seen.has('name') && seen.has(key) && key !== 'name'
    const named = seen.has('name') && key === 'code' && /政府/.test(drafts[i].path.join(''))
    second ||= named || (again && (key !== 'code' || mentioned))
    if (second) keys[i] = GOVERNMENT[key] ?? key
    seen.add(key)
  }
  // The government's alone are a table's own.
  if (!seen.has('name')) {
    for (const [own, other] of Object.entries(GOVERNMENT)) {
      keys.forEach((key, i) => {
        if (key === other) keys[i] = own as ColumnKey
      })
    }
  }
}

/** What sets columns of one table apart in time: several years, and plan beside outturn of one year. */
interface Times {
  latest: number
  several: boolean
  phases: boolean
}

function timesOf(drafts: Draft[]): Times {
  const [years, phases] = [new Set<number>(), new Set<string>()]
  for (const { header } of drafts) {
    const { year, phase } = header
    if (year !== null) years.add(year)
    if (phase) phases.add(`${year} ${phase}`)
  }
  return {
    latest: Math.max(...years, 0),
    several: years.size > 1,
    phases: [...phases].some(
      (one) => phases.has(one.replace('budgeted', 'executed')) && one.endsWith('budgeted'),
    ),
  }
}

function toRole(draft: Draft, key: ColumnKey | null, times: Times): ColumnRole {
  const { header, content, path, index } = draft
  const role: ColumnRole = { index, id: '', path, type: 'amount', meaning: null, key, panel: null }
  if (key !== null) return { ...role, type: isNaming(key) || key === 'period' ? 'name' : 'code' }
  const numeric = content.filled === 0 || content.amounts * 2 >= content.filled
  if (header.type === 'text' || !numeric) return { ...role, type: 'text' }
  const known = header.unknown.length === 0 && path.length > 0
  const earlier = times.several && header.year !== null && header.year < times.latest
  const planned = times.phases && header.phase === 'budgeted'
  const atoms = [
    ...(earlier ? ['previous_year'] : []),
    ...(planned ? ['budgeted'] : []),
    ...header.atoms,
  ]
  return {
    ...role,
    type: header.type ?? (content.percents > content.filled / 2 ? 'percent' : 'amount'),
    meaning: known ? [...new Set(atoms)].join('.') || 'amount' : null,
  }
}

/**
 * In a table of lists side by side, a column of words behind amounts and before others
 * names the rows of a list of its own, whatever its header says.
 */
export function nameLists(groups: ColumnRole[][]): ColumnRole[][] {
  const roles = groups.flat()
  const remark = (role: ColumnRole) => role.type === 'text' && readPath(role.path).type === 'text'
  const beside = roles.filter((role) => !remark(role))
  const named = roles.map((role): ColumnRole => {
    const i = beside.indexOf(role)
    const between = beside[i - 1]?.type === 'amount' && beside[i + 1]?.type === 'amount'
    return role.type === 'text' && between ? { ...role, type: 'name', key: 'name' } : role
  })
  return groupsOf(named)
}

/** A new list begins where keys follow amounts. */
function groupsOf(roles: ColumnRole[]): ColumnRole[][] {
  const groups: ColumnRole[][] = [[]]
  let priced = false
  for (const role of roles) {
    const identifies = role.key !== null && role.key !== 'unit_code' && role.key !== 'period'
    if (identifies && priced) {
      groups.push([])
      priced = false
    }
    priced ||= role.type === 'amount'
    groups[groups.length - 1].push(role)
  }
  return groups
}
