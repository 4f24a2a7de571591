import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A new folder of its own with the files given, by their paths. */
export function folderOf(files: Record<string, string | Uint8Array> = {}): string {
  const root = mkdtempSync(path.join(tmpdir(), 'kemu-test-'))
  for (const [name, content] of Object.entries(files)) put(root, name, content)
  return root
}

export function put(root: string, name: string, content: string | Uint8Array): string {
  const full = path.join(root, name)
  mkdirSync(path.dirname(full), { recursive: true })
  writeFileSync(full, content)
  return full
}

/** Every file below, by its path, hidden folders and the taxonomy left out; `milliseconds` are taken out of `run.json`. */
export function contentsOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  const files = names.filter(
    (name) =>
      !name.startsWith('.kemu') &&
      !name.split(path.sep).includes('taxonomy') &&
      statSync(path.join(folder, name)).isFile(),
  )
  return Object.fromEntries(
    files.map((name) => [
      name,
      readFileSync(path.join(folder, name), 'latin1').replace(/"milliseconds":\d+/g, ''),
    ]),
  )
}
