/** The cells of a row that print codes -> its code, and what the page calls that code. */
import { isNameOf } from '../../../schemas/codes.js'
import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import {
  beginsAsCode,
  type CodeContext,
  type CodedText,
  isBracketedCode,
  splitCode,
} from './code.js'
import type { CodeName } from './draft.js'
import { CODE_KEYS, filled, type KeyText } from './keys.js'
import type { Speaker } from './speaker.js'

/** A code alone, in brackets, with a mark of a note, or before the name that it is glued to; 208-05 is none of these. */
const CODE_CELL = /^[[(]?(\d+)[\])]?[*#]?(?:[-_.:、]?[\p{Script=Han}(].*)?$/su

/** What a name's cell begins with counts as its code where the list says that names do, or the two are known to belong together. */
export function glueOf(speaker: Speaker | null): CodedText {
  if (speaker === null) return { code: null, name: '' }
  const { key, text } = speaker.key
  const split = splitCode(text)
  if (split.code === null || key === 'unit_name') return { code: null, name: text }
  const isIts =
    CODE_KEYS.has(key) ||
    isBracketedCode(text) ||
    (speaker.key.coded && beginsAsCode(split.code)) ||
    isNameOf(split.code, split.name)
  return isIts ? split : { code: null, name: text }
}

export function rowCode(
  keys: readonly KeyText[],
  glued: CodedText,
  context: CodeContext,
  indent: number,
): string | null {
  const parts = context.fromParts(
    digitsIn(keys, 'class'),
    digitsIn(keys, 'section'),
    digitsIn(keys, 'item'),
  )
  if (parts !== null) return parts
  const whole = digitsIn(keys, 'code') || glued.code
  return whole ? context.fromWhole(whole, { name: glued.name, indent }) : null
}

/** The digits of the first filled cell of a kind; '' where it is no code. */
function digitsIn(keys: readonly KeyText[], wanted: KeyText['key']): string {
  const [first] = filled(keys, wanted)
  return first ? (CODE_CELL.exec(fold(first.text))?.[1] ?? '') : ''
}

export interface Government {
  governmentCode?: string | null
}

export function governmentCode(keys: readonly KeyText[], context: CodeContext): Government {
  if (!keys.some(isGovernments)) return {}
  const whole = allDigitsIn(keys, 'government_code')
  if (whole) return { governmentCode: context.fromWhole(whole) }
  const first = allDigitsIn(keys, 'government_class')
  const second = allDigitsIn(keys, 'government_section')
  return { governmentCode: context.fromParts(first, second, '') }
}

const isGovernments = ({ key }: KeyText) => key.startsWith('government_')

function allDigitsIn(keys: readonly KeyText[], wanted: KeyText['key']): string {
  for (const { key, text } of keys) if (key === wanted) return fold(text).replace(/\D/g, '')
  return ''
}

/** Cells with digits that make no code, of either classification; words over the columns of codes are a label. */
export function oddCodesOf(
  keys: readonly KeyText[],
  code: string | null,
  { governmentCode: government }: Government,
): RawCell[] {
  return keys.flatMap(({ key, text, cell }) => {
    const isOdd = CODE_KEYS.has(key)
      ? code === null
      : government === null && isGovernments({ key } as KeyText) && key !== 'government_name'
    return isOdd && cell && /\d/.test(fold(text)) && !/\p{Script=Han}/u.test(text) ? [cell] : []
  })
}

const CLASSIFYING_HEAD = /科目|功能|经济|分类/
const THING_HEAD = /项目名称|采购|品目|物品|内容/

export function codeNameOf(
  keys: readonly KeyText[],
  speaker: Speaker | null,
  glued: CodedText,
): CodeName | null {
  if (speaker === null) return null
  if (glued.code !== null) return { name: glued.name, isSure: true }
  const names = filled(keys, 'name')
  const classifying = names.filter(({ head }) => CLASSIFYING_HEAD.test(leafOf(head)))
  const named = classifying.at(-1) ?? (names.includes(speaker.key) ? speaker.key : undefined)
  if (!named) return null
  return {
    name: named.text,
    isSure: classifying.length > 0 && !THING_HEAD.test(leafOf(named.head)),
  }
}

const leafOf = (head: string) => head.slice(head.lastIndexOf('/') + 1)
