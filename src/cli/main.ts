#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { UsageError } from '../batch/plan.js'
import { documentJsonSchema } from '../export/json-schema.js'
import { InputError } from '../pdf/input-error.js'
import { readDocument } from '../pipeline.js'
import { audit } from './audit.js'
import { type ExtractOptions, extract } from './extract.js'
import { type InspectOptions, inspect } from './inspect.js'

const { version } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { version: string }

let code = 0
const program = new Command('kemu')
  .description("China's published department budgets: PDF in, exact tables out")
  .version(version)
  .exitOverride()

program
  .command('extract')
  .description('read PDFs, or folders of them, into JSON, XLSX and XML')
  .argument('<paths...>', 'PDF files and folders')
  .option('-o, --out <folder>', 'where the outputs go', 'out')
  .option('--format <list>', 'of json, xlsx, xml, xbrl-csv', 'json,xlsx,xml')
  .option('--strict', 'exit with 1 also where a check failed')
  .option('--quiet', 'report failures only')
  .action(async (paths: string[], options: ExtractOptions) => {
    code = await extract(paths, options, readDocument, version)
  })

program
  .command('inspect')
  .description('print what a page holds: text, tables, cells')
  .argument('<pdf>')
  .option('--page <number>', 'one page, from 1')
  .option('--svg <file>', 'draw its glyphs, rules and cells')
  .action(async (file: string, options: InspectOptions) => {
    code = await inspect(file, options)
  })

program
  .command('audit')
  .description('sum up a folder of outputs: tables, checks, what needs a look')
  .argument('<folder>')
  .option('--json', 'for programs')
  .action((folder: string, options: { json?: boolean }) => {
    code = audit(folder, options)
  })

program
  .command('schema')
  .description('print the JSON Schema of a document')
  .action(() => {
    process.stdout.write(`${JSON.stringify(documentJsonSchema(), null, 2)}\n`)
  })

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) code = error.exitCode === 0 ? 0 : 2
  else if (error instanceof UsageError) {
    process.stderr.write(`kemu: ${error.message}\n`)
    code = 2
  } else if (error instanceof InputError) {
    process.stderr.write(`kemu: ${error.message}\n`)
    code = 1
  } else throw error
}
process.exitCode = code
