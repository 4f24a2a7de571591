/** What pdf.js alone costs, with its own settings: every operator list of every file, nothing read from it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

const PACKAGE = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const folder = (name: string) => `${path.join(PACKAGE, name)}${path.sep}`

/** @returns pages, 0 for what cannot be opened */
async function barePass(bytes: Uint8Array): Promise<number> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      await page.getOperatorList().catch(() => {})
      page.cleanup()
    }
    return document.numPages
  } catch {
    return 0
  } finally {
    await task.destroy()
  }
}

let pages = 0
const before = process.cpuUsage()
for (const file of process.argv.slice(2)) pages += await barePass(readFileSync(file))
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ pages, sums: { 'bare operator lists': (user + system) / 1000 } }))
