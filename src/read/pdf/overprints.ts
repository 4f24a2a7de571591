/** What is printed twice, by its text and the square of the page that it stands in: a page may hold one character a hundred thousand times. */

interface Printed {
  text: string
  x: number
  baseline: number
  size: number
}

/** The side of a square, in points: a copy of a usual size lies in the same or in one beside. */
const SQUARE = 4
/** A copy of larger characters is looked for no further away than one of these, in points. */
const LARGEST = 100
const NONE = -1

/** Lists in one table by number: a map for each text, and lists in it, cost more than all else about copies. */
export class Overprints<Item extends Printed> {
  readonly #firsts: Item[] = []
  /** By place in the table: the latest that was kept; and by its number the one before it at the same place. */
  readonly #latest: Int32Array
  readonly #before: Int32Array
  readonly #mask: number

  /**
   * @param most that are asked of
   * @param within this part of an em of each other two are copies
   */
  constructor(
    most: number,
    private readonly within: number,
  ) {
    const places = 2 ** Math.ceil(Math.log2(2 * most + 1))
    this.#mask = places - 1
    this.#latest = new Int32Array(places).fill(NONE)
    this.#before = new Int32Array(most)
  }

  /** The earliest that this one is a copy of; without one it is kept itself, and returned. */
  firstOf(item: Item): Item {
    const reach = this.within * Math.min(item.size, LARGEST)
    const left = squareOf(item.x - reach)
    const top = squareOf(item.baseline - reach)
    // Counted from nought: a place so far out that the next square has no number of its own ends too.
    const across = squareOf(item.x + reach) - left
    const down = squareOf(item.baseline + reach) - top
    const sign = signOf(item.text)
    let first: number = NONE
    for (let y = 0; y <= down; y++)
      for (let x = 0; x <= across; x++)
        first = this.#earlier(item, this.#placeOf(sign, left + x, top + y), first)
    if (first !== NONE) return this.#firsts[first]
    this.#keep(item, this.#placeOf(sign, squareOf(item.x), squareOf(item.baseline)))
    return item
  }

  #earlier(item: Item, place: number, first: number): number {
    let earliest = first
    for (let i = this.#latest[place]; i !== NONE; i = this.#before[i])
      if ((earliest === NONE || i < earliest) && this.#isCopy(item, this.#firsts[i])) earliest = i
    return earliest
  }

  #keep(item: Item, place: number): void {
    this.#before[this.#firsts.length] = this.#latest[place]
    this.#latest[place] = this.#firsts.length
    this.#firsts.push(item)
  }

  #isCopy(a: Item, b: Item): boolean {
    const reach = this.within * Math.min(a.size, b.size)
    return (
      a.text === b.text && Math.abs(a.x - b.x) < reach && Math.abs(a.baseline - b.baseline) < reach
    )
  }

  /** Different squares, and texts, may share a place: they are compared. */
  #placeOf(sign: number, x: number, y: number): number {
    const mixed = sign ^ Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & this.#mask
  }
}

const squareOf = (points: number) => Math.floor(points / SQUARE)
const signOf = (text: string) => Math.imul(text.charCodeAt(0), 0xc2b2ae35)
