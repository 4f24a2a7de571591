/** Which program this is, down to its code: another build may read the same file otherwise. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../../', import.meta.url)
/** What is built of others' packages. */
const BUILT = ['#pdfjs', '#exceljs']

/** A hash over what decides about outputs: the code of stages, kinds and schemas, pdf.js and exceljs. */
export function buildOf(): string {
  const sum = createHash('sha256')
  for (const name of BUILT) sum.update(readFileSync(createRequire(import.meta.url).resolve(name)))
  for (const folder of ['schemas', 'extractors', 'src']) {
    const names = readdirSync(fileURLToPath(new URL(folder, ROOT)), { recursive: true }) as string[]
    for (const name of names.toSorted()) {
      if (!/\.(?:js|ts|json)$/.test(name) || /\.d\.ts$|^(?:cli|view)\//.test(name)) continue
      sum.update(name).update(readFileSync(new URL(`${folder}/${name}`, ROOT)))
    }
  }
  return sum.digest('hex').slice(0, 12)
}
