/**
 * Files -> a ZIP archive, the same bytes on every run: the dates are fixed. Packages of the field are archives, and the
 * format is small: a header before each file, a directory of them at the end (PKWARE APPNOTE 4.3).
 */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipFile {
  /** With slashes. */
  name: string
  content: string | Uint8Array
}

/** 2.0: the version that knows deflate. */
const VERSION = 20
/** Names are UTF-8. */
const FLAGS = 0x0800
const DEFLATED = 8
/** 1980-01-01 00:00, the first day that the format knows. */
const [TIME, DATE] = [0, (1 << 5) | 1]
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50]

interface Entry {
  name: Buffer
  packed: Buffer
  /** What both headers say of it. */
  head: Buffer
}

export function zipOf(files: readonly ZipFile[]): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of files.map(entryOf)) {
    const local = Buffer.concat([uint32(LOCAL), entry.head, entry.name, entry.packed])
    centrals.push(centralOf(entry, offset))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  return Buffer.concat([...locals, directory, endOf(files.length, directory.length, offset)])
}

function entryOf({ name, content }: ZipFile): Entry {
  const bytes = Buffer.from(content)
  const own = Buffer.from(name)
  const packed = deflateRawSync(bytes, { level: 6 })
  const head = Buffer.concat([
    ...[VERSION, FLAGS, DEFLATED, TIME, DATE].map(uint16),
    ...[crc32(bytes), packed.length, bytes.length].map(uint32),
    ...[own.length, 0].map(uint16),
  ])
  return { name: own, packed, head }
}

/** No comment, one disk, a plain file. */
function centralOf({ name, head }: Entry, offset: number): Buffer {
  const rest = [...[0, 0, 0].map(uint16), ...[0, offset].map(uint32)]
  return Buffer.concat([uint32(CENTRAL), uint16(VERSION), head, ...rest, name])
}

function endOf(count: number, size: number, offset: number): Buffer {
  const disks = [0, 0, count, count].map(uint16)
  return Buffer.concat([uint32(END), ...disks, uint32(size), uint32(offset), uint16(0)])
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
