import v8 from 'node:v8'

/** From this V8 on (Node 21), functions are compiled by how often they were called, and to give the flag is an error. */
const WITHOUT_BUDGET = 11.8

/**
 * V8 drops the machine code of a closure whenever it collects while none of its kind lives, and compiles it
 * again soon after, in helper threads: half of all processor time went there. So a process of work collects when the
 * heap has tripled instead of doubled, and compiles only what has run six times longer than by default.
 */
export function flagsOfWork(version = process.versions.v8): string[] {
  return ['--heap-growing-percent=200', ...compileLater(version)]
}

function compileLater(version: string): string[] {
  return Number.parseFloat(version) < WITHOUT_BUDGET ? ['--interrupt-budget=800000'] : []
}

/**
 * For a process of long work in threads, before they start: V8 keeps it for all of them. Their heaps grow as by
 * default: two that tripled over large documents were most of what a panel took.
 */
export function setFlagsOfThreads(): void {
  for (const flag of compileLater(process.versions.v8)) v8.setFlagsFromString(flag)
}
