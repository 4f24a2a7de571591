/** What a program gives -> what the pipeline reads. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Corrections } from '../schemas/corrections.js'
import { MOST_BYTES } from './batch/failure.js'
import { readRegular } from './files/regular.js'
import { type ReadResult, readDocument as readBytes } from './pipeline.js'

/** A PDF in memory, and what it is called. */
export interface PdfBytes {
  /** What the document calls it (`source.file`). */
  file: string
  bytes: Uint8Array
  /** What people have put right in its reading. */
  corrections?: Corrections | null
}

/**
 * Reads one PDF. What is wrong with the file is in its document (`status`, `issues`), not thrown: a file that is no PDF has
 * the status `not_pdf`.
 *
 * It is read in this process, without limits of time and memory: for thousands of files from strangers, use `kemu extract`.
 *
 * @param pdf its path, a `file:` URL, or its name and bytes
 * @throws TypeError for anything else; what the file system says where the path cannot be read
 */
export async function readDocument(pdf: string | URL | PdfBytes): Promise<ReadResult> {
  if (typeof pdf === 'string' || isUrl(pdf)) return readBytes(await fromDisk(pdf))
  if (isBytes(pdf)) return readBytes(pdf)
  throw new TypeError(`readDocument takes a path or { file, bytes }: ${wrong(pdf)}`)
}

async function fromDisk(place: string | URL): Promise<PdfBytes> {
  const file = typeof place === 'string' ? place : fileURLToPath(place)
  return { file: path.basename(file), bytes: await readRegular(file, { most: MOST_BYTES }) }
}

/** Of another realm too, as test runners have them. */
const isUrl = (given: unknown): given is URL => isNamed(given, 'URL')

function isBytes(given: unknown): given is PdfBytes {
  const { file, bytes } = (given ?? {}) as Partial<PdfBytes>
  return typeof file === 'string' && ArrayBuffer.isView(bytes) && bytes.BYTES_PER_ELEMENT === 1
}

/** What was given, and what is to be given in its place. */
function wrong(given: unknown): string {
  if (ArrayBuffer.isView(given) || isNamed(given, 'ArrayBuffer'))
    return 'these are bytes without a name: give { file: "budget.pdf", bytes }'
  if (given === null || typeof given !== 'object') return `not ${named(given)}`
  const { file, bytes } = given as Partial<PdfBytes>
  if (typeof file !== 'string') return `its file is ${named(file)}, and should be a name`
  return `its bytes are ${named(bytes)}, and should be a Uint8Array or a Buffer`
}

const isNamed = (given: unknown, name: string) =>
  Object.prototype.toString.call(given) === `[object ${name}]`

/** As a person says what a value is. */
function named(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  const name = Object.prototype.toString.call(value).slice(8, -1)
  return /^[AEIO]/.test(name) ? `an ${name}` : `a ${name}`
}
