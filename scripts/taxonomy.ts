/** Writes the taxonomy into the folder given, `npm run taxonomy`: the package's own is `taxonomy/`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { taxonomyFiles } from './taxonomy/files.js'

const folder = process.argv[2] ?? 'taxonomy'
rmSync(folder, { recursive: true, force: true })
for (const [name, content] of taxonomyFiles()) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), content)
}
