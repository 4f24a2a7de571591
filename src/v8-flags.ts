import v8 from 'node:v8'

/**
 * V8 drops the machine code of a closure whenever it collects while none of its kind lives, and compiles it
 * again soon after, in helper threads: half of all processor time went there. So it collects when the
 * heap has tripled instead of doubled, and compiles only what has run six times longer than by default.
 */
const COMPILE_LATER = '--interrupt-budget=800000'
export const FLAGS_OF_WORK = ['--heap-growing-percent=200', COMPILE_LATER] as const

/**
 * For a process of long work in threads, before they start: V8 keeps it for all of them. Their heaps grow as by
 * default: two that tripled over large documents were most of what a panel took.
 */
export function setFlagsOfThreads(): void {
  v8.setFlagsFromString(COMPILE_LATER)
}
