/** What went wrong -> its name and its remedy. */
import { codeOf, isDiskFull } from '../files/errors.js'
import type { Failure } from './entry.js'

export { DiskFullError, isDiskFull, OutsideError, UsageError } from '../files/errors.js'

/** No worker can be had, whatever the document: the run stops. */
export class NoWorkersError extends Error {
  override readonly name = 'NoWorkersError'

  constructor(words: string) {
    super(`no worker can start (${words}): install kemu again`)
  }
}

/** How a worker ended without a result. */
export type Death = { why: 'memory' } | { why: 'timeout' } | { why: 'crash'; how: string }

const failed = (code: string, message: string): Failure => ({
  status: 'failed',
  error: { code, message },
})

/** Of the input: it cannot be opened or read. */
export function inputFailure(cause: unknown): Failure {
  const code = codeOf(cause)
  if (code === 'ENOENT') return failed('unreadable', 'the file is gone since the run began')
  if (code === 'not_a_file') return failed('unreadable', 'a pipe or device, not a file: remove it')
  if (code === 'too_many_bytes')
    return { status: 'too_large', error: { code, message: 'more than 512 MB: split the file' } }
  if (code === 'EACCES' || code === 'EPERM')
    return failed('unreadable', `the file cannot be opened (${code}): mend its permissions`)
  return failed('unreadable', `the file cannot be read (${messageOf(cause)}): copy it again`)
}

/** Of the outputs: they cannot be put in place. */
export function outputFailure(cause: unknown): Failure {
  const code = codeOf(cause)
  if (isDiskFull(cause)) return failed('disk_full', 'the disk of the output folder is full')
  if (code === 'ENAMETOOLONG') return failed('name_too_long', NAME_TOO_LONG)
  return failed(
    'unwritable',
    `its outputs cannot be written (${messageOf(cause)}): choose another folder with -o`,
  )
}

/** Bytes of an input: published budgets have a few megabytes, and pdf.js holds a file several times. */
export const MOST_BYTES = 2 ** 29

export const NAME_TOO_LONG = 'its name is too long for an output beside it: shorten it'

/** Of the reading itself. Limits have codes of their own; the rest is ours to mend. */
export function readingFailure(cause: unknown): Failure {
  const code = codeOf(cause)
  if (code?.startsWith('too_'))
    return { status: 'too_large', error: { code, message: messageOf(cause) } }
  const name = cause instanceof Error ? cause.name : 'error'
  return failed(code ?? name, `${messageOf(cause)}: please report it, with the file`)
}

/** Of a worker that ended before its document: out of time, out of memory, or fallen over. */
export function deathFailure(death: Death, limits: { timeout: number; memory: number }): Failure {
  if (death.why === 'timeout') {
    const message = `not read within ${limits.timeout} s: give it more with --timeout`
    return { status: 'timeout', error: { code: 'timeout', message } }
  }
  if (death.why === 'memory') {
    const message = `needs more than the ${limits.memory} MB of the run: give it more with --memory`
    return { status: 'too_large', error: { code: 'too_much_memory', message } }
  }
  return crashed(`ended the process that read it, alone too (${death.how})`)
}

/** The run itself ended, again and again, while this was read alone. */
export const crashed = (what: string): Failure => ({
  status: 'crashed',
  error: { code: 'crashed', message: `${what}: print it to a new PDF, or report it with the file` },
})

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
