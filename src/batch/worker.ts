/** A worker thread of the pool: one document at a time, as pdf.js without its own worker needs it. */
import { workerData } from 'node:worker_threads'
import { readDocument } from '../pipeline.js'
import { ignoreStrays } from '../read/pdf/strays.js'
import { guardMemory } from './memory-guard.js'
import { type Result, type Task, work } from './work.js'

const [, { memory }] = workerData as [unknown, { memory: number }]
guardMemory(memory)
// Some of what pdf.js lets go fails only after its document is done.
ignoreStrays()

export default (task: Task): Promise<Result> => work(task, readDocument)
