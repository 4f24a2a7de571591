/** Jobs -> contents: each is read once, however many inputs hold it. */
import type { Corrections } from '../../schemas/corrections.js'
import type { FileEntry } from '../../schemas/run.js'
import { hashRegular } from '../files/regular.js'
import { correctionsOf } from './corrections.js'
import { type Failure, failedEntry } from './entry.js'
import { inputFailure, MOST_BYTES } from './failure.js'
import { hash } from './journal.js'
import type { Job, Plan } from './names.js'

export interface Content {
  sha256: string
  /** What people have put right in it: under another name of the same content that may be something else. */
  corrections: Corrections | null
  jobs: Job[]
}

/** One of `count` parts of a corpus, from 1. */
export interface Shard {
  index: number
  count: number
}

export interface Contents {
  contents: Content[]
  /** Inputs that cannot be read, of this shard. */
  failed: FileEntry[]
}

/** Hashes every input. @param corrected folders of corrections; null for those beside each input */
export async function readContents(
  plan: Plan,
  shard: Shard | null,
  stop: AbortSignal,
  corrected: readonly string[] | null = null,
): Promise<Contents> {
  const found: Contents = { contents: [], failed: [] }
  const bySha = new Map<string, Content>()
  for (const { file, code, message } of plan.unreadable) {
    const failure: Failure = { status: 'failed', error: { code, message } }
    if (inShard(hash(file), shard)) found.failed.push(failedEntry(file, null, failure))
  }
  for (const job of plan.jobs) {
    if (stop.aborted) break
    const sha256 = await hashFile(job.input)
    if (typeof sha256 !== 'string') {
      if (inShard(hash(job.file), shard)) found.failed.push(failedEntry(job.file, null, sha256))
      continue
    }
    if (!inShard(sha256, shard)) continue
    const corrections = await correctionsOf(job, corrected, sha256)
    if (corrections && 'error' in corrections) {
      found.failed.push(failedEntry(job.file, sha256, corrections))
      continue
    }
    const key = JSON.stringify([sha256, corrections])
    const content = bySha.get(key) ?? { sha256, corrections, jobs: [] }
    if (content.jobs.push(job) === 1) found.contents.push(content)
    bySha.set(key, content)
  }
  return found
}

async function hashFile(file: string): Promise<string | Failure> {
  try {
    return (await hashRegular(file, { most: MOST_BYTES })).sha256
  } catch (cause) {
    return inputFailure(cause)
  }
}

/** The first 48 bits of the hash, by remainder: even, and the same for everyone. */
export function inShard(sha256: string, shard: Shard | null): boolean {
  return !shard || Number.parseInt(sha256.slice(0, 12), 16) % shard.count === shard.index - 1
}
