/**
 * What stands on a page beside its content and is seen there: fields of a form that are filled in, remarks
 * written on the page, shapes laid over it. Stamps, marks and links are no text of the page.
 */
import {
  BaseStream,
  type CoreDict,
  type CorePage,
  type CoreStream,
  Dict,
  Name,
  stringToPDFString,
} from '#pdfjs'
import { type Colour, colourOf } from './colour.js'
import { apply, type Matrix, toMatrix } from './matrix.js'
import { bounds, type Point } from './path.js'

export interface Annotation {
  dict: CoreDict
  rect: number[]
  /** How it looks; null where the file leaves that to the reader. */
  appearance: CoreStream | null
  /** From its appearance's own space to the page's. */
  place: Matrix
  /** What it says, where it has no appearance. */
  text: string
  /** 0: as fits. */
  size: number
  /** 0 at the left, 1 in the middle, 2 at the right. */
  quadding: number
  /** What is painted under the text, where it has no appearance. */
  ground: Colour
  /** Its characters stand in boxes of their own, one each, and are one text. */
  isComb: boolean
}

const READ = new Set(['Widget', 'FreeText', 'Square', 'Polygon', 'Redact'])
const INVISIBLE = 1
const HIDDEN = 2
const NO_VIEW = 32
/** Flag of a field of text. */
const COMB = 1 << 24

/** @returns those that are seen, from the lowest up */
export function annotationsOf({ pageDict }: CorePage): Annotation[] {
  const annotations = pageDict.getArray('Annots')
  if (!Array.isArray(annotations)) return []
  return annotations.filter((dict) => dict instanceof Dict).flatMap((dict: CoreDict) => read(dict))
}

function read(dict: CoreDict): Annotation[] {
  const type = dict.get('Subtype')
  const flags = Number(dict.get('F') ?? 0)
  const rect = dict.getArray('Rect')
  const isShown = !(flags & (INVISIBLE | HIDDEN | NO_VIEW))
  if (!(type instanceof Name) || !READ.has(type.name) || !isShown || !isBox(rect)) return []
  const appearance = appearanceOf(dict)
  const text = appearance === null ? textOf(dict, type.name) : ''
  if (appearance === null && text === '') return []
  const size = Number(/([\d.]+)\s+Tf/.exec(stringOf(inherited(dict, 'DA')))?.[1] ?? 0)
  const quadding = Number(inherited(dict, 'Q') ?? 0)
  const place = appearance ? placeOf(appearance, rect) : toMatrix(null)
  const isComb = type.name === 'Widget' && (Number(inherited(dict, 'Ff') ?? 0) & COMB) !== 0
  const ground = groundOf(dict, type.name)
  return [{ dict, rect, appearance, place, text, size, quadding, ground, isComb }]
}

/** A field's own ground, or a remark's: what a reader that makes its appearance fills the box with. */
function groundOf(dict: CoreDict, type: string): Colour {
  const own = type === 'FreeText' ? dict : dict.get('MK')
  const parts = own instanceof Dict ? own.getArray(type === 'FreeText' ? 'C' : 'BG') : null
  if (!Array.isArray(parts)) return null
  const space = ({ 1: 'grey', 3: 'rgb', 4: 'cmyk' } as const)[parts.length]
  return space ? colourOf(parts, space) : null
}

function isBox(value: unknown): value is number[] {
  return (
    Array.isArray(value) && value.length === 4 && value.every((side) => typeof side === 'number')
  )
}

/** The normal appearance; of several the one of its state. */
function appearanceOf(dict: CoreDict): CoreStream | null {
  const all = dict.get('AP')
  const normal = all instanceof Dict ? all.get('N') : null
  if (normal instanceof BaseStream) return normal
  const state = dict.get('AS')
  const own = normal instanceof Dict && state instanceof Name ? normal.get(state.name) : null
  return own instanceof BaseStream ? own : null
}

/** A field's value, or what a remark says. Buttons have values, and show none. */
function textOf(dict: CoreDict, type: string): string {
  if (type === 'FreeText') return stringOf(dict.get('Contents'))
  const field = inherited(dict, 'FT')
  if (!(field instanceof Name)) return ''
  const value = stringOf(inherited(dict, 'V'))
  if (field.name === 'Ch') return shownFor(value, inherited(dict, 'Opt'))
  return field.name === 'Tx' ? value : ''
}

/** Of a choice the file keeps the value that is handed in; what is shown for it stands beside it in the list. */
function shownFor(value: string, options: unknown): string {
  if (!Array.isArray(options)) return value
  const pair = options.find((option) => Array.isArray(option) && stringOf(option[0]) === value)
  return pair ? stringOf(pair[1]) : value
}

const DEEPEST = 20

/** Fields inherit what the field that they are part of says. */
function inherited(dict: CoreDict, key: string): unknown {
  let field: unknown = dict
  for (let depth = 0; field instanceof Dict && depth < DEEPEST; depth++) {
    const value = field.get(key)
    if (value !== undefined) return value
    field = field.get('Parent')
  }
  return undefined
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? stringToPDFString(value).trim() : ''
}

/** The box that an appearance takes in its own space is made to fit the annotation's. */
function placeOf({ dict }: CoreStream, rect: number[]): Matrix {
  const box = dict?.getArray('BBox')
  const [x0, y0, x1, y1] = isBox(box) ? box : [0, 0, 1, 1]
  const matrix = toMatrix((dict?.getArray('Matrix') as number[] | undefined) ?? null)
  const corners: Point[] = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ]
  const taken = bounds([corners.map(([x, y]) => apply(matrix, x, y))])
  const own = bounds([
    [
      [rect[0], rect[1]],
      [rect[2], rect[3]],
    ],
  ])
  const scale = (i: number) => {
    const width = taken[i + 2] - taken[i]
    return width > 0 ? (own[i + 2] - own[i]) / width : 1
  }
  const [a, d] = [scale(0), scale(1)]
  return [a, 0, 0, d, own[0] - a * taken[0], own[1] - d * taken[1]]
}
