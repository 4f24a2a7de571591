import { appendFileSync, readFileSync, truncateSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Done } from '../../schemas/journal.js'
import { entryOf } from '../../src/batch/entry.js'
import { hash, Journal, LONGEST_LINE } from '../../src/batch/journal.js'
import { OutputFolder } from '../../src/files/folder.js'
import { document } from '../helpers/document.js'
import { folderOf, put } from '../helpers/folder.js'

const line = (name: string): Done => ({
  key: hash(name),
  entry: { ...entryOf(document(), 1), file: name },
  outputs: [],
})
const fileOf = (folder: string) => path.join(folder, '.kemu', 'journal.jsonl')

function written(folder: string, names: string[]): number {
  const journal = new Journal(new OutputFolder(folder))
  for (const name of names) journal.append(line(name))
  journal.close()
  return readFileSync(fileOf(folder)).length
}

test('wherever a journal is cut, its whole lines are there and the next line is readable', () => {
  const names = ['预算.pdf', 'b.pdf', 'c.pdf']
  const folder = folderOf()
  const size = written(folder, names)
  const whole = readFileSync(fileOf(folder))
  fc.assert(
    fc.property(fc.nat(size), (cut) => {
      put(folder, '.kemu/journal.jsonl', whole)
      truncateSync(fileOf(folder), cut)
      const kept = whole.subarray(0, cut).toString('latin1').split('\n').length - 1
      written(folder, ['d.pdf'])
      const journal = new Journal(new OutputFolder(folder))
      const found = names.map((name) => journal.get(hash(name))?.entry.file ?? null)
      expect(found).toEqual(names.map((name, i) => (i < kept ? name : null)))
      expect(journal.get(hash('d.pdf'))).toEqual(line('d.pdf'))
      journal.close()
    }),
    { numRuns: 60 },
  )
})

test('lines of noise are passed over, and longer journals than one read are read', () => {
  const folder = folderOf()
  written(folder, ['a.pdf'])
  appendFileSync(fileOf(folder), `\n{"key":"${'0'.repeat(64)}", torn\n${'x'.repeat(2 ** 21)}\n`)
  written(folder, ['b.pdf'])
  const journal = new Journal(new OutputFolder(folder))
  expect(journal.get('0'.repeat(64))).toBeNull()
  expect([...journal.lines()].map(({ entry }) => entry.file)).toEqual(['a.pdf', 'b.pdf'])
  journal.close()
})

test('a line without end is cut off, one with an end is passed over, in time that grows with it', () => {
  const folder = folderOf()
  written(folder, ['a.pdf'])
  const long = `{"key":"${'1'.repeat(64)}"${'x'.repeat(12 * LONGEST_LINE)}`
  appendFileSync(fileOf(folder), `${long}\n`)
  const whole = written(folder, ['b.pdf'])
  appendFileSync(fileOf(folder), long)
  const before = process.cpuUsage()
  const journal = new Journal(new OutputFolder(folder))
  expect([...journal.lines()].map(({ entry }) => entry.file)).toEqual(['a.pdf', 'b.pdf'])
  journal.close()
  // 100 MB in seconds: copied from its begin for each part, 300 MB take minutes.
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5)
  expect(readFileSync(fileOf(folder)).length).toBe(whole)
})

test('a document is done while its outputs stand as they were written', async () => {
  const folder = folderOf({ 'a.json': 'text' })
  const journal = new Journal(new OutputFolder(folder))
  const output = { path: 'a.json', bytes: 4, sha256: hash('text') }
  journal.append({ ...line('a.pdf'), outputs: [output] })
  expect(await journal.done(hash('a.pdf'))).toMatchObject({ outputs: [output] })
  put(folder, 'a.json', 'tex2')
  expect(await journal.done(hash('a.pdf'))).toBeNull()
  journal.close()
})
