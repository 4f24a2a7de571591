/** What pdf.js alone costs: every operator list of every file, nothing read from it. */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { openTask } from '../../src/pdf/read.js'

/** @returns pages, 0 for what cannot be opened */
export async function barePass(bytes: Uint8Array): Promise<number> {
  const task = openTask(bytes)
  try {
    const document = await task.promise
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      await page.getOperatorList({ annotationMode: 0 }).catch(() => {})
      page.cleanup()
    }
    return document.numPages
  } catch {
    return 0
  } finally {
    await task.destroy()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const file of process.argv.slice(2)) await barePass(readFileSync(file))
