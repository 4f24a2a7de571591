import v8 from 'node:v8'

/** From this V8 on (Node 21), functions are compiled by how often they were called, and to give the flag is an error. */
const WITHOUT_BUDGET = 11.8

/**
 * V8 drops the machine code of a closure whenever it collects while none of its kind lives, and compiles it
 * again soon after, in helper threads: half of all processor time went there. So it collects when the
 * heap has tripled instead of doubled, and compiles only what has run six times longer than by default.
 */
export function flagsOfWork(version = process.versions.v8): string[] {
  const budget = Number.parseFloat(version) < WITHOUT_BUDGET ? ['--interrupt-budget=800000'] : []
  return ['--heap-growing-percent=200', ...budget]
}

/** For a process of long work in threads, before they start: V8 keeps these for all of them. */
export function setFlagsOfWork(): void {
  for (const flag of flagsOfWork()) v8.setFlagsFromString(flag)
}
