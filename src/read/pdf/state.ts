/** The graphics state of a page, as far as it is read. */
import type { Box } from '../../../schemas/document.js'
import { BLACK, type Colour, type Space } from './colour.js'
import type { Letters } from './letters.js'
import type { Matrix } from './matrix.js'
import { Path } from './path.js'

/** What a form or a page starts with and `q` keeps. */
export interface State {
  ctm: Matrix
  clip: Box
  path: Path
  /** Of the font. */
  letters: Letters | null
  fontSize: number
  charSpacing: number
  wordSpacing: number
  hScale: number
  leading: number
  rise: number
  renderMode: number
  fill: Colour
  fillSpace: Space
  stroke: Colour
  strokeSpace: Space
  lineWidth: number
  /** How much of what lies under a fill, a stroke, or the whole group is hidden by it. */
  fillAlpha: number
  strokeAlpha: number
  groupAlpha: number
  /** A blend mode or a mask lets through what lies under. */
  isBlended: boolean
  isMasked: boolean
  /** The clip is the box that is kept of it. */
  isClipExact: boolean
}

/** What a page begins with. */
export function newState(toPage: Matrix, page: Box): State {
  return {
    ctm: toPage,
    clip: page,
    path: new Path(),
    letters: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    hScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
    fill: BLACK,
    fillSpace: 'grey',
    stroke: BLACK,
    strokeSpace: 'grey',
    lineWidth: 1,
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    isBlended: false,
    isMasked: false,
    isClipExact: true,
  }
}
