/** `kemu taxonomy`: what the XBRL outputs mean, as one file that a processor loads before any of them. */
import path from 'node:path'
import { UsageError } from '../batch/failure.js'
import { OutputFolder } from '../files/folder.js'
import { taxonomyPackage } from '../publish/xbrl/package.js'

/** Standard output gets the name of the file. @throws UsageError */
export function writeTaxonomy(given: string | undefined): void {
  const { name, content } = taxonomyPackage()
  const file = given ?? name
  if (!file.endsWith('.zip')) throw new UsageError(`${file}: a taxonomy package ends in .zip`)
  new OutputFolder(path.dirname(file)).write(path.basename(file), content)
  process.stdout.write(`${file}\n`)
}
