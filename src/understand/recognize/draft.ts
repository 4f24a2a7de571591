import type { ColumnKey } from '../../../schemas/stages.js'
import { type Content, holdsWords } from './content.js'
import type { HeaderMeaning } from './meaning.js'

/** A column before its list is known. */
export interface Draft {
  index: number
  path: string[]
  header: HeaderMeaning
  content: Content
  key: ColumnKey | null
  /** What it holds, where it identifies nothing. */
  type: 'amount' | 'percent' | 'count' | 'text' | 'serial'
}

export function isNaming(key: ColumnKey | null): boolean {
  return key === 'name' || key === 'unit_name' || key === 'government_name'
}

export function isPriced({ key, type }: Draft): boolean {
  return key === null && type === 'amount'
}

/** Words that no header calls a remark: they may name rows though nothing says so. */
export function isWords({ key, type, header, content }: Draft): boolean {
  return key === null && type === 'text' && header.type === null && holdsWords(content)
}

/** No longer a key: one more text of the row. */
export function demote(draft: Draft): void {
  draft.key = null
  draft.type = 'text'
}
