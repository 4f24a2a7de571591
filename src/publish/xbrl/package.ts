/** The taxonomy as shipped: the package's folder `taxonomy/`, made by `npm run taxonomy`. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const served = new Map<string, Promise<void>>()

/**
 * Puts the taxonomy beside outputs, as `taxonomy/`, once for a folder; what is there
 * already is left alone, so several processes may serve one folder.
 * @throws what the file system says
 */
export function copyTaxonomy(folder: string): Promise<void> {
  const target = path.resolve(folder, 'taxonomy')
  const before = existsSync(path.join(target, 'kemu.xsd')) ? served.get(target) : undefined
  const copy = before ?? copyFiles(taxonomyFolder(), target)
  served.set(target, copy)
  return copy
}

/** Written beside and renamed: a reader sees a whole file or none. */
async function copyFiles(source: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true })
  for (const name of await readdir(source)) {
    const content = await readFile(path.join(source, name))
    const file = path.join(target, name)
    if (
      await readFile(file).then(
        (own) => own.equals(content),
        () => false,
      )
    )
      continue
    const beside = path.join(target, `.${randomUUID()}.part`)
    await writeFile(beside, content)
    await rename(beside, file)
  }
}

/** Up from here: sources and built files stand at different depths of the package. */
export function taxonomyFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  while (!existsSync(path.join(folder, 'taxonomy', 'kemu.xsd'))) {
    const above = path.dirname(folder)
    if (above === folder) throw new Error('the package lacks its taxonomy/: run npm run taxonomy')
    folder = above
  }
  return path.join(folder, 'taxonomy')
}
