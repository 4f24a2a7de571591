/** The taxonomy as shipped: the package's folder `taxonomy/`, made by `npm run taxonomy`. */
import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const copied = new Map<string, Promise<void>>()

/**
 * Puts the taxonomy beside outputs, as `taxonomy/`; a folder that has been served is
 * not written again.
 * @throws what the file system says
 */
export function copyTaxonomy(folder: string): Promise<void> {
  const target = path.resolve(folder, 'taxonomy')
  const before = existsSync(path.join(target, 'kemu.xsd')) ? copied.get(target) : undefined
  const copy = before ?? cp(taxonomyFolder(), target, { recursive: true })
  copied.set(target, copy)
  return copy
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
