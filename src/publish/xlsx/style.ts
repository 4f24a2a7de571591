/** Looks of cells -> styles.xml: each look once, numbered as it is first used. */
import { escapeXml } from '../text/xml.js'

/** How a cell looks. Callers keep one object per look: it is known again by identity. */
export interface Look {
  /** A number format; `@` is text. */
  format?: string
  bold?: boolean
  /** Points; 10 where nothing is said. */
  size?: number
  /** RRGGBB, of the letters and of the ground. */
  color?: string
  fill?: string
  underline?: boolean
  border?: boolean
  horizontal?: 'left' | 'center' | 'right'
  vertical?: 'top'
  indent?: number
  wrap?: boolean
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** Own formats are numbered from here; the ones before are the program's. */
const FIRST_FORMAT = 164
const TEXT_FORMAT = 49

/** A list of distinct XML pieces; a piece is known by its place. */
class Pieces {
  readonly list: string[]
  readonly #places = new Map<string, number>()

  constructor(...first: string[]) {
    this.list = []
    first.forEach((piece) => {
      this.place(piece)
    })
  }

  place(piece: string): number {
    const known = this.#places.get(piece)
    if (known !== undefined) return known
    this.#places.set(piece, this.list.length)
    return this.list.push(piece) - 1
  }
}

export class Styles {
  readonly #places = new Map<Look, string>()
  readonly #formats = new Pieces()
  readonly #fonts = new Pieces(font({}))
  readonly #fills = new Pieces(fill('none'), fill('gray125'))
  readonly #borders = new Pieces(NO_BORDER)
  readonly #cells = new Pieces(xf(0, 0, 0, 0, {}))

  /** The number by which a cell names its look. */
  place(look: Look): string {
    let place = this.#places.get(look)
    if (place === undefined) {
      const number = this.#cells.place(
        xf(
          this.#formatId(look.format),
          this.#fonts.place(font(look)),
          look.fill ? this.#fills.place(fill('solid', look.fill)) : 0,
          look.border ? this.#borders.place(BORDER) : 0,
          look,
        ),
      )
      place = String(number)
      this.#places.set(look, place)
    }
    return place
  }

  #formatId(format: string | undefined): number {
    if (format === undefined) return 0
    return format === '@' ? TEXT_FORMAT : FIRST_FORMAT + this.#formats.place(format)
  }

  xml(): string {
    const formats = this.#formats.list.map(
      (format, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${escapeXml(format)}"/>`,
    )
    return (
      `<styleSheet xmlns="${MAIN}">` +
      (formats.length > 0 ? counted('numFmts', formats) : '') +
      counted('fonts', this.#fonts.list) +
      counted('fills', this.#fills.list) +
      counted('borders', this.#borders.list) +
      counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      counted('cellXfs', this.#cells.list) +
      counted('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
      '</styleSheet>'
    )
  }
}

function counted(tag: string, list: readonly string[]): string {
  return `<${tag} count="${list.length}">${list.join('')}</${tag}>`
}

function font({ bold, underline, size = 10, color }: Look): string {
  return (
    `<font>${bold ? '<b/>' : ''}${underline ? '<u/>' : ''}<sz val="${size}"/>` +
    `${color ? `<color rgb="FF${color}"/>` : ''}<name val="宋体"/><family val="3"/></font>`
  )
}

function fill(pattern: string, color?: string): string {
  const ground = color ? `<fgColor rgb="FF${color}"/><bgColor indexed="64"/>` : ''
  return `<fill><patternFill patternType="${pattern}">${ground}</patternFill></fill>`
}

const NO_BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>'
const BORDER = `<border>${['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FF999999"/></${side}>`)
  .join('')}<diagonal/></border>`

function xf(format: number, font: number, fill: number, border: number, look: Look): string {
  const align =
    (look.horizontal ? ` horizontal="${look.horizontal}"` : '') +
    ` vertical="${look.vertical ?? 'center'}"` +
    (look.wrap ? ' wrapText="1"' : '') +
    (look.indent ? ` indent="${look.indent}"` : '')
  return (
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"` +
    ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
    `<alignment${align}/></xf>`
  )
}
