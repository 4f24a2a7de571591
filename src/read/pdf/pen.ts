/** How a string is painted: what is the same for all of its glyphs is worked out once, not for each. */
import { type Colour, isPale, isVivid } from './colour.js'
import type { Letters } from './letters.js'
import { type Matrix, multiply } from './matrix.js'
import type { State } from './state.js'

const INVISIBLE = 3
const CLIP_ONLY = 7
const STROKED = 1
/** What hides less of its ground is not seen. */
export const FAINT = 0.03
/** What hides less is a watermark, or a stamp. */
const HALF = 0.5
/** Text that rises by more than this part of its length leans: about two degrees. */
const LEAN = 0.035

export interface Pen {
  letters: Letters
  vertical: boolean
  /** Of a thousandth of an em, in the text's own space. */
  scale: number
  /** Of the text's space on the page; where a glyph stands in it is not part of it. */
  turn: Matrix
  /** In points on the page. */
  size: number
  /** Points on the page to one in the text's space, along the line. */
  stretch: number
  isSkewed: boolean
  /** It leaves no trace on whatever ground. */
  isClear: boolean
  /** What must differ from the ground to be seen; null where it is seen on any. */
  ink: Colour
  /** It is too pale to be read as text, on white paper. */
  isFaint: boolean
  /** It is in the colour of a stamp. */
  isVivid: boolean
}

/** @returns null where the text shows nothing by itself, and where there is no font */
export function penOf(state: State, textMatrix: Matrix): Pen | null {
  const { letters, renderMode, fontSize, fillAlpha, strokeAlpha, groupAlpha } = state
  if (!letters || renderMode === INVISIBLE || renderMode === CLIP_ONLY) return null
  const turn = multiply(state.ctm, textMatrix)
  const stretch = Math.hypot(turn[0], turn[1]) || 1
  const isStroked = renderMode % 4 === STROKED
  const ink = isStroked ? state.stroke : state.fill
  return {
    letters,
    vertical: letters.font.vertical,
    scale: scaleOf(state),
    turn,
    size: Math.abs(fontSize) * Math.hypot(turn[2], turn[3]),
    stretch,
    isSkewed: Math.abs(turn[1]) > LEAN * stretch || turn[0] * fontSize < 0,
    isClear: (isStroked ? strokeAlpha : fillAlpha) * groupAlpha < FAINT,
    ink: state.isBlended ? null : ink,
    isFaint: isPale(state.fill) || fillAlpha * groupAlpha < HALF,
    isVivid: isVivid(ink),
  }
}

export function scaleOf({ letters, fontSize }: State): number {
  return fontSize * (letters?.font.fontMatrix?.[0] || 0.001)
}
