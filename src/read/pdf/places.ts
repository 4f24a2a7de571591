/** What lies near a place of a page, found by the bands that it is parted into, without asking all. */

/** The height of a band, in points: about a line. */
const BAND = 16

export class Places<Item> {
  readonly #bands = new Map<number, Item[]>()
  /** The most that an item reaches up or down from the height that it is kept by. */
  #reach = 0

  /** @param extentOf its upper and its lower side */
  constructor(items: readonly Item[], extentOf: (item: Item) => readonly [number, number]) {
    for (const item of items) {
      const [top, bottom] = extentOf(item)
      const band = bandOf((top + bottom) / 2)
      this.#reach = Math.max(this.#reach, (bottom - top) / 2)
      const list = this.#bands.get(band)
      if (list) list.push(item)
      else this.#bands.set(band, [item])
    }
  }

  /** Whether one of those that may stand between two heights is as asked. */
  some(top: number, bottom: number, isAsked: (item: Item) => boolean): boolean {
    const [from, to] = [bandOf(top - this.#reach), bandOf(bottom + this.#reach)]
    if (to - from >= this.#bands.size) {
      for (const list of this.#bands.values()) if (list.some(isAsked)) return true
      return false
    }
    for (let band = from; band <= to; band++) if (this.#bands.get(band)?.some(isAsked)) return true
    return false
  }
}

const bandOf = (y: number) => Math.floor(y / BAND)
