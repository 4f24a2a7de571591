/**
 * Reads files that others may have put there: regular ones, up to a bound. A pipe or a device would
 * have a reader wait for ever, and what stood there when a folder was listed may be another thing now, so
 * what counts is what was opened.
 */
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

export class NotAFileError extends Error {
  override readonly name = 'NotAFileError'
  readonly code = 'not_a_file'
}

export class TooManyBytesError extends Error {
  override readonly name = 'TooManyBytesError'
  readonly code = 'too_many_bytes'
}

/** Nobody waits: neither for who writes into a pipe, nor for a line that is not connected. */
const NO_WAIT = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
/** As `NO_WAIT`, of files that are ours: none of them is a link. */
const OWN = NO_WAIT | (constants.O_NOFOLLOW ?? 0)
const CHUNK = 2 ** 20

export interface Reading {
  /** Bytes; a file that grows while it is read is not read further either. */
  most?: number
  /** A link is no file of ours. */
  own?: boolean
}

/** @throws NotAFileError, TooManyBytesError, what the file system says */
export async function readRegular(file: string, reading: Reading = {}): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of chunksOf(file, reading)) parts.push(part)
  return Buffer.concat(parts)
}

/** The SHA-256, in hexadecimal digits, and how many bytes there were. @throws as `readRegular` */
export async function hashRegular(
  file: string,
  reading: Reading = {},
): Promise<{ sha256: string; bytes: number }> {
  const sum = createHash('sha256')
  let bytes = 0
  // One buffer for all parts: a run hashes gigabytes, and buffers are let go late.
  for await (const part of chunksOf(file, reading, Buffer.allocUnsafe(CHUNK))) {
    sum.update(part)
    bytes += part.length
  }
  return { sha256: sum.digest('hex'), bytes }
}

/** @param into holds each part until the next is read; without it, each has a buffer of its own */
async function* chunksOf(
  file: string,
  { most, own }: Reading,
  into?: Buffer,
): AsyncGenerator<Buffer> {
  const handle = await open(file, own ? OWN : NO_WAIT)
  try {
    const stats = await handle.stat()
    assertReadable(file, stats.isFile(), stats.size, most)
    // Files of the system that are empty to look at have a reader wait for ever.
    if (stats.size > 0) yield* partsOf(handle, file, most, into)
  } finally {
    await handle.close()
  }
}

async function* partsOf(handle: FileHandle, file: string, most?: number, into?: Buffer) {
  for (let read = 0; ; ) {
    const buffer = into ?? Buffer.allocUnsafe(CHUNK)
    const { bytesRead } = await handle.read(buffer, 0, CHUNK, null)
    if (bytesRead === 0) return
    read += bytesRead
    assertReadable(file, true, read, most)
    yield buffer.subarray(0, bytesRead)
  }
}

function assertReadable(file: string, isFile: boolean, bytes: number, most?: number): void {
  if (!isFile) throw new NotAFileError(`${file} is a folder, a pipe or a device, and no file`)
  if (bytes > (most ?? Number.POSITIVE_INFINITY))
    throw new TooManyBytesError(`${file} has more than ${most} bytes`)
}

/** As `readRegular`, for small files. @throws as `readRegular` */
export function readRegularSync(file: string, { most, own }: Reading = {}): Buffer {
  const descriptor = openSync(file, own ? OWN : NO_WAIT)
  try {
    const stats = fstatSync(descriptor)
    assertReadable(file, stats.isFile(), stats.size, most)
    const parts: Buffer[] = []
    for (let read = 0; stats.size > 0; ) {
      const part = Buffer.allocUnsafe(CHUNK)
      const length = readSync(descriptor, part, 0, CHUNK, null)
      if (length === 0) break
      read += length
      assertReadable(file, true, read, most)
      parts.push(part.subarray(0, length))
    }
    return Buffer.concat(parts)
  } finally {
    closeSync(descriptor)
  }
}
