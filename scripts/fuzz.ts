/** The nightly form: `npm run fuzz [-- --from <seed> --count <number>]`; a seed says its mutant again. */
import { parseArgs } from 'node:util'
import { fuzz } from './fuzz/fuzz.js'

const { values } = parseArgs({
  options: { from: { type: 'string', default: '0' }, count: { type: 'string', default: '2000' } },
})
const worker = new URL('../src/batch/worker.js', import.meta.url)
const findings = await fuzz('samples', worker, Number(values.from), Number(values.count), (so) =>
  console.error(`${so.mutants} mutants, ${so.wrong.length} wrong`, so.wrong.at(-1) ?? ''),
)
console.log(JSON.stringify(findings, null, 2))
process.exitCode = findings.wrong.length > 0 ? 1 : 0
