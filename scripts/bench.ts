/**
 * Milliseconds a page by stage, beside a bare pdf.js operator-list pass over the
 * same files in the same process: `npm run bench -- <folder>`.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { exporters, FORMATS } from '../src/export/index.js'
import { openTask } from '../src/pdf/read.js'
import { readDocument } from '../src/pipeline.js'
import { listedFiles } from './corpus/tables.js'

const folder = process.argv[2]
if (!folder) {
  console.error('usage: npm run bench -- <folder of folders of PDFs>')
  process.exit(2)
}

const sums: Record<string, number> = {}
let pages = 0
const add = (stage: string, since: number) => {
  sums[stage] = (sums[stage] ?? 0) + performance.now() - since
}

/** What pdf.js alone costs: every operator list, nothing read from it. */
async function barePass(bytes: Uint8Array): Promise<void> {
  const task = openTask(bytes)
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    await page.getOperatorList({ annotationMode: 0 })
    page.cleanup()
  }
  await task.destroy()
}

for (const file of listedFiles(folder)) {
  const bytes = readFileSync(path.join(folder, file))
  const { document, timings } = await readDocument({ file, bytes })
  if (document.source.pages === 0) continue
  pages += document.source.pages
  for (const [stage, time] of Object.entries(timings)) sums[stage] = (sums[stage] ?? 0) + time
  for (const format of FORMATS) {
    const started = performance.now()
    await exporters[format](document)
    add(format, started)
  }
  const started = performance.now()
  await barePass(bytes)
  add('bare operator lists', started)
}
for (const [stage, time] of Object.entries(sums)) {
  console.log(`${stage.padEnd(20)} ${(time / pages).toFixed(2).padStart(8)} ms/page`)
}
console.log(
  `${pages} pages, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB resident at the end`,
)
