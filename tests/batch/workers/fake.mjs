/** A worker whose files say what becomes of them: `loop`, `heap`, `buffers`, `fill 300`, `throw`, `exit`, `sleep 50`. */
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '../../../dist/src/batch/serve.js'
import { work } from '../../../dist/src/batch/work.js'

const swallowed = (make) => {
  const kept = []
  for (;;) {
    try {
      kept.push(make())
    } catch {
      return kept.length // as pdf.js goes on after a stream that throws
    }
  }
}

const acts = {
  loop: () => {
    for (;;);
  },
  heap: () => {
    const kept = []
    for (;;) kept.push(Array.from({ length: 1000 }, (_, i) => ({ i })))
  },
  fill: async (megabytes, ms) => {
    const kept = []
    for (let i = 0; i < megabytes; i++) kept.push(Array.from({ length: 2 ** 17 }, () => i + 0.5))
    await sleep(Number(ms ?? 0))
    return kept.length
  },
  buffers: () => swallowed(() => new Uint8Array(2 ** 23)),
  background: async () => {
    const kept = []
    for (;;) {
      kept.push(Buffer.alloc(2 ** 20))
      await sleep(1)
    }
  },
  throw: () => {
    throw new TypeError('x is not a function')
  },
  limit: () => {
    throw Object.assign(new Error('more than 5000 pages'), { code: 'too_many_pages' })
  },
  exit: () => process.exit(3),
  abort: () => process.abort(),
  sleep: (ms) => sleep(Number(ms)),
}

async function read({ file, bytes }) {
  const [act, ...args] = Buffer.from(bytes).toString().split(/\s+/)
  await acts[act]?.(...args)
  const department = act === 'long' ? '长'.repeat(70_000) : null
  const wrong = act === 'contract' ? { status: 'fine' } : {}
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const document = {
    schema: 'kemu/document@1',
    source: { file, sha256, pages: 3, producer: null },
    report: { kind: null, fiscalYear: null, department, scope: null },
    status: 'no_tables',
    tables: [],
    facts: [],
    performance: [],
    checks: [],
    issues: [],
    ...wrong,
  }
  return { document }
}

serve((task) => work(task, read))
