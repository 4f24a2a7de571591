import { fold, ORDINAL } from '../../../schemas/text.js'

/** `其中：`, `减：` and the like open a label without being part of the name; 其中 may do without its colon. */
export const LEAD = /^(?:其中[:：,，、]?|[另减加][:：])/

export interface Label {
  name: string
  /** List ordinals and leads that stood before the name, as printed. */
  ordinal: string
}

/** A label as printed -> its name and the ordinal before it: "其中：（1）公务用车购置" -> 公务用车购置. */
export function splitLabel(label: string): Label {
  let rest = squeeze(label)
  let ordinal = ''
  for (;;) {
    const match = LEAD.exec(rest) ?? ordinalOf(rest)
    if (!match || match[0].length === rest.length) break
    ordinal += match[0]
    rest = rest.slice(match[0].length).replace(/^[\s、.．]+/, '')
  }
  return { name: rest, ordinal }
}

function ordinalOf(text: string): RegExpExecArray | null {
  // Brackets and dots may be full-width; folding keeps the length of each.
  const match = ORDINAL.exec(fold(text))
  if (!match) return null
  return Object.assign([text.slice(0, match[0].length)], {
    index: 0,
    input: text,
  }) as unknown as RegExpExecArray
}

/** Chinese text without blanks; blanks between Latin words stay one. */
export function squeeze(text: string): string {
  return text
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
    .replace(/ (?=[^\u0000-\u007f])|(?<=[^\u0000-\u007f]) /g, '')
}

/** How deep an ordinal stands: 一、 before （一） before 1. before (1). Null for none. */
export function ordinalDepth(ordinal: string): number | null {
  const folded = fold(ordinal).replace(LEAD, '')
  if (folded === '') return null
  if (/^[一二三四五六七八九十百]+[、.]/.test(folded)) return 1
  if (/^\([一二三四五六七八九十]+\)/.test(folded)) return 2
  if (/^\d+[、.)]/.test(folded)) return 3
  return 4
}
