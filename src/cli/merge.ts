/** `kemu merge`: joins runs, and says what came of it. */
import { mergeRuns } from '../batch/merge.js'
import { prepareOutput } from '../batch/plan.js'
import { OutputFolder } from '../files/folder.js'
import { inputFolders, noteFolders } from '../files/inputs.js'

export interface MergeOptions {
  out: string
  force?: boolean
}

export async function merge(folders: string[], options: MergeOptions): Promise<number> {
  prepareOutput(options.out)
  const totals = await mergeRuns(folders, options.out, options.force ?? false)
  const inputs = folders.flatMap((folder) => inputFolders(new OutputFolder(folder)))
  noteFolders(new OutputFolder(options.out), inputs)
  process.stderr.write(`${totals.files} files of ${folders.length} runs, ${totals.failed} failed\n`)
  return 0
}
