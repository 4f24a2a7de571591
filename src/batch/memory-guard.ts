/**
 * Bounds what a worker holds outside the JavaScript heap.
 *
 * V8 bounds its heap, and a stream that swells when unpacked lands in array buffers. pdf.js
 * unpacks in two ways: in one go into arrays that double, where nothing else runs until it is
 * done, so large arrays are asked about as they are made; and in the background, where a timer
 * looks. What else there is, the supervisor sees from outside (`supervise.ts`).
 */

/** The exit code of a process that broke its bound. */
export const TOO_MUCH_MEMORY = 86

/** Arrays below this are not worth a look. */
const LARGE = 2 ** 22
const EVERY_MS = 100

/** For a process of its own: what breaks the bound ends it, whatever catches errors there. */
export function guardMemory(megabytes: number): void {
  const limit = megabytes * 2 ** 20
  const over = (more: number) => process.memoryUsage().arrayBuffers + more > limit
  setInterval(() => over(0) && process.exit(TOO_MUCH_MEMORY), EVERY_MS).unref()
  watchArrays((bytes) => over(bytes) && process.exit(TOO_MUCH_MEMORY))
}

function watchArrays(onLarge: (bytes: number) => void): void {
  const Native = globalThis.Uint8Array
  globalThis.Uint8Array = new Proxy(Native, {
    construct(target, args, newTarget) {
      if (typeof args[0] === 'number' && args[0] > LARGE) onLarge(args[0])
      return Reflect.construct(
        target,
        args,
        newTarget === globalThis.Uint8Array ? Native : newTarget,
      )
    },
  })
}
