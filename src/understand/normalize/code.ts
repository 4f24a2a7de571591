import { isKnownClass, isNameOf } from '../../../schemas/codes.js'
import { fold } from '../../../schemas/text.js'

export interface CodedText {
  code: string | null
  name: string
}

const CODE = '\\d{3}(?:\\d{2}){0,3}'
/** Parts that make up anything else were misprinted, or broken in the file (a fuzzer found it). */
const WHOLE = new RegExp(`^${CODE}$`)
const BRACKETED = new RegExp(`^[\\[(](${CODE})[\\])](.*)$`, 's')
const GLUED = new RegExp(`^(${CODE})(?!\\d)[-_.:、]?(?=\\D|$)(.*)$`, 's')

/**
 * Code and name out of one cell: `[2010301]行政运行`, `30101 基本工资`, `C1999其他`.
 * @returns code null where the cell begins with none
 */
export function splitCode(text: string): CodedText {
  const trimmed = text.trim()
  const folded = fold(trimmed)
  const match = BRACKETED.exec(folded) ?? GLUED.exec(folded)
  if (!match || (match[2] !== '' && /^[年月日%]/.test(match[2])))
    return { code: null, name: trimmed }
  return { code: match[1], name: nameBehind(trimmed, match[1]) }
}

export function isBracketedCode(text: string): boolean {
  return BRACKETED.test(fold(text))
}

/** Marks between a code and its name. */
const MARK = /^[-_.:、\])]?$/

/** The name as printed behind the code, its own opening bracket kept. */
export function nameBehind(text: string, code: string): string {
  const chars = [...text]
  let [at, digits] = [0, 0]
  while (at < chars.length && digits < code.length) digits += /\d/.test(fold(chars[at++])) ? 1 : 0
  while (at < chars.length && MARK.test(fold(chars[at]))) at += 1
  return chars.slice(at).join('')
}

/** A name this much further in, in ems, stands a level below: 04, where a list prints 款 and 项 by their own digits. */
export const DEEPER = 0.4

/** What the row that bears a code says beside it. */
export interface Beside {
  name: string
  /** How far its name is indented, in ems. */
  indent: number
}

/** The codes of the rows above, which a row that prints its own level only goes on from. */
export class CodeContext {
  #class = ''
  #section = ''
  /** Where the name of a section printed with its own digits begins; null where none was. */
  #sectionIndent: number | null = null

  /** A new block of rows: nothing is inherited from the one before. */
  restart(): void {
    this.#class = ''
    this.#section = ''
    this.#sectionIndent = null
  }

  /** Three columns: what is printed of 类, 款 and 项, each alone or the whole code so far. */
  fromParts(klass: string, ownSection: string, ownItem: string): string | null {
    const code = this.#fromParts(klass, ownSection, ownItem)
    return code !== null && WHOLE.test(code) ? code : null
  }

  #fromParts(klass: string, ownSection: string, ownItem: string): string | null {
    const section = restoreZero(ownSection)
    const item = restoreZero(ownItem)
    if (klass === '' && section === '' && item === '') return null
    const own = [klass, section, item].findLast((part) => part !== '') as string
    if (own.length >= 5 || (own.length === 3 && own === klass)) return this.#remember(own)
    // A class of other than three digits was misprinted: nothing is guessed from it (putuo prints 7 ｜ 11 ｜ 02).
    if (klass !== '' && klass.length !== 3) return null
    if (klass !== '') {
      this.#class = klass
      this.#section = ''
    }
    if (section !== '') this.#section = section.length === 5 ? section.slice(3) : section
    if (item === '' && section === '') return this.#remember(this.#class)
    if (this.#class === '' || (item !== '' && this.#section === '')) return null
    return this.#class + this.#section + item
  }

  /** One column: a whole code, or a 款 or 项 printed with its own two digits. */
  fromWhole(code: string, beside: Beside = { name: '', indent: 0 }): string | null {
    if (WHOLE.test(code)) return this.#remember(code)
    if (!/^\d{2}$/.test(code) || this.#class === '') return null
    if (this.#section !== '' && this.#isItem(code, beside))
      return this.#class + this.#section + code
    this.#section = code
    this.#sectionIndent = beside.indent
    return this.#class + code
  }

  /**
   * Whether two digits are an item's: the published list says which of both readings bears the
   * name; where it bears out both or neither, an item's name is deeper in than its section's.
   */
  #isItem(code: string, { name, indent }: Beside): boolean {
    const asItem = isNameOf(this.#class + this.#section + code, name)
    const asSection = isNameOf(this.#class + code, name)
    if (asItem !== asSection) return asItem
    return this.#sectionIndent !== null && indent > this.#sectionIndent + DEEPER
  }

  /** A code that is none leaves what is inherited alone: a unit's 402001 among the codes. */
  #remember(code: string): string | null {
    if (!WHOLE.test(code)) return null
    this.#class = code.slice(0, 3)
    this.#section = code.slice(3, 5)
    this.#sectionIndent = null
    return code
  }
}

/** A spreadsheet drops the zero of 02 (putuo prints 301 ｜ 2 for 30102): a 款 or 项 has two digits. */
function restoreZero(part: string): string {
  return part.length === 1 ? `0${part}` : part
}

/** 1 类, 2 款, 3 项, 4 for a region's own finer codes. */
export function codeLevel(code: string): number {
  return (code.length - 1) / 2
}

/** Whether digits begin as a code of a classification does. */
export function beginsAsCode(code: string): boolean {
  return WHOLE.test(code) && isKnownClass(code.slice(0, 3))
}
