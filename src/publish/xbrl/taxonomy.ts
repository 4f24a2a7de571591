/** The taxonomy as shipped, the package's folder `taxonomy/` (made by `npm run taxonomy`), and its copy beside outputs. */
import { existsSync, readdirSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { OutputFolder } from '../../files/folder.js'
import { readRegular } from '../../files/regular.js'
import { SCHEMA_NAME } from './names.js'

const served = new Map<string, Promise<void>>()
/** What a taxonomy package says of itself: of no use beside outputs. */
export const META = 'META-INF'

/**
 * Puts the taxonomy into the folder that outputs go to, as `taxonomy/`, once for all that lie below; what is there
 * already is left alone, so several processes may serve one folder.
 * @throws what the file system says
 */
export function copyTaxonomy(folder: string): Promise<void> {
  const target = path.resolve(folder, 'taxonomy')
  const before = existsSync(path.join(target, SCHEMA_NAME)) ? served.get(target) : undefined
  const copy = before ?? copyFiles(taxonomyFolder(), new OutputFolder(folder))
  served.set(target, copy)
  return copy
}

async function copyFiles(source: string, folder: OutputFolder): Promise<void> {
  for (const name of (await readdir(source)).filter((each) => each !== META)) {
    const content = await readFile(path.join(source, name))
    const below = `taxonomy/${name}`
    const own = await readRegular(folder.at(below), { own: true }).catch(() => null)
    if (!own?.equals(content)) folder.write(below, content)
  }
}

/** What stands in `taxonomy/` at the root of outputs. */
export function taxonomyNames(): string[] {
  return readdirSync(taxonomyFolder()).filter((name) => name !== META)
}

/** Up from here: sources and built files stand at different depths of the package. */
export function taxonomyFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  while (!existsSync(path.join(folder, 'taxonomy', SCHEMA_NAME))) {
    const above = path.dirname(folder)
    if (above === folder) throw new Error('the package lacks its taxonomy/: run npm run taxonomy')
    folder = above
  }
  return path.join(folder, 'taxonomy')
}
