/** Writes the taxonomy into the folder given, `npm run taxonomy`: the package's own is `taxonomy/`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { taxonomyFiles } from './taxonomy/files.js'

const folder = process.argv[2] ?? 'taxonomy'
mkdirSync(folder, { recursive: true })
for (const [name, content] of taxonomyFiles()) writeFileSync(path.join(folder, name), content)
