/** Which of a row's texts names it: of several the one nearest its figures, or the class that a 小计 speaks for. */
import type { BudgetRow } from '../../../schemas/document.js'
import { fold } from '../../../schemas/text.js'
import { CODE_KEYS, filled, hasWords, type KeyText } from './keys.js'
import { isSubtotalLabel, isSumLabel, isTotalLabel } from './role.js'

export interface Speaker {
  key: KeyText
  /** The words of the row itself: 小计, where the name is that of its class. */
  own: KeyText
}

/** A column of what sort of thing a row is, beside the one of its name: 项目类别 (烟台's project tables). */
const SORT_HEAD = /(?:类别|类型|性质)$/

/** @returns null for a row that says nothing */
export function speakerOf(keys: readonly KeyText[]): Speaker | null {
  const own = ownOf(keys)
  if (own === null) return null
  return { key: spokenFor(own, keys) ?? own, own }
}

/** 小计 speaks for the label on its left, and so does 合计 where that label is a class that spans further rows, or stands where classes do. */
function spokenFor(own: KeyText, keys: readonly KeyText[]): KeyText | undefined {
  const left = keys.findLast((key) => key.rank < own.rank && isWords(key))
  if (left === undefined || isSumLabel(left.text)) return undefined
  if (isSubtotalLabel(own.text)) return left
  return isTotalLabel(own.text) && (left.amongClasses || spansRows(left)) ? left : undefined
}

function spansRows({ key, cell }: KeyText): boolean {
  return key !== 'unit_name' && (cell?.rowSpan ?? 1) > 1
}

/**
 * Says of each label whether its column has classes with a 合计 of their own: there a class of a single row
 * has one too, and its 合计 is not the list's.
 */
export function markClasses(rows: readonly KeyText[][]): KeyText[][] {
  const classes = new Set<string>()
  for (const keys of rows) {
    const own = ownOf(keys)
    const spoken = own && spokenFor(own, keys)
    if (own && spoken && isTotalLabel(own.text)) classes.add(spoken.id)
  }
  return rows.map((keys) => keys.map((key) => ({ ...key, amongClasses: classes.has(key.id) })))
}

function ownOf(keys: readonly KeyText[]): KeyText | null {
  const names = filled(keys, 'name', 'period')
  const plain = names.filter(({ head }) => !SORT_HEAD.test(head))
  return (
    plain.at(-1) ??
    names.at(-1) ??
    filled(keys, ...CODE_KEYS, 'unit_code').findLast(({ text }) => hasWords(text)) ??
    filled(keys, 'words').at(-1) ??
    filled(keys, 'government_name').at(-1) ??
    filled(keys, 'unit_name').at(-1) ??
    null
  )
}

/** More than a code. */
function isWords({ text }: KeyText): boolean {
  return text !== '' && /\D/.test(fold(text).replace(/^\[?\d+\]?/, ''))
}

/** As printed: the row's own words; 小计 with the words of the class that it belongs to, which are a part of their own. */
export function labelOf(speaker: Speaker | null): Pick<BudgetRow, 'label' | 'labelParts'> {
  if (speaker === null) return { label: '' }
  const { key, own } = speaker
  if (key === own) return { label: own.text }
  const labelParts = [key.text, own.text]
  return { label: labelParts.join(' '), labelParts }
}

/** What names the row apart from its unit; empty where nothing does. */
export function ownName(speaker: Speaker | null): string {
  if (speaker === null || /^unit_/.test(speaker.own.key)) return ''
  return speaker.own.text
}
