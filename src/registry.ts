/** Finds the table kinds: every file of `extractors/` describes one, so a new kind is one file. */
import { readdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { assertDistinct, type KindDescription, KindError } from '../schemas/kind.js'

const FOLDER = new URL('../extractors/', import.meta.url)

/** @throws KindError where a file describes no kind, another file's, or a title or label that is taken */
export async function loadKinds(folder: URL = FOLDER): Promise<KindDescription[]> {
  const files = readdirSync(fileURLToPath(folder))
    .filter((name) => /^[a-z_]+\.(?:js|ts)$/.test(name) && !name.endsWith('.d.ts'))
    .toSorted()
  const kinds = await Promise.all(files.map((name) => loadKind(folder, name)))
  assertDistinct(kinds)
  return kinds
}

async function loadKind(folder: URL, name: string): Promise<KindDescription> {
  const module = (await import(pathToFileURL(fileURLToPath(new URL(name, folder))).href)) as {
    default?: KindDescription
  }
  const kind = module.default
  const expected = name.replace(/\.[jt]s$/, '')
  if (!kind?.described)
    throw new KindError(`extractors/${name}: its default export must be defineKind(...)`)
  if (kind.id !== expected)
    throw new KindError(`extractors/${name}: describes ${kind.id}; name the file after it`)
  return kind
}
