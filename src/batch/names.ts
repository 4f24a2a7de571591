/** What the inputs of a run are called, and what their outputs. */
import path from 'node:path'

export interface Job {
  /** Where the file is. */
  input: string
  /** Its path under the folder given: what `run.json` and the document call it. */
  file: string
  /** Output path without extension, under the output folder. */
  stem: string
}

export interface Plan {
  jobs: Job[]
  /** Entries below the folders given that cannot be read, or whose outputs would have no place of their own. */
  unreadable: Unreadable[]
}

export interface Unreadable {
  input: string
  file: string
  code: string
  message: string
}

/** A path as every system writes it in outputs. */
export const slashed = (file: string) => file.split(path.sep).join('/')
