/** One file of outputs, on its way: written beside, in pieces, and hashed as it is written. */
import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'

/** Characters that are in bytes at a time: the JSON of a large document has twelve million. */
const PIECE = 2 ** 18

/** @throws what the file system says, where anything stands there that cannot be removed, too */
export async function writePart(
  file: string,
  content: string | Uint8Array,
): Promise<{ bytes: number; sha256: string }> {
  // A worker that ended while it wrote left its parts: the document is read again under the same names.
  await rm(file, { force: true })
  const sum = createHash('sha256')
  const handle = await open(file, 'wx')
  let bytes = 0
  try {
    for (const piece of piecesOf(content)) {
      sum.update(piece)
      bytes += piece.length
      await handle.writeFile(piece)
    }
  } finally {
    await handle.close()
  }
  return { bytes, sha256: sum.digest('hex') }
}

function* piecesOf(content: string | Uint8Array): Generator<Uint8Array> {
  if (typeof content !== 'string') yield content
  else
    for (let from = 0, to = 0; from < content.length; from = to) {
      to = Math.min(from + PIECE, content.length)
      // Both halves of a character go together, else neither would have its bytes.
      if (isFirstHalf(content.charCodeAt(to - 1))) to += 1
      yield Buffer.from(content.slice(from, to))
    }
}

const isFirstHalf = (unit: number) => unit >= 0xd800 && unit < 0xdc00
