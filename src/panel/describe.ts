/** What stands beside the data: codebook, quality report, citation; of CSV also the package and the loaders. */
import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ALL_TABLES } from '../../schemas/panel.js'
import type { OutputFolder } from '../files/folder.js'
import { citation } from './citation.js'
import { codebook } from './codebook.js'
import { dataPackage, type WrittenFile } from './datapackage.js'
import { duckdbLoader } from './loaders/duckdb.js'
import { pandasLoader } from './loaders/pandas.js'
import { rLoader } from './loaders/r.js'
import { stataLoader } from './loaders/stata.js'
import { qualityReport } from './quality/report.js'
import type { Query } from './query.js'

export interface Described {
  folder: OutputFolder
  /** Whether the tables stand there as plain CSV. */
  hasCsv: boolean
  /** Of the data. */
  version: string
  /** Of the program. */
  program: string
  /** yyyy-mm-dd, where somebody said it. */
  released: string | null
}

/** @returns the files written, by their names in the panel's folder */
export async function describe(query: Query, options: Described): Promise<string[]> {
  const { folder, version, program, released } = options
  const title = await titleOf(query)
  const texts: Record<string, string> = {
    'codebook.md': await codebook(ALL_TABLES, query),
    'quality.md': await qualityReport(query),
    'CITATION.cff': citation({ title, version, released, program }),
    ...(options.hasCsv ? await forCsv(title, options) : {}),
  }
  for (const [name, text] of Object.entries(texts)) folder.write(name, text)
  return Object.keys(texts)
}

async function forCsv(
  title: string,
  { folder, version }: Described,
): Promise<Record<string, string>> {
  const files = new Map<string, WrittenFile>()
  for (const { name } of ALL_TABLES) files.set(name, await writtenFile(folder, `${name}.csv`))
  const descriptor = dataPackage({ title, version, tables: ALL_TABLES, files })
  return {
    'datapackage.json': `${JSON.stringify(descriptor, null, 2)}\n`,
    'load.sql': duckdbLoader(ALL_TABLES),
    'load.py': pandasLoader(ALL_TABLES),
    'load.R': rLoader(ALL_TABLES),
    'load.do': stataLoader(ALL_TABLES),
  }
}

async function writtenFile(folder: OutputFolder, name: string): Promise<WrittenFile> {
  const file = folder.existing(name)
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { path: name, bytes: statSync(file).size, sha256: hash.digest('hex') }
}

async function titleOf(query: Query): Promise<string> {
  const [{ first, last, documents }] = await query(`SELECT min(fiscal_year) AS first,
    max(fiscal_year) AS last, count(*)::INTEGER AS documents FROM documents`)
  const years = first === last ? first : `${first}-${last}`
  const span = first === null ? '' : `, ${years}`
  return `Published department budgets and final accounts of China${span} (${documents} documents)`
}
