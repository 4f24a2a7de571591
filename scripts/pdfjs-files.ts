/**
 * Puts beside `dist/pdfjs/core.mjs` what pdf.js asks for by name, and the worker that draws pages for `kemu view`, with
 * their licences: 6 MB of a package that has 41, and 33 more of a canvas that nothing here draws on.
 * Run by `npm run build`.
 */
import { cpSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** From where in the package, to where in `dist/pdfjs`. */
const FILES = {
  cmaps: 'cmaps',
  standard_fonts: 'standard_fonts',
  wasm: 'wasm',
  'legacy/build/pdf.worker.min.mjs': 'worker.min.mjs',
  LICENSE: 'LICENSE',
}

const from = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const to = fileURLToPath(new URL('../pdfjs/', import.meta.url))
for (const [file, name] of Object.entries(FILES))
  cpSync(path.join(from, file), path.join(to, name), { recursive: true })
