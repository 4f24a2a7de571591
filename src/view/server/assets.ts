/** The files of the app, built into `dist/view`, and what pdf.js brings to draw a page. */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** As it stands in `dist/src/view/server`. */
const BUILT = fileURLToPath(new URL('../../../view/', import.meta.url))
const PDFJS = path.dirname(createRequire(import.meta.url).resolve('#pdfjs'))

export const WORKER = 'pdfjs/worker.mjs'

/** By their names below `_/`, where each stands: nothing else is ever read. */
export function assetsOf(built = BUILT): ReadonlyMap<string, string> {
  const assets = new Map<string, string>()
  for (const name of readdirSync(built)) assets.set(name, path.join(built, name))
  // Decoders of pictures (JPEG 2000, JBIG2, fax): scanned pages are nothing else.
  for (const folder of ['cmaps', 'standard_fonts', 'wasm'])
    for (const name of readdirSync(path.join(PDFJS, folder)))
      assets.set(`pdfjs/${folder}/${name}`, path.join(PDFJS, folder, name))
  assets.set(WORKER, path.join(PDFJS, 'worker.min.mjs'))
  return assets
}
