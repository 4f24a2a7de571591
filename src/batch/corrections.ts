/** The corrections of an input: those beside it, or those of the folders that were named, one a person. */
import path from 'node:path'
import { type Corrections, correctionsSchema } from '../../schemas/corrections.js'
import { ConflictError, mergeCorrections, type NamedFile } from '../correct/merge.js'
import { codeOf } from '../files/errors.js'
import { readRegular } from '../files/regular.js'
import type { Failure } from './entry.js'
import { type Job, slashed } from './names.js'

/** Bytes: of thousands of corrections. */
const MOST_BYTES = 2 ** 24
export const CORRECTIONS_SUFFIX = '.corrections.json'

/** @param folders null for those beside the input @returns null where nobody has corrected anything */
export async function correctionsOf(
  { input, stem }: Pick<Job, 'input' | 'stem'>,
  folders: readonly string[] | null,
  sha256: string,
): Promise<Corrections | Failure | null> {
  const places = folders?.map((folder) => path.join(folder, `${stem}${CORRECTIONS_SUFFIX}`)) ?? [
    `${input.replace(/\.pdf$/i, '')}${CORRECTIONS_SUFFIX}`,
  ]
  try {
    const read = await Promise.all(places.map(readCorrections))
    const files = read.filter((file) => file !== null)
    return files.length === 0 ? null : mergeCorrections(files, sha256)
  } catch (cause) {
    if (cause instanceof ConflictError) return failed(cause.code, cause.message)
    return failed('corrections_unreadable', `${(cause as Error).message}: mend that file`)
  }
}

/** @returns null where there is none @throws Error that names the file */
export async function readCorrections(place: string): Promise<NamedFile | null> {
  const name = slashed(place)
  try {
    const bytes = await readRegular(place, { most: MOST_BYTES })
    const { data, error } = correctionsSchema.safeParse(JSON.parse(bytes.toString()))
    if (data) return { name, file: data }
    const [{ path: at, message }] = error.issues
    throw new Error(`${at.join('.')}: ${message}`)
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null
    throw new Error(`the corrections in ${name} cannot be read (${(cause as Error).message})`)
  }
}

const failed = (code: string, message: string): Failure => ({
  status: 'failed',
  error: { code, message },
})
