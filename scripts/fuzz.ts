/** The nightly form: `npm run fuzz [-- --from <seed> --count <number> --structures]`; a seed says its file again. */
import { parseArgs } from 'node:util'
import { fuzz, mutantsOf } from './fuzz/fuzz.js'
import { structure } from './fuzz/structures.js'

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '2000' },
    structures: { type: 'boolean', default: false },
  },
})
const worker = new URL('../src/batch/worker.js', import.meta.url)
const make = values.structures ? structure : mutantsOf('samples')
const findings = await fuzz(make, worker, Number(values.from), Number(values.count), (so) =>
  console.error(`${so.mutants} mutants, ${so.wrong.length} wrong`, so.wrong.at(-1) ?? ''),
)
console.log(JSON.stringify(findings, null, 2))
process.exitCode = findings.wrong.length > 0 ? 1 : 0
