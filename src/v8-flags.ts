import v8 from 'node:v8'

/**
 * V8 drops the machine code of a closure whenever it collects while none of its kind lives, and compiles it
 * again soon after, in helper threads: half of all processor time went there. So it collects when the
 * heap has tripled instead of doubled, and compiles only what has run six times longer than by default.
 */
export const FLAGS_OF_WORK = ['--heap-growing-percent=200', '--interrupt-budget=800000'] as const

/** For a process of long work in threads, before they start: V8 keeps these for all of them. */
export function setFlagsOfWork(): void {
  for (const flag of FLAGS_OF_WORK) v8.setFlagsFromString(flag)
}
