/** Writes a site as files for any web server: what is served here, at the same addresses. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { OutputFolder } from '../../files/folder.js'
import { OWN_FOLDER } from '../../files/folder.js'
import { RUN_FILE } from '../../files/run.js'
import type { Site } from './site.js'

export interface WrittenSite {
  files: number
  /** PDFs that are not there any more, or are not those that were read: their pages cannot be shown. */
  missing: string[]
}

/** @param stop aborted: the rest is not written @throws what the file system says */
export async function writeSite(
  site: Site,
  folder: OutputFolder,
  stop?: AbortSignal,
): Promise<WrittenSite> {
  const written: WrittenSite = { files: 0, missing: [] }
  for (const below of site.paths()) {
    if (stop?.aborted) break
    const { status, body } = await site.answer(below)
    if (status !== 200) {
      folder.remove(below) // of a site that was written here before
      if (below.endsWith('/source.pdf')) written.missing.push(below.slice(0, -'/source.pdf'.length))
      continue
    }
    const isPage = below === '' || below.endsWith('/')
    folder.write(isPage ? `${below}index.html` : below, body)
    written.files += 1
  }
  return written
}

/** One of these stands in each folder of outputs: of a run, whole or in work, and of a panel. */
const NOTES = [RUN_FILE, `${OWN_FOLDER}/journal.jsonl`, `${OWN_FOLDER}/published.json`]

/** Whether a run's own outputs stand in a folder, which need not be there: they stay what they are. */
export function isRunsOwn(given: string): boolean {
  return NOTES.some((name) => existsSync(path.join(given, name)))
}
