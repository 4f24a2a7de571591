/**
 * Measures the reader on a folder of real files with a list of their tables:
 * `npm run corpus -- <folder> [--list] [--region name]`. Prints, per region, how
 * many tables were recognized with kind and pages right, how many amounts on
 * their pages sit in a cell of their own, how many sums hold, and how many of
 * another reader's amounts stand in the row and column that it names.
 */
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readFacts, wrongFacts } from './corpus/facts.js'
import { measureCorpus } from './corpus/measure.js'
import { formatTally, newTally } from './corpus/tally.js'

const CHECKED = 'tests/corpus/facts.tsv'

const args = process.argv.slice(2)
const folder = args.find((arg) => !arg.startsWith('--'))
const only = args.includes('--region') ? args[args.indexOf('--region') + 1] : null

if (!folder || !existsSync(path.join(folder, 'tables.tsv'))) {
  console.error('usage: npm run corpus -- <folder with tables.tsv> [--list] [--region name]')
  process.exit(2)
}

const { tallies, notes, facts } = await measureCorpus(folder, only)
for (const [region, tally] of tallies) console.log(formatTally(region, tally))
const all = [...tallies.values()].reduce((sum, tally) => sum.plus(tally), newTally())
console.log(formatTally('ALL', all))
console.log(JSON.stringify({ status: all.status, issues: all.issues }))
console.log(
  `milliseconds a page by stage: ${Object.entries(all.stages)
    .map(([stage, ms]) => `${stage} ${(ms / all.pages).toFixed(2)}`)
    .join(', ')}`,
)
const checked = readFacts(CHECKED)
const wrong = wrongFacts(checked, facts)
const compared = [...facts.keys()].filter((file) => checked.has(file)).length
console.log(
  `owner, scope, year, kind and units: ${compared - wrong.length}/${compared} as checked by hand`,
)
if (args.includes('--list')) {
  writeFileSync('out/corpus-notes.txt', `${[...notes, ...wrong].join('\n')}\n`)
  const lines = [...facts].map(([file, fact]) => `${file}\t${fact}`)
  writeFileSync('out/corpus-facts.tsv', `${lines.join('\n')}\n`)
  console.log(`${notes.length} notes in out/corpus-notes.txt, facts in out/corpus-facts.tsv`)
}
