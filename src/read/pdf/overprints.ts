/** Glyphs by their text and the square of the page that they stand in: a page may hold one character a hundred thousand times. */

interface Printed {
  text: string
  x: number
  baseline: number
  size: number
}

/** Overprinted copies (fake bold, doubled titles) lie within this part of an em of each other. */
const OVERPRINT = 0.2
/** The side of a square, in points: a copy of a usual size lies in the same or in one beside. */
const SQUARE = 4
/** A copy is looked for so many points away at most: of characters of 100 points. */
const FARTHEST = 20
const NONE = -1

/** Lists of glyphs in one table by number: a map for each text, and lists in it, cost more than all else about copies. */
export class Overprints<Glyph extends Printed> {
  readonly #firsts: Glyph[] = []
  /** By place in the table: the latest glyph; and by glyph the one before it at the same place. */
  readonly #latest: Int32Array
  readonly #before: Int32Array
  readonly #mask: number

  /** @param most that are asked of */
  constructor(most: number) {
    const places = 2 ** Math.ceil(Math.log2(2 * most + 1))
    this.#mask = places - 1
    this.#latest = new Int32Array(places).fill(NONE)
    this.#before = new Int32Array(most)
  }

  /** The earliest glyph that this one is a copy of; without one it is kept itself, and returned. */
  firstOf(glyph: Glyph): Glyph {
    const reach = Math.min(OVERPRINT * glyph.size, FARTHEST)
    const left = squareOf(glyph.x - reach)
    const top = squareOf(glyph.baseline - reach)
    // Counted from nought: a place so far out that the next square has no number of its own ends too.
    const across = squareOf(glyph.x + reach) - left
    const down = squareOf(glyph.baseline + reach) - top
    const sign = signOf(glyph.text)
    let first: number = NONE
    for (let y = 0; y <= down; y++)
      for (let x = 0; x <= across; x++)
        first = this.#earlier(glyph, this.#placeOf(sign, left + x, top + y), first)
    if (first !== NONE) return this.#firsts[first]
    this.#keep(glyph, this.#placeOf(sign, squareOf(glyph.x), squareOf(glyph.baseline)))
    return glyph
  }

  #earlier(glyph: Glyph, place: number, first: number): number {
    let earliest = first
    for (let i = this.#latest[place]; i !== NONE; i = this.#before[i])
      if ((earliest === NONE || i < earliest) && isCopy(glyph, this.#firsts[i])) earliest = i
    return earliest
  }

  #keep(glyph: Glyph, place: number): void {
    this.#before[this.#firsts.length] = this.#latest[place]
    this.#latest[place] = this.#firsts.length
    this.#firsts.push(glyph)
  }

  /** Different squares, and texts, may share a place: they are compared. */
  #placeOf(sign: number, x: number, y: number): number {
    const mixed = sign ^ Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & this.#mask
  }
}

const squareOf = (points: number) => Math.floor(points / SQUARE)
const signOf = (text: string) => Math.imul(text.charCodeAt(0), 0xc2b2ae35)

function isCopy(a: Printed, b: Printed): boolean {
  const reach = OVERPRINT * Math.min(a.size, b.size)
  return (
    a.text === b.text && Math.abs(a.x - b.x) < reach && Math.abs(a.baseline - b.baseline) < reach
  )
}
