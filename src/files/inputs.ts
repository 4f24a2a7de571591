/** Where the inputs of a run were: noted beside its journal, so that a page can be shown beside what was read. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { inputsSchema } from '../../schemas/inputs.js'
import { type OutputFolder, OWN_FOLDER } from './folder.js'
import { readRegularSync } from './regular.js'

const INPUTS_FILE = `${OWN_FOLDER}/inputs.json`
/** Bytes: of some thousands of folders on a command line. */
const MOST_BYTES = 2 ** 22

/** @param inputs as given on a command line: files and folders */
export function noteInputs(folder: OutputFolder, inputs: readonly string[]): void {
  noteFolders(folder, inputs.map(folderOf))
}

/** A run that ended well does not fail by its note: without it, whoever shows pages is told where they are. */
export function noteFolders(folder: OutputFolder, folders: readonly string[]): void {
  const note = { schema: 'kemu/inputs@1', folders: [...new Set(folders)].toSorted() }
  try {
    folder.write(INPUTS_FILE, `${JSON.stringify(note, null, 2)}\n`)
  } catch {}
}

/** What `run.json` calls a file is its path below one of these; none where nobody noted any. */
export function inputFolders(folder: OutputFolder): string[] {
  try {
    const text = readRegularSync(folder.existing(INPUTS_FILE), { most: MOST_BYTES, own: true })
    return inputsSchema.safeParse(JSON.parse(text.toString())).data?.folders ?? []
  } catch {
    return []
  }
}

function folderOf(input: string): string {
  const isFolder = statSync(input, { throwIfNoEntry: false })?.isDirectory() ?? false
  return path.resolve(isFolder ? input : path.dirname(input))
}
