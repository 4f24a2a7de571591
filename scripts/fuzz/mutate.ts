/** A seed and samples -> a file that is broken in one of the ways that files break, or are broken. */

/** Mulberry32: small, even enough, the same everywhere. @returns numbers in [0, 1) */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Mutation = (bytes: Buffer, next: () => number, other: Buffer) => Buffer

const below = (next: () => number, end: number) => Math.floor(next() * Math.max(1, end))

const flipBits: Mutation = (bytes, next) => {
  const copy = Buffer.from(bytes)
  for (let n = 1 + below(next, 64); n > 0; n--)
    copy[below(next, copy.length)] ^= 1 << below(next, 8)
  return copy
}

const cut: Mutation = (bytes, next) => bytes.subarray(0, below(next, bytes.length))

const dropMiddle: Mutation = (bytes, next) => {
  const from = below(next, bytes.length)
  const length = below(next, 4096)
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)])
}

/** A stretch of another file where this file's own was, mostly within a stream. */
const splice: Mutation = (bytes, next, other) => {
  const copy = Buffer.from(bytes)
  const from = below(next, copy.length)
  const at = below(next, other.length)
  other.copy(copy, from, at, at + 1 + below(next, 8192))
  return copy
}

/** Numbers of the file's own structure: counts, lengths, places. */
const spoilNumber: Mutation = (bytes, next) => {
  const text = bytes.toString('latin1')
  const numbers = [
    ...text.matchAll(
      /(?<=\/(?:Length|Count|Size|First|N|W|Prev|Root|Parent|Kids|Columns|Predictor)[ [])\d+/g,
    ),
  ]
  const number = numbers[below(next, numbers.length)]
  if (!number) return flipBits(bytes, next, bytes)
  const values = ['0', '-1', '1', '99999999', '4294967296', '2147483647', '1e9']
  const value = values[below(next, values.length)]
  return Buffer.from(
    text.slice(0, number.index) + value + text.slice(number.index + number[0].length),
    'latin1',
  )
}

/** Names of filters, types and operators in each other's place. */
const swapNames: Mutation = (bytes, next) => {
  const text = bytes.toString('latin1')
  const names = [...text.matchAll(/\/[A-Z][A-Za-z0-9]{2,14}/g)]
  const [a, b] = [names[below(next, names.length)], names[below(next, names.length)]]
  if (!a || !b) return flipBits(bytes, next, bytes)
  return Buffer.from(text.slice(0, a.index) + b[0] + text.slice(a.index + a[0].length), 'latin1')
}

const MUTATIONS = [flipBits, cut, dropMiddle, splice, spoilNumber, swapNames]

/** The same seed gives the same file. */
export function mutant(samples: Buffer[], seed: number): Buffer {
  const next = random(seed)
  const pick = () => samples[below(next, samples.length)]
  let bytes = pick()
  for (let n = 1 + below(next, 3); n > 0; n--)
    bytes = MUTATIONS[below(next, MUTATIONS.length)](bytes, next, pick())
  return bytes
}
