/**
 * Figures in a font of symbols: U+F000 and the code of the sign, which is what a program writes of a font
 * that has no other numbers. Pictures of such fonts (bullets, ticks) have the same numbers: a page tells by
 * its figures which of the two they are.
 */
import type { GlyphRun } from '../../../schemas/stages.js'

/** Digits, and what stands in figures with them: % ( ) + , - . / : */
const SIGN = /[\uf025\uf028\uf029\uf02b-\uf03a]/g
const FIGURE =
  /^[\uf028(]?[\uf02d-]?[\uf030-\uf039][\uf02c\uf02e\uf030-\uf039,.]+[\uf030-\uf039][\uf029)]?$/
/** Nobody sets so many rows of three bullets and more. */
const LEAST = 5

export function withPlainSigns(runs: GlyphRun[]): GlyphRun[] {
  if (runs.filter(({ text }) => FIGURE.test(text)).length < LEAST) return runs
  return runs.map((run) => ({ ...run, text: run.text.replace(SIGN, plainSign) }))
}

const plainSign = (sign: string) => String.fromCharCode(sign.charCodeAt(0) - 0xf000)
