/**
 * Documents by the thousand, made of a few: to measure `kemu panel` on.
 *
 *     npm run build && node dist/scripts/panel/generate.js <folder of documents> <folder> 2000
 *
 * Each copy is a disclosure of its own: another hash, owner, year and region. Figures are
 * those of the documents, so that their checks hold as they did.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type BudgetDocument, documentSchema } from '../../schemas/document.js'
import { jsonFiles } from '../../src/panel/input.js'
import { toJson } from '../../src/publish/json.js'

const YEARS = 5
const REGIONS = 20

export function variant(
  document: BudgetDocument,
  n: number,
): { file: string; document: BudgetDocument } {
  const region = n % REGIONS
  const year = (document.report.fiscalYear ?? 2025) - (Math.floor(n / REGIONS) % YEARS)
  const owner = `第${Math.floor(n / (REGIONS * YEARS)) + 1}局（${region + 1}区）`
  return {
    file: `region-${region + 1}/${n}.json`,
    document: {
      ...document,
      source: {
        ...document.source,
        file: `region-${region + 1}/${n}.pdf`,
        sha256: createHash('sha256').update(`${document.source.sha256} ${n}`).digest('hex'),
      },
      report: { ...document.report, fiscalYear: year, department: owner },
      tables: document.tables.map((table) => ({ ...table, owner })),
    },
  }
}

function generate(from: string, to: string, count: number): void {
  const documents = jsonFiles(from).map((file) =>
    documentSchema.parse(JSON.parse(readFileSync(path.join(from, file), 'utf8'))),
  )
  for (let n = 0; n < count; n++) {
    const { file, document } = variant(documents[n % documents.length], n)
    const target = path.join(to, file)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, toJson(document))
  }
}

const [from, to, count] = process.argv.slice(2)
if (from === undefined || to === undefined || !(Number(count) > 0)) {
  process.stderr.write('generate.js <folder of documents> <folder> <number>\n')
  process.exitCode = 2
} else generate(from, to, Number(count))
