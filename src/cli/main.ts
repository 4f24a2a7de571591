#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { Argument, Command, CommanderError } from 'commander'
import { InputError } from '../../schemas/input-error.js'
import { DiskFullError, NoWorkersError, OutsideError, UsageError } from '../batch/failure.js'
import { printable, printableLines } from '../files/printable.js'
import { LimitError } from '../read/pdf/limits.js'
import type { AuditOptions } from './audit.js'
import type { Shell } from './completion.js'
import type { ExtractOptions } from './extract.js'
import type { InspectOptions } from './inspect.js'
import type { MergeOptions } from './merge.js'
import type { PanelCommand } from './panel.js'
import type { TableCommand } from './table.js'
import type { ViewOptions } from './view.js'

const { version } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { version: string }

/** Errors that a person can do something about; others are ours and show where they come from. */
const KNOWN = [InputError, LimitError, DiskFullError, NoWorkersError]

/** An option that can be given several times. */
const more = (value: string, before: string[] = []) => [...before, value]

/** Each command loads what it needs when it is given: reading starts sooner, and takes less memory. */
let code = 0
const program = new Command('kemu')
  .description("China's published department budgets: PDF in, exact tables out")
  .version(version)
  .exitOverride()
  .configureOutput({
    writeOut: (text) => process.stdout.write(printableLines(text)),
    writeErr: (text) => process.stderr.write(printableLines(text)),
    outputError: (text, write) => write(`${printable(text.trimEnd())}\n`),
  })

program
  .command('extract')
  .description('read PDFs, or folders of them, into JSON, XLSX and XML')
  .argument('<paths...>', 'PDF files and folders')
  .option('-o, --out <folder>', 'where the outputs go', 'out')
  .option(
    '--format <list>',
    'of json, xlsx, csv (a file for each table), xml, xbrl-csv, xbr',
    'json,xlsx,xml',
  )
  .option('--jobs <number>', 'documents read at a time, or auto', 'auto')
  .option('--timeout <seconds>', 'limit for one document', '120')
  .option('--memory <megabytes>', 'limit for the run, all its processes together', 'auto')
  .option('--shard <part>', 'only the documents of one part, as 3/16')
  .option(
    '--corrections <folder>',
    'where corrections are, beside each input if not said; again for more',
    more,
  )
  .option('--force', 'read also what an earlier run has read')
  .option('--strict', 'exit with 1 also where a check failed')
  .option('--quiet', 'report failures only')
  .option('--log <form>', 'text or json', 'text')
  .option('--lang <language>', 'of what is said: zh or en (default: by the locale)')
  .action(async (paths: string[], options: ExtractOptions) => {
    const { extract } = await import('./extract.js')
    code = await extract(paths, options, version)
  })

program
  .command('merge')
  .description('join the runs of a corpus that was read in parts')
  .argument('<folders...>', 'the -o folders of the parts')
  .requiredOption('-o, --out <folder>', 'where the whole goes')
  .option('--force', 'join also different versions, options or parts')
  .action(async (folders: string[], options: MergeOptions) => {
    const { merge } = await import('./merge.js')
    code = await merge(folders, options)
  })

program
  .command('inspect')
  .description('print what a page holds: text, tables, cells')
  .argument('<pdf>')
  .option('--page <number>', 'one page, from 1 (default: all)')
  .option('--cell <place>', 'its page, with one cell of the document marked, as t9.r1.abroad')
  .option(
    '--svg <file>',
    'draw glyphs, rules and cells: p.svg, of several pages p-1.svg, p-2.svg …',
  )
  .option('--prose', 'print the narrative instead, its facts underlined and how they were read')
  .action(async (file: string, options: InspectOptions) => {
    const { inspect } = await import('./inspect.js')
    code = await inspect(file, options)
  })

program
  .command('view')
  .description('show pages and what was read from them side by side, in a browser on this machine')
  .argument('<run>', 'the -o folder of an extract run, or a PDF')
  .argument('[link]', 'a document and a place in it, as b/foo.pdf#t9.r1.abroad')
  .option('--pdfs <folder>', 'where the PDFs are now, if they have moved since')
  .option(
    '--corrections <folder>',
    'where corrections are kept, beside each input if not said; again for those of others',
    more,
  )
  .option('--port <number>', 'of this machine; 0 for any that is free', '0')
  .option('--timeout <seconds>', 'limit for reading a PDF', '120')
  .option('--static <folder>', 'write the same as files for any web server instead')
  .option('--open', 'open the address in a browser')
  .action(async (run: string, link: string | undefined, options: ViewOptions) => {
    const { view } = await import('./view.js')
    code = await view(run, link, options, version)
  })

program
  .command('audit')
  .description('say what in a folder of outputs needs a person, and what it holds')
  .argument('<folder>')
  .option('--all', 'name every document that needs a look')
  .option('--json', 'for programs')
  .option('--lang <language>', 'of what is said: zh or en (default: by the locale)')
  .action(async (folder: string, options: AuditOptions) => {
    const { audit } = await import('./audit.js')
    code = audit(folder, options)
  })

program
  .command('panel')
  .description('make one data set of a folder of outputs: facts, documents, tables, checks, codes')
  .argument('<folder>', 'the -o folder of an extract run')
  .option('-o, --out <folder>', 'where the panel goes', 'panel')
  .option('--format <list>', 'of csv, parquet, duckdb', 'csv,parquet,duckdb')
  .option('--bom', 'CSV for spreadsheets: with a byte order mark, text kept from being a formula')
  .option('--released <day>', 'the day to cite the panel by, as 2026-01-31')
  .option(
    '--partition <name>',
    'only a part of the panel, as hive-partitioned Parquet of that name',
  )
  .option('--finish', 'the folder is a panel of parts: add what all documents decide')
  .option('--memory <megabytes>', "limit for the tables' buffers", '192')
  .option('--timeout <seconds>', 'limit for one document', '120')
  .action(async (folder: string, options: PanelCommand) => {
    const { panel } = await import('./panel.js')
    code = await panel(folder, options, version)
  })

program
  .command('table')
  .description(
    'make one flat table of a folder of outputs: a kind of table, a measure, leaves only',
  )
  .argument('<folder>', 'the -o folder of an extract run')
  .requiredOption('-o, --out <file>', 'its name ends in .csv, .xlsx or .parquet')
  .option('--kind <kind>', 'of table, as general_budget_expenditure; of record with --performance')
  .option('--measure <measure>', 'as total, basic, project (default: total; amount with --prose)')
  .option('--level <level>', 'sums of the leaves by code at the level 类, 款 or 项')
  .option('--phase <phase>', 'as budget, executed, previous_year_budget (default: of its own year)')
  .option('--scope <scope>', 'only of a department, or of a unit')
  .option('--year <year>', 'only documents of the year')
  .option('--prose', 'the figures of the narrative instead')
  .option('--subject <subject>', 'with --prose: as procurement')
  .option('--unit <unit>', 'with --prose: as 辆, where figures are in several')
  .option('--performance', 'the projects of the performance forms instead')
  .option('--links <base>', 'the folder or address that the PDFs lie below, for links')
  .option('--bom', 'CSV for spreadsheets: with a byte order mark, text kept from being a formula')
  .action(async (folder: string, options: TableCommand) => {
    const { table } = await import('./table.js')
    code = await table(folder, options)
  })

program
  .command('taxonomy')
  .description('write the taxonomy of the XBRL outputs as one taxonomy package')
  .argument('[file]', 'where it goes (default: its own name, here)')
  .action(async (file: string | undefined) => {
    const { writeTaxonomy } = await import('./taxonomy.js')
    writeTaxonomy(file)
  })

program
  .command('schema')
  .description('print the JSON Schema of a document, or of run.json')
  .addArgument(new Argument('[of]', 'what').choices(['document', 'run']).default('document'))
  .action(async (of: string) => {
    const { documentJsonSchema, runJsonSchema } = await import('../publish/json-schema.js')
    const schema = of === 'run' ? runJsonSchema() : documentJsonSchema()
    process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`)
  })

program
  .command('completion')
  .description('print what completes commands and options in a shell')
  .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
  .action(async (shell: Shell) => {
    const { completionOf } = await import('./completion.js')
    process.stdout.write(completionOf(program, shell))
  })

/** Who reads what is said may go (`| head`, a closed terminal): the work goes on all the same. */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!['EPIPE', 'EIO'].includes(error.code ?? '')) throw error
  })

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) code = error.exitCode === 0 ? 0 : 2
  else {
    const isUsage = error instanceof UsageError || error instanceof OutsideError
    const isKnown = isUsage || KNOWN.some((kind) => error instanceof kind)
    code = isUsage ? 2 : 1
    process.stderr.write(printableLines(isKnown ? sayKnown(error as Error) : sayOurs(error)))
  }
}
process.exitCode = code

function sayKnown({ message }: Error): string {
  return `kemu: ${printable(message)}\n`
}

/** With the way there: it is ours to mend. */
function sayOurs(error: unknown): string {
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
}
