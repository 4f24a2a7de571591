/**
 * Bounds what a worker holds outside the JavaScript heap.
 *
 * `resourceLimits` bounds the heap only, and a stream that swells when unpacked
 * lands in array buffers. pdf.js unpacks in two ways: in one go into arrays that
 * double, where nothing else runs until it is done, so large arrays are asked
 * about as they are made; and in the background, where a timer looks.
 */
export class TooMuchMemory extends Error {
  readonly code = 'too_much_memory'
}

/** Arrays below this are not worth a look. */
const LARGE = 2 ** 22
const EVERY_MS = 100

/** For a worker thread: what breaks the bound ends the thread, with TooMuchMemory as its error. */
export function guardMemory(megabytes: number): void {
  const limit = megabytes * 2 ** 20
  const end = () => {
    throw new TooMuchMemory(`more than ${megabytes} MB`)
  }
  const over = (more: number) => process.memoryUsage().arrayBuffers + more > limit
  setInterval(() => over(0) && end(), EVERY_MS).unref()
  watchArrays((bytes) => {
    if (!over(bytes)) return
    // pdf.js catches what its streams throw and goes on: the thread must end all the same.
    setImmediate(end)
    end()
  })
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
