import { planJobs, prepareOutput, UsageError } from '../batch/plan.js'
import { exitCode, type Reader, runJobs } from '../batch/run.js'
import { FORMATS, type Format } from '../export/index.js'
import { describeDocument } from './report.js'

export interface ExtractOptions {
  out: string
  format: string
  strict?: boolean
  quiet?: boolean
}

/** Standard output gets the files written, one a line; standard error what a person reads. @returns the exit code */
export async function extract(
  inputs: string[],
  options: ExtractOptions,
  read: Reader,
  version: string,
): Promise<number> {
  const formats = parseFormats(options.format)
  const plan = planJobs(inputs)
  prepareOutput(options.out)
  const run = await runJobs(plan, {
    out: options.out,
    formats,
    version,
    read,
    onFile: (file) => process.stdout.write(`${file}\n`),
    onDocument: (entry, document) => {
      if (!options.quiet || entry.error) process.stderr.write(describeDocument(entry, document))
    },
  })
  const { files, failed, checks } = run.totals
  const sums = `${checks.holds} identities hold, ${checks.rounding} but for rounding, ${checks.fails} fail`
  process.stderr.write(`${files} ${files === 1 ? 'file' : 'files'}, ${failed} failed; ${sums}\n`)
  return exitCode(run, options.strict ?? false)
}

function parseFormats(list: string): Format[] {
  const wanted = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const unknown = wanted.find((name) => !FORMATS.includes(name as Format))
  if (unknown !== undefined || wanted.length === 0) {
    throw new UsageError(`--format ${list}: choose from ${FORMATS.join(', ')}`)
  }
  return FORMATS.filter((format) => wanted.includes(format))
}
