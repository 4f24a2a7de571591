/**
 * Milliseconds of CPU by stage, of one process that reads each file and writes each format: a process
 * of its own, so that nothing else that is measured shares its memory or its built-ins.
 */
import { readFileSync } from 'node:fs'
import { documentSchema } from '../../schemas/document.js'
import { FORMATS } from '../../schemas/run.js'
import { readDocument } from '../../src/pipeline.js'
import { exporters } from '../../src/publish/index.js'

const sums: Record<string, number> = {}
let pages = 0

async function add<T>(stage: string, work: () => Promise<T> | T): Promise<T> {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  sums[stage] = (sums[stage] ?? 0) + (user + system) / 1000
  return result
}

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file)
  const { document, timings } = await add('reading', () => readDocument({ file, bytes }))
  pages += document.source.pages
  for (const [stage, time] of Object.entries(timings))
    sums[`  ${stage}`] = (sums[`  ${stage}`] ?? 0) + time
  await add('schema', () => documentSchema.parse(document))
  if (document.source.pages === 0) continue
  for (const format of FORMATS) await add(format, () => exporters[format](document))
}
console.log(JSON.stringify({ pages, sums }))
