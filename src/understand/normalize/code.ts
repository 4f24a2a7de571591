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
  const at = trimmed.search(/[^\d\s[\](){}【】［］〔〕（）_.、:：-]/)
  return { code: match[1], name: at < 0 ? '' : restOf(trimmed, match[1], at) }
}

/** The name as printed behind the code, its own opening bracket kept. */
function restOf(text: string, code: string, at: number): string {
  const behind = text.indexOf(code) + code.length
  const name = text.slice(Math.min(behind, at)).replace(/^[\s\])】］〕）_.、:：-]+/, '')
  return name === '' ? text.slice(at) : name
}

/** Unit codes: 3 then 6 digits, alone or before a name: 003001, 106_长沙市公安局. */
export function splitUnitCode(text: string): CodedText {
  const match = /^[[(]?(\d{3,9})[\])]?[-_. ]?(.*)$/s.exec(text.trim())
  return match ? { code: match[1], name: match[2].trim() } : { code: null, name: text.trim() }
}

/** A name this much further in, in ems, stands a level below. */
const DEEPER = 0.4

/** The codes of the rows above, which a row that prints its own level only goes on from. */
export class CodeContext {
  #class = ''
  #section = ''
  /** Where the name of a section printed with its own digits begins; null where none was. */
  #sectionIndent: number | null = null

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

  /**
   * One column: a whole code, or a 款 or 项 printed with its own two digits. Which of the two, the
   * indentation of its name says: an item's is deeper than its section's.
   * @param indent of the row's name, in ems
   */
  fromWhole(code: string, indent = 0): string | null {
    if (WHOLE.test(code)) return this.#remember(code)
    if (!/^\d{2}$/.test(code) || this.#class === '') return null
    const deeper = this.#sectionIndent !== null && indent > this.#sectionIndent + DEEPER
    if (deeper) return this.#class + this.#section + code
    this.#section = code
    this.#sectionIndent = indent
    return this.#class + code
  }

  #remember(code: string): string {
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
