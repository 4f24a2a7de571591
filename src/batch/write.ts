/** Whole files or none, and none outside the output folder. */
import { mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Writes beside and renames: a reader sees the whole file or none. @throws what the file system says */
export async function writeWhole(
  file: string,
  content: string | Uint8Array | Iterable<string>,
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const beside = path.join(path.dirname(file), `.${process.pid}-${Date.now().toString(36)}.part`)
  try {
    await writeFile(beside, content)
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** Puts a part in its place. `root` is the real path of the output folder. @throws what the file system says */
export async function place(part: string, root: string, below: string): Promise<void> {
  const file = path.join(root, below)
  await mkdir(path.dirname(file), { recursive: true })
  const folder = await realpath(path.dirname(file))
  if (folder !== root && !folder.startsWith(root === path.sep ? root : root + path.sep))
    throw new Error(`a link leads from ${path.dirname(below)} out of the output folder`)
  await rename(part, file)
}
