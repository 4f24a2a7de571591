/** `npm run bombs`: a folder of files that ask for too much, and what became of each. */
import { fileURLToPath } from 'node:url'
import { blast } from './fuzz/blast.js'

const main = fileURLToPath(new URL('../src/cli/main.js', import.meta.url))
const found = await blast(main, 'samples/hengyang-one-column.pdf')
console.log(JSON.stringify(found, null, 2))
process.exitCode = found.code === 1 ? 0 : 1
