/** A text of plain ASCII that grows: no strings are joined and encoded, which was half the work of a sheet. */
export class Ascii {
  #bytes = new Uint8Array(1 << 14)
  #length = 0

  /** @param text ASCII only */
  put(text: string): this {
    const end = this.#length + text.length
    if (end > this.#bytes.length) this.#grow(end)
    for (let i = 0; i < text.length; i++) this.#bytes[this.#length + i] = text.charCodeAt(i)
    this.#length = end
    return this
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}
