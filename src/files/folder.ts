/**
 * The folder that outputs go to, and the one way to write into it: whole files or none, nothing outside it,
 * and through no link, whoever has put one there. A file is made beside its place, where none was, and renamed.
 */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { OutsideError } from './errors.js'

export type Content = string | Uint8Array | Iterable<string>

/** A run's own notes, in outputs and panels alike. */
export const OWN_FOLDER = '.kemu'

/** A name that nobody has taken, nor could guess. */
export const ownName = (end: string) => `.${process.pid}-${randomBytes(6).toString('hex')}${end}`

export class OutputFolder {
  /** Its real path. */
  readonly root: string

  /** Made where it is not there. @throws what the file system says */
  constructor(readonly given: string) {
    makeFolder(given)
    this.root = realpathSync(given)
  }

  /**
   * Where a file below stands; the folders on the way are made.
   * @param below a path with slashes
   * @throws OutsideError, what the file system says
   */
  at(below: string): string {
    return this.#reach(below, makeOne)
  }

  /** As `at`, but nothing is made. @throws ENOENT, too */
  existing(below: string): string {
    return this.#reach(below, () => {})
  }

  #reach(below: string, make: (folder: string) => void): string {
    const parts = partsOf(below)
    let folder = this.root
    for (const part of parts.slice(0, -1)) {
      folder = path.join(folder, part)
      make(folder)
      const stats = lstatSync(folder)
      if (stats.isSymbolicLink()) throw this.#outside(folder)
      if (!stats.isDirectory()) throw new Error(`${folder} is a file where a folder should be`)
    }
    if (realpathSync(folder) !== folder) throw this.#outside(folder)
    return path.join(folder, parts[parts.length - 1])
  }

  #outside(folder: string): OutsideError {
    const below = path.relative(this.root, folder)
    return new OutsideError(`a link leads from ${below} out of the output folder: remove it`)
  }

  /** @throws as `at` */
  write(below: string, content: Content): void {
    const file = this.at(below)
    const beside = path.join(path.dirname(file), ownName('.part'))
    try {
      writeNew(beside, content)
      renameSync(beside, file)
    } catch (cause) {
      rmSync(beside, { force: true })
      throw cause
    }
  }

  /** Puts a file of ours in its place. @throws as `at` */
  place(part: string, below: string): void {
    renameSync(part, this.at(below))
  }

  /** A link is removed, not what it leads to. @throws as `at` */
  remove(below: string): void {
    rmSync(this.at(below), { force: true })
  }

  /** A file of our own that is written on: no link, and no other name of something elsewhere. @throws OutsideError */
  open(below: string): number {
    const { O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_RDWR } = constants
    const file = this.at(below)
    const flags = O_RDWR | O_APPEND | O_CREAT | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0)
    const descriptor = openOwn(file, flags, below)
    const stats = fstatSync(descriptor)
    if (stats.isFile() && stats.nlink === 1) return descriptor
    closeSync(descriptor)
    throw new OutsideError(`${below} is no file of its own: remove it`)
  }

  /** What stands in the way of a file that another library opens by its name: a link, a pipe, another's file. */
  clear(below: string): void {
    const file = this.at(below)
    const stats = statOf(file)
    if (stats && !(stats.isFile() && stats.nlink === 1)) rmSync(file, { recursive: true })
  }

  /** A new folder for files on their way. @returns its path; who asked removes it */
  workFolder(): string {
    const folder = this.at(`${OWN_FOLDER}/work${ownName('')}`)
    mkdirSync(folder)
    return folder
  }
}

/** What a run that was killed left on its way: whole only where something says so. For whoever has the lock. */
export function removeLeftWork(folder: OutputFolder): void {
  for (const name of readdirSync(path.dirname(folder.at(`${OWN_FOLDER}/work`))))
    if (['parts', 'temp'].includes(name) || name.startsWith('work.'))
      rmSync(folder.at(`${OWN_FOLDER}/${name}`), { recursive: true, force: true })
}

function openOwn(file: string, flags: number, below: string): number {
  try {
    return openSync(file, flags, 0o666)
  } catch (cause) {
    if (
      ['ELOOP', 'EMLINK', 'ENXIO', 'EISDIR'].includes((cause as NodeJS.ErrnoException).code ?? '')
    )
      throw new OutsideError(`${below} is no file of its own: remove it`)
    throw cause
  }
}

function statOf(file: string): Stats | undefined {
  return lstatSync(file, { throwIfNoEntry: false })
}

function partsOf(below: string): string[] {
  const parts = below.split('/').filter((part) => part !== '')
  const isPath = parts.length > 0 && !parts.some((part) => part === '.' || part === '..')
  if (!isPath || path.isAbsolute(below) || below.includes('\0'))
    throw new OutsideError(`${below} is out of the output folder`)
  return parts
}

/** @throws where something stands there, whatever it leads to */
export function writeNew(file: string, content: Content): void {
  const descriptor = openSync(file, 'wx')
  try {
    const whole = typeof content === 'string' || content instanceof Uint8Array
    for (const piece of whole ? [content] : content)
      writeAll(descriptor, Buffer.from(piece as string))
  } finally {
    closeSync(descriptor)
  }
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
}

/** With the folders above it. One at a time: Node's own way never ends where nothing can be made (`/proc/x`). */
export function makeFolder(folder: string): void {
  const missing: string[] = []
  for (let at = path.resolve(folder); !existsSync(at) && at !== path.dirname(at); ) {
    missing.push(at)
    at = path.dirname(at)
  }
  for (const each of missing.reverse()) makeOne(each)
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
  }
}
