/**
 * A font program's own table of characters (`cmap`), as far as it speaks of Unicode: which glyph is the one of a
 * character. Tables by the font's own codes (Macintosh, symbols) are written anew for each subset, and say nothing.
 */
const UNICODE_PLATFORM = 0
const WINDOWS_PLATFORM = 3
const WINDOWS_UNICODE = new Set([1, 10])
/** Segments or groups of one table; the fullest fonts have some thousand. */
const MOST_SEGMENTS = 20_000
const LAST_CHARACTER = 0x10ffff

interface Segment {
  from: number
  to: number
  glyphOf: (character: number) => number
}

export class UnicodeCmap {
  #byGlyph: Map<number, number[]> | null = null

  /** @param segments in the order of their characters */
  private constructor(private readonly segments: readonly Segment[]) {}

  /** @returns null where the program has no such table, or a broken one */
  static read(program: Uint8Array): UnicodeCmap | null {
    const view = new DataView(program.buffer, program.byteOffset, program.byteLength)
    try {
      const table = tableAt(view)
      const segments = table === null ? [] : segmentsOf(view, table)
      return segments.length > 0 ? new UnicodeCmap(segments) : null
    } catch (cause) {
      if (cause instanceof RangeError) return null
      throw cause
    }
  }

  /** The glyph of a character; 0 where the font has none. */
  glyphOf(character: number): number {
    let [low, high] = [0, this.segments.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.segments[middle].to < character) low = middle + 1
      else high = middle
    }
    const { from, to, glyphOf } = this.segments[low]
    return character >= from && character <= to ? glyphOf(character) : 0
  }

  /** The characters that a glyph is of. */
  charactersOf(glyph: number): readonly number[] {
    this.#byGlyph ??= this.#reversed()
    return this.#byGlyph.get(glyph) ?? []
  }

  /** No character twice: ranges that lie over each other would have no end. */
  #reversed(): Map<number, number[]> {
    const byGlyph = new Map<number, number[]>()
    let next = 0
    for (const { from, to, glyphOf } of this.segments) {
      for (let character = Math.max(from, next); character <= to; character++) {
        const glyph = glyphOf(character)
        const list = byGlyph.get(glyph)
        if (list) list.push(character)
        else byGlyph.set(glyph, [character])
      }
      next = Math.max(next, to + 1)
    }
    return byGlyph
  }
}

/** Where the table of Unicode begins. */
function tableAt(view: DataView): number | null {
  const count = view.getUint16(4)
  for (let i = 0; i < count; i++) {
    const entry = 12 + 16 * i
    if (view.getUint32(entry) !== CMAP) continue
    const start = view.getUint32(entry + 8)
    for (let k = 0; k < view.getUint16(start + 2); k++) {
      const [platform, encoding] = [0, 2].map((at) => view.getUint16(start + 4 + 8 * k + at))
      const isUnicode =
        platform === UNICODE_PLATFORM ||
        (platform === WINDOWS_PLATFORM && WINDOWS_UNICODE.has(encoding))
      const offset = start + view.getUint32(start + 8 + 8 * k)
      if (isUnicode && [4, 12].includes(view.getUint16(offset))) return offset
    }
  }
  return null
}

/** "cmap" */
const CMAP = 0x636d6170

function segmentsOf(view: DataView, table: number): Segment[] {
  const isLong = view.getUint16(table) === 12
  const count = isLong ? view.getUint32(table + 12) : view.getUint16(table + 6) / 2
  const all = Array.from({ length: Math.min(count, MOST_SEGMENTS) }, (_, i) =>
    isLong ? group(view, table + 16 + 12 * i) : segment(view, table, count, i),
  )
  return all.filter(({ from, to }) => from <= to && to <= LAST_CHARACTER)
}

function group(view: DataView, at: number): Segment {
  const [from, to, glyph] = [0, 4, 8].map((offset) => view.getUint32(at + offset))
  return { from, to: Math.min(to, from + 0xffff), glyphOf: (character) => glyph + character - from }
}

/** Four lists stand one after the other: ends, beginnings, deltas, and where the glyphs are listed, if they are. */
function segment(view: DataView, table: number, count: number, i: number): Segment {
  const ends = table + 14 + 2 * i
  const begins = ends + 2 + 2 * count
  const [to, from, delta] = [ends, begins, begins + 2 * count].map((at) => view.getUint16(at))
  const place = begins + 4 * count
  const offset = view.getUint16(place)
  const glyphOf = (character: number) => {
    if (offset === 0) return (character + delta) & 0xffff
    const listed = view.getUint16(place + offset + 2 * (character - from))
    return listed === 0 ? 0 : (listed + delta) & 0xffff
  }
  return { from, to, glyphOf }
}
