/**
 * Glyphs of which the file says two things: its map to Unicode, which is read, says one character, and what the
 * glyph is chosen by, which is seen, another: a 1 that is copied as 7. Digits, letters and Chinese characters
 * are held against each other; forms of one character (full width, ligatures, lookalikes) are one.
 */
import { Font, type FontProperties, PartialEvaluator, type PdfFont, type ToUnicode } from '#pdfjs'
import { fold } from '../../../schemas/text.js'
import { cleanText } from './characters.js'
import './core.js' // What it leaves out of a font is looked at here first.
import { UnicodeCmap } from './unicode-cmap.js'

/** Whether the font says otherwise of the character of a code than the map does. */
type Doubt = (code: number) => boolean

/** By map. A font has thousands of characters, and a page shows a few: each is asked about once it is shown. */
const doubts = new WeakMap<ToUnicode, Doubt[]>()

/** @returns null where nothing in the font can say otherwise */
export function doubtOf({ toUnicode }: PdfFont): Doubt | null {
  const all = toUnicode && doubts.get(toUnicode)
  return all ? (code) => toUnicode.has(code) && all.some((isDoubted) => isDoubted(code)) : null
}

/**
 * Simple fonts choose their glyphs by an encoding of names: pdf.js works out what it says, beside the map.
 * Those without one choose them by their own codes, which are mostly arbitrary.
 */
const { buildToUnicode } = PartialEvaluator.prototype
PartialEvaluator.prototype.buildToUnicode = async function (properties) {
  const map = await buildToUnicode.call(this, properties)
  const { hasIncludedToUnicodeMap, composite, fallbackToUnicode } = properties
  if (hasIncludedToUnicodeMap && !composite)
    note(map, fallbackToUnicode ? againstNames(map, fallbackToUnicode) : againstAscii(map))
  return map
}

/** Composite fonts choose theirs by number: the program of the font says of which characters those are. */
const { checkAndRepair } = Font.prototype
Font.prototype.checkAndRepair = function (name, file, properties) {
  const { toUnicode, composite, hasIncludedToUnicodeMap } = properties
  if (composite && hasIncludedToUnicodeMap && toUnicode) {
    const { pos } = file
    const cmap = UnicodeCmap.read(file.getBytes())
    file.pos = pos
    if (cmap) note(toUnicode, againstProgram(toUnicode, cmap, properties))
  }
  return checkAndRepair.call(this, name, file, properties)
}

function note(map: ToUnicode, doubt: Doubt | null): void {
  if (doubt) doubts.set(map, [...(doubts.get(map) ?? []), doubt])
}

function againstNames(map: ToUnicode, named: readonly string[]): Doubt {
  return (code) => differ(map.get(code), [named[code] ?? ''])
}

/** Codes are those of ASCII where so many are, and so many times as many as are not. */
const LEAST_ALIKE = 4
const TIMES_ALIKE = 2

function againstAscii(map: ToUnicode): Doubt | null {
  const ascii = codesOf(map).filter((code) => COMPARED.test(String.fromCodePoint(code)))
  const alike = ascii.filter((code) => plainOf(map.get(code) ?? '') === String.fromCodePoint(code))
  const isUnlike: Doubt = (code) => differ(map.get(code), [String.fromCodePoint(code)])
  const unlike = ascii.filter(isUnlike)
  const isAscii = alike.length >= LEAST_ALIKE && alike.length >= TIMES_ALIKE * unlike.length
  return isAscii && unlike.length > 0 ? isUnlike : null
}

function againstProgram(map: ToUnicode, cmap: UnicodeCmap, properties: FontProperties): Doubt {
  return (code) => {
    const text = map.get(code) ?? ''
    const glyph = glyphOf(code, properties)
    if (glyph === 0 || cmap.glyphOf(text.codePointAt(0) ?? 0) === glyph) return false
    return differ(
      text,
      cmap.charactersOf(glyph).map((each) => String.fromCodePoint(each)),
    )
  }
}

function glyphOf(code: number, { cMap, cidToGidMap }: FontProperties): number {
  const cid = cMap?.lookup(code) ?? code
  if (typeof cid !== 'number') return 0
  return cidToGidMap ? (cidToGidMap[cid] ?? 0) : cid
}

/** Of one byte, as simple fonts have them; a hostile map may name sixteen million codes. */
const MOST_CODES = 2 ** 8

function codesOf(map: ToUnicode): number[] {
  const codes: number[] = []
  const end = Math.min(map.length, MOST_CODES)
  for (let code = 0; code < end; code++) if (map.has(code)) codes.push(code)
  return codes
}

/** What is no sign of its own, or has no plain form, is compared with nothing. */
const COMPARED = /^[0-9A-Za-z\u4e00-\u9fff]$/

function differ(text: string | undefined, others: readonly string[]): boolean {
  const own = plainOf(text ?? '')
  const rest = others.map(plainOf)
  return (
    COMPARED.test(own) &&
    rest.length > 0 &&
    rest.every((each) => COMPARED.test(each) && each !== own)
  )
}

const plainOf = (text: string) => fold(cleanText(text).normalize('NFKC'))
