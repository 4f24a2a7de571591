/** `npm run kills [-- --count <number>]`: the run is killed as often, then one of its workers. */

import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Killed, kills, type Victim } from './fuzz/kills.js'

const { values } = parseArgs({ options: { count: { type: 'string', default: '50' } } })
const main = fileURLToPath(new URL('../src/cli/main.js', import.meta.url))
const found: Partial<Record<Victim, Killed>> = {}
for (const victim of ['run', 'worker'] as const)
  found[victim] = await kills(
    main,
    'samples/hengyang-one-column.pdf',
    victim,
    Number(values.count),
    (so) =>
      console.error(
        `${victim}: ${so.kills} kills, ${so.wrong.length} wrong`,
        so.wrong.at(-1) ?? '',
      ),
  )
console.log(JSON.stringify(found, null, 2))
const isWrong = Object.values(found).some(
  ({ kills: hit, wrong }) => wrong.length > 0 || hit < Number(values.count),
)
process.exitCode = isWrong ? 1 : 0
