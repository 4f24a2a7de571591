/** Which program this is, down to its code: another build may read the same file otherwise. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../../', import.meta.url)

/** A hash over what decides about outputs: the code of stages, kinds and schemas, and pdf.js. */
export function buildOf(): string {
  const sum = createHash('sha256')
  const pdfjs = createRequire(import.meta.url)('pdfjs-dist/package.json') as { version: string }
  sum.update(pdfjs.version)
  for (const folder of ['schemas', 'extractors', 'src']) {
    const names = readdirSync(fileURLToPath(new URL(folder, ROOT)), { recursive: true }) as string[]
    for (const name of names.toSorted()) {
      if (!/\.(?:js|ts|json)$/.test(name) || /\.d\.ts$|^(?:cli|view)\//.test(name)) continue
      sum.update(name).update(readFileSync(new URL(`${folder}/${name}`, ROOT)))
    }
  }
  return sum.digest('hex').slice(0, 12)
}
