/** `kemu table`: a folder of outputs -> one flat table of figures, of sentences or of projects. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { LEVELS, type Level } from '../../schemas/flat.js'
import { KIND_NAMES } from '../../schemas/kinds.js'
import { isMeasure } from '../../schemas/measures.js'
import { SUBJECT_LABELS } from '../../schemas/prose/labels.js'
import { UsageError } from '../files/errors.js'
import { printable } from '../files/printable.js'
import type { Remark, Wish } from '../flat/options.js'
import type { FlatFormat } from '../flat/write.js'
import { loadDuckDB } from '../panel/duckdb.js'
import { parseNumber } from './number.js'

export interface TableCommand {
  out: string
  kind?: string
  measure?: string
  level?: string
  phase?: string
  scope?: string
  year?: string
  subject?: string
  unit?: string
  prose?: boolean
  performance?: boolean
  links?: string
  bom?: boolean
}

/** Remarks of one code that are said one by one; the rest are counted. */
const MOST_REMARKS = 20

/** Standard output gets the file written; standard error what a person reads. @returns the exit code */
export async function table(folder: string, options: TableCommand): Promise<number> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${folder} is no folder: name the -o folder of an extract run`)
  const wish = wishOf(options)
  const format = formatOf(options.out)
  if (format === 'parquet') await loadDuckDB()
  const { writeFlat } = await import('../flat/write.js')
  const remarks = new Map<Remark['code'], number>()
  const say = ({ file, code, message }: Remark) => {
    const nth = (remarks.get(code) ?? 0) + 1
    remarks.set(code, nth)
    const mark = code === 'failed' ? '✗' : '·'
    if (nth <= MOST_REMARKS || code === 'failed')
      process.stderr.write(`${mark} ${printable(file)}: ${printable(message)}\n`)
  }
  const rows = await writeFlat({
    ...{ root: folder, out: options.out, format, wish, say, bom: options.bom ?? false },
  })
  for (const [code, count] of remarks)
    if (count > MOST_REMARKS && code !== 'failed')
      process.stderr.write(`· ${count - MOST_REMARKS} more of ${code}\n`)
  process.stdout.write(`${printable(options.out)}\n`)
  process.stderr.write(`${rows} rows\n`)
  return remarks.has('failed') ? 1 : 0
}

function wishOf(options: TableCommand): Wish {
  const { prose, performance, phase, scope, links } = options
  if (prose && performance) throw new UsageError('--prose and --performance: choose one')
  const shared = {
    ...{ phase: phase ?? null, scope: scope ?? null, links: links ?? null },
    year: options.year === undefined ? null : parseNumber('--year', options.year, 1),
  }
  if (prose) return { ...shared, of: 'sentences', ...sentenceWish(options) }
  if (performance)
    return {
      ...shared,
      of: 'projects',
      kind: options.kind ?? null,
      item: options.measure ?? 'total',
    }
  return { ...shared, of: 'figures', ...figureWish(options) }
}

function sentenceWish({ measure, subject, unit }: TableCommand) {
  if (subject !== undefined && !Object.hasOwn(SUBJECT_LABELS, subject)) {
    const known = Object.entries(SUBJECT_LABELS).map(([name, { zh }]) => `${name} (${zh})`)
    throw new UsageError(`--subject ${subject}: no such subject; choose from ${known.join(', ')}`)
  }
  return { measure: measure ?? 'amount', subject: subject ?? null, unit: unit ?? null }
}

function figureWish({ kind, measure = 'total', level }: TableCommand) {
  const known = KIND_NAMES.find((name) => name === kind)
  if (known === undefined)
    throw new UsageError(`--kind ${kind ?? ''}: name a kind of table: ${KIND_NAMES.join(', ')}`)
  if (!isMeasure(measure))
    throw new UsageError(
      `--measure ${measure}: no such measure; total, basic, project and the like`,
    )
  return { kind: known, measure, level: level === undefined ? null : levelOf(level) }
}

function levelOf(level: string): Level {
  const known = (Object.keys(LEVELS) as Level[]).find((name) => name === level)
  if (known === undefined)
    throw new UsageError(`--level ${level}: choose from ${Object.keys(LEVELS).join(', ')}`)
  return known
}

function formatOf(out: string): FlatFormat {
  const formats: Record<string, FlatFormat> = {
    '.csv': 'csv',
    '.xlsx': 'xlsx',
    '.parquet': 'parquet',
  }
  const format = formats[path.extname(out).toLowerCase()]
  if (format === undefined)
    throw new UsageError(`-o ${out}: its name ends in .csv, .xlsx or .parquet`)
  return format
}
