/**
 * Errors of a broken file that pdf.js itself lets go.
 *
 * Where the table of a file's objects is wrong, pdf.js gives up what it began,
 * builds the table anew and reads on; promises of the first attempt are left to
 * fail alone, and Node ends the thread for that. The file is read all the same.
 */
const OF_PDFJS = /^(?:\w+Exception|FormatError)$/

/** Passes over them until the function returned is called; every other error is fatal as ever. */
export function ignoreStrays(): () => void {
  const judge = (reason: unknown) => {
    if (!(reason instanceof Error && OF_PDFJS.test(reason.name))) throw reason
  }
  process.on('unhandledRejection', judge)
  return () => {
    process.off('unhandledRejection', judge)
  }
}
