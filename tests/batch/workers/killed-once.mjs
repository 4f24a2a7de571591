/** A worker that is killed while it starts, the first time: the file that KEMU_TEST_KILLED names is there from then on. */
import { existsSync, writeFileSync } from 'node:fs'

const mark = process.env.KEMU_TEST_KILLED
if (!existsSync(mark)) {
  writeFileSync(mark, '')
  process.kill(process.pid, 'SIGKILL')
}
await import('./fake.mjs')
