/** What the library says of itself, and what it says to who calls it wrongly. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { libraryText } from '../../scripts/library/page.js'
import { exporters, findings, readDocument } from '../../src/index.js'
import { ROOT } from '../helpers/registry.js'

const SAMPLE = path.join(ROOT, 'samples/hengyang-one-column.pdf')

test('its page is made of its docstrings (npm run library)', () => {
  const page = libraryText(ROOT)
  expect(readFileSync(path.join(ROOT, 'docs/library.md'), 'utf8')).toBe(page)
  for (const name of ['readDocument', 'exporters', 'findings', 'BudgetRow'])
    expect(page).toContain(`\n### ${name}\n`)
})

test('a path, its URL and its bytes are one document', async () => {
  const { document } = await readDocument(SAMPLE)
  expect(document).toMatchObject({ status: 'review', source: { file: 'hengyang-one-column.pdf' } })
  expect((await readDocument(pathToFileURL(SAMPLE))).document).toEqual(document)
  const bytes = readFileSync(SAMPLE)
  const named = { file: 'hengyang-one-column.pdf', bytes }
  expect((await readDocument(named)).document).toEqual(document)
  expect((await readDocument({ ...named, bytes: new Uint8Array(bytes) })).document).toEqual(
    document,
  )
  const [{ suffix, content }] = await exporters.json(document)
  expect([suffix, JSON.parse(content as string)]).toEqual(['.json', document])
  for (const { code, severity } of document.issues) expect(findings[code].severity).toBe(severity)
})

test.each([
  [Buffer.from('%PDF'), /bytes without a name: give \{ file: "budget\.pdf", bytes \}/],
  [new ArrayBuffer(8), /bytes without a name/],
  [5, /not a Number/],
  [undefined, /not undefined/],
  [null, /not null/],
  [{ bytes: Buffer.from('%PDF') }, /its file is undefined/],
  [{ file: 'a.pdf', bytes: '%PDF' }, /its bytes are a String, and should be a Uint8Array/],
  [{ file: 'a.pdf', bytes: new Uint16Array(4) }, /its bytes are a Uint16Array/],
])('%o: what to give is said', async (given, said) => {
  const reading = readDocument(given as unknown as string)
  await expect(reading).rejects.toThrow(TypeError)
  await expect(reading).rejects.toThrow(said)
})

test('a path that leads nowhere is the error of the file system', async () => {
  await expect(readDocument('nowhere.pdf')).rejects.toMatchObject({ code: 'ENOENT' })
})
