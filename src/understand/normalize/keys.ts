/** What a printed row says of itself: the texts of its key columns, and of the columns of words beside them. */
import type { ColumnKey, ColumnRole, RawCell, RawRow } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { isSumLabel } from './role.js'

export interface KeyText {
  /**
   * `words`: a column that is no key, and names what its row is of where no key does: 采购物品名称. `digits`: a
   * code in a column that is no key (项目编码), which on the row of a unit is the unit's.
   */
  key: ColumnKey | 'words' | 'digits'
  /** The column's. */
  id: string
  /** Its place among the columns of the list: what stands left of another says what that is of. */
  rank: number
  text: string
  cell: RawCell | null
  /** The header, folded. */
  head: string
  /** Codes stand before the names of its column. */
  coded: boolean
  /** Classes that span rows stand in its column, each with a 合计 of its own. */
  amongClasses: boolean
}

/** Columns of words that name things; 备注, 经济科目 and 采购组织形式 say something of them. */
const NAMING_HEAD = /名称|项目|品目|物品|内容|大类/
const REMARKING_HEAD = /科目|分类|形式|方式|编[码号]|代码|序号|备注|说明|目标|型号|单位/

const CODE_HEAD = /(?:编码|代码|编号)$/
/** What a department or a unit is numbered by; projects have longer numbers. */
const UNIT_DIGITS = /^(?:\d{3}|\d{6})$/

export const CODE_KEYS: ReadonlySet<KeyText['key']> = new Set(['class', 'section', 'item', 'code'])

/** Words of the head that share a line with the total: 类 ｜ 款 ｜ 项 ｜ 合计 (putuo/财政局2024 决算 p8). */
const HEAD_CELL = /^(?:类|款|项|科目编码|科目代码|编码|代码)$/

export function keysOf(raw: RawRow, group: readonly ColumnRole[]): KeyText[] {
  const keys: KeyText[] = []
  const named = group.findIndex(({ key }) => key === 'name')
  for (const [rank, role] of group.entries()) {
    const head = fold(role.path.join('/'))
    const cell = labelCell(raw, role)
    const printed = (cell?.text ?? '').trim()
    const key = role.key ?? keyOfWords(role, head, printed, rank < named)
    if (key === null) continue
    const text = CODE_KEYS.has(key) && HEAD_CELL.test(fold(printed)) ? '' : printed
    keys.push({ key, id: role.id, rank, text, cell, head, coded: role.coded, amongClasses: false })
  }
  return keys
}

/**
 * A column of words left of the names says what they are of, and one that names things speaks where the
 * names are silent; a total stands in whichever column comes first, whatever that says of the other rows
 * (项目分类).
 */
function keyOfWords(
  { type, path }: ColumnRole,
  head: string,
  printed: string,
  isClass: boolean,
): KeyText['key'] | null {
  if (type !== 'text') return null
  if (isSumLabel(printed)) return 'words'
  if (CODE_HEAD.test(head) && UNIT_DIGITS.test(fold(printed))) return 'digits'
  if (REMARKING_HEAD.test(fold(path.at(-1) ?? ''))) return null
  return isClass || NAMING_HEAD.test(head) ? 'words' : null
}

/** The label in a key column, or the one that reaches over it from the list before. */
function labelCell(raw: RawRow, role: ColumnRole): RawCell | null {
  const own = raw.cells[role.index]
  if (own !== null || role.key !== 'name') return own
  const before = raw.cells.slice(0, role.index).findLast((cell) => cell !== null)
  const next = raw.cells.slice(role.index + 1).find((cell) => cell !== null)
  return before && next && before.box[2] > next.box[0] - 3 ? before : null
}

export function filled(keys: readonly KeyText[], ...wanted: KeyText['key'][]): KeyText[] {
  return keys.filter(({ key, text }) => text !== '' && wanted.includes(key))
}

export function has(keys: readonly KeyText[], wanted: KeyText['key']): boolean {
  return keys.some(({ key }) => key === wanted)
}

export function hasWords(text: string): boolean {
  return /\p{Script=Han}|[A-Za-z]{2}/u.test(text)
}

/** What stands in the columns that name things, by their places; a class that spans rows stands in each. */
export function labelsOf(keys: readonly KeyText[]): Map<number, string> {
  const naming = filled(keys, 'name', 'words')
  return new Map(naming.map(({ rank, text }) => [rank, fold(text)]))
}
