/**
 * The worker's side of the pool: a process that reads one document at a time, as pdf.js without its own
 * worker needs it. Tasks come by message and results go by message; what else it does, it does to end.
 */
import { Worker } from 'node:worker_threads'
import { guardMemory } from './memory-guard.js'
import type { Result, Task } from './work.js'

/** For the process's main module, once all that it needs is loaded. */
export function serve(work: (task: Task) => Promise<Result>): void {
  guardMemory(Number(process.argv[2]))
  // A terminal tells the whole group of processes; when to stop is for the supervisor to say.
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
  endWithSupervisor()
  process.on('message', async (task: Task) => {
    const result = await work(task)
    process.send?.({ result })
  })
  process.send?.({ ready: true })
}

/** A thread, since a document may keep the process busy for ever, and nobody else would end it then. */
const WATCH = `
  const { workerData: supervisor } = require('node:worker_threads')
  setInterval(() => process.ppid === supervisor || process.kill(process.pid, 'SIGKILL'), 250)`

function endWithSupervisor(): void {
  // It may be gone since before this process could look.
  if (!process.connected) process.exit()
  process.on('disconnect', () => process.exit())
  new Worker(WATCH, {
    eval: true,
    workerData: Number(process.argv[3]),
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 },
  }).unref()
}
