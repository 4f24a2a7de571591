/** `-o x.csv|xlsx|parquet`: the whole table or none, made beside its place and then renamed. */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { UsageError } from '../files/errors.js'
import { OutputFolder, ownName } from '../files/folder.js'
import type { Row } from '../panel/table.js'
import { csvLines } from './csv.js'
import type { Say, Wish } from './options.js'
import { columnsOf, flatRows } from './rows.js'

export const FLAT_FORMATS = ['csv', 'xlsx', 'parquet'] as const
export type FlatFormat = (typeof FLAT_FORMATS)[number]

export interface FlatOptions {
  root: string
  out: string
  format: FlatFormat
  wish: Wish
  say: Say
  /** CSV for spreadsheets. */
  bom: boolean
}

/**
 * @returns how many rows were written
 * @throws UsageError where they would mix what cannot stand in one column, or there is none
 */
export async function writeFlat(options: FlatOptions): Promise<number> {
  const { root, out, format, wish, say, bom } = options
  const columns = columnsOf(wish)
  const counted = { rows: 0 }
  const rows = some(flatRows(root, wish, say), counted)
  const folder = new OutputFolder(path.dirname(out))
  const name = path.basename(out)
  if (format === 'csv') folder.write(name, csvLines(columns, rows, bom))
  else
    await beside(folder, name, async (part) => {
      if (format === 'xlsx') await writeSheet(part, wish, rows)
      else await (await import('./parquet.js')).writeParquet(part, columns, rows)
    })
  return counted.rows
}

async function writeSheet(part: string, wish: Wish, rows: Iterable<Row>): Promise<void> {
  const { writeWorkbook } = await import('./workbook.js')
  await writeWorkbook(part, wish.of, columnsOf(wish), rows)
}

/** An empty table would look like an answer. */
function* some(rows: Iterable<Row>, counted: { rows: number }): Generator<Row> {
  for (const row of rows) {
    counted.rows += 1
    yield row
  }
  if (counted.rows === 0)
    throw new UsageError(
      'no row is of that kind, measure and phase: what is left out and why is said above',
    )
}

async function beside(
  folder: OutputFolder,
  name: string,
  write: (part: string) => Promise<void>,
): Promise<void> {
  const part = path.join(folder.root, ownName('.part'))
  try {
    await write(part)
    folder.place(part, name)
  } finally {
    rmSync(part, { force: true })
  }
}
