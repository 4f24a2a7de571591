import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writePart } from '../../src/batch/part.js'
import { folderOf } from '../helpers/folder.js'

const root = folderOf()

async function written(content: string | Uint8Array) {
  const file = path.join(root, 'part')
  const told = await writePart(file, content)
  const bytes = readFileSync(file)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(told).toEqual({ bytes: bytes.length, sha256 })
  return bytes
}

/** 2 ** 18 characters go at a time: the tests end before it, at it, behind it, and amid a character of two halves. */
test.each([
  0,
  1,
  2 ** 18 - 1,
  2 ** 18,
  2 ** 18 + 1,
  2 ** 19 + 7,
])('a text of %i characters is written whole, whatever stands where it is divided', async (length) => {
  for (const filled of [
    '预'.repeat(length),
    '😀'.repeat(length / 2),
    `x${'😀'.repeat(length / 2)}`,
  ])
    expect((await written(filled)).equals(Buffer.from(filled))).toBe(true)
})

test('any bytes are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), async (bytes) => {
      expect((await written(bytes)).equals(bytes)).toBe(true)
    }),
  )
})
