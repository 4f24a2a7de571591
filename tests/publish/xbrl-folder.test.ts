/**
 * Documents as they are: the samples, and any folder of outputs that KEMU_OUT names
 * (`kemu extract … -o out --format json`, then `KEMU_OUT=out npx vitest run tests/publish/xbrl-folder.test.ts`).
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type BudgetDocument, documentSchema } from '../../schemas/document.js'
import { readDocument } from '../../src/pipeline.js'
import { toXbrlCsv } from '../../src/publish/xbrl/csv.js'
import { toXbrl } from '../../src/publish/xbrl/instance.js'
import { jsonErrors } from '../helpers/xbrl/against-json.js'
import { csvErrors } from '../helpers/xbrl/csv-against-xml.js'
import { shippedTaxonomy } from '../helpers/xbrl/files.js'
import { readInstance } from '../helpers/xbrl/instance.js'

const taxonomy = shippedTaxonomy()
const SAMPLES = new URL('../../samples/', import.meta.url).pathname

function examine(source: BudgetDocument): { facts: number; sums: number; errors: string[] } {
  const report = readInstance(toXbrl(source), taxonomy)
  const errors = [
    ...report.errors,
    ...jsonErrors(source, report),
    ...csvErrors(source, toXbrlCsv(source), report, taxonomy),
  ]
  return { facts: report.facts.length, sums: report.inconsistencies.length, errors }
}

describe('samples', () => {
  const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.pdf'))
  test.each(samples)('%s', async (name) => {
    const bytes = new Uint8Array(readFileSync(path.join(SAMPLES, name)))
    const { document } = await readDocument({ file: name, bytes })
    const { facts, errors } = examine(document)
    expect(errors).toEqual([])
    expect(facts).toBeGreaterThan(100)
  })
})

const folder = process.env.KEMU_OUT
test.skipIf(!folder)(
  folder ? `every document of ${folder}` : 'SKIPPED: KEMU_OUT names no folder of outputs',
  { timeout: 600_000 },
  () => {
    const root = folder as string
    const files = (readdirSync(root, { recursive: true }) as string[]).filter(
      (name) => name.endsWith('.json') && !/^\.kemu|run\.json$|-metadata\.json$/.test(name),
    )
    const totals = { documents: 0, facts: 0, sums: 0 }
    const errors: string[] = []
    for (const name of files) {
      const source = documentSchema.parse(JSON.parse(readFileSync(path.join(root, name), 'utf8')))
      const own = examine(source)
      totals.documents += 1
      totals.facts += own.facts
      totals.sums += own.sums
      errors.push(...own.errors.map((error) => `${name}: ${error}`))
    }
    console.log(
      `${totals.documents} documents, ${totals.facts} facts, ${totals.sums} inconsistent sums, all reported: ${errors.length} errors`,
    )
    expect(errors).toEqual([])
  },
)
