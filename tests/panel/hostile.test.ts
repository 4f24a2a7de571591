/** One file never keeps a folder from its panel, and nothing that stands in the panel's folder leads out of it. */
import { execFileSync } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import type { BudgetDocument } from '../../schemas/document.js'
import { document, table } from '../helpers/document.js'
import { contentsOf, folderOf, put } from '../helpers/folder.js'
import { build, query } from '../helpers/panel.js'

const WORKER = new URL('../../dist/src/panel/convert.js', import.meta.url)

function documentOf(n: number): BudgetDocument {
  const sha256 = n.toString(16).padStart(8, '0').repeat(8)
  return document([table()], { source: { file: `${n}.pdf`, sha256, pages: 1, producer: null } })
}

function changed(n: number, change: (copy: BudgetDocument) => void): string {
  const copy = structuredClone(documentOf(n))
  change(copy)
  return JSON.stringify(copy)
}

const HOSTILE: Record<string, (root: string) => void> = {
  'a text of 3 MB': (root) =>
    put(
      root,
      'bad.json',
      changed(7, ({ tables }) => {
        tables[0].rows[0].name = '名'.repeat(1_000_000)
      }),
    ),
  'a year beyond 32 bits': (root) =>
    put(
      root,
      'bad.json',
      changed(7, ({ report }) => {
        report.fiscalYear = 2 ** 40
      }),
    ),
  'a row of too many texts': (root) =>
    put(
      root,
      'bad.json',
      changed(7, ({ tables }) => {
        tables[0].notes = Array.from({ length: 40 }, () => 'n'.repeat(60_000))
      }),
    ),
  'a link to nothing': (root) => symlinkSync('nowhere.json', path.join(root, 'bad.json')),
  'links in a circle': (root) => symlinkSync('bad.json', path.join(root, 'bad.json')),
  'a pipe': (root) => execFileSync('mkfifo', [path.join(root, 'bad.json')]),
  'half a document': (root) => put(root, 'bad.json', changed(7, () => {}).slice(0, -40)),
  'a hash that begins like another': (root) =>
    put(
      root,
      'bad.json',
      changed(2, ({ source }) => {
        source.sha256 = `${source.sha256.slice(0, 16)}${'f'.repeat(48)}`
      }),
    ),
}

const folder = () =>
  folderOf({ 'a.json': JSON.stringify(documentOf(1)), 'b.json': JSON.stringify(documentOf(2)) })

test.each(Object.entries(HOSTILE))('%s is told of, and the others are read', async (_, plant) => {
  const [root, out] = [folder(), folderOf()]
  plant(root)
  for (const read of [2, 0]) {
    const result = await build(root, out)
    expect(result.failed.length).toBe(1)
    expect([result.failed[0].error.length > 10, result.read]).toEqual([true, read])
  }
  expect(await query(out, 'SELECT count(*) FROM documents')).toEqual([['2']])
})

test('characters that no page prints are kept out of the way', async () => {
  const [root, out] = [folder(), folderOf()]
  const odd = '\0\ud800"\r\n,\u2028\u001b'
  put(
    root,
    'c.json',
    changed(3, ({ tables }) => {
      tables[0].rows[0].name = odd
      tables[0].title = odd
    }),
  )
  expect((await build(root, out)).failed).toEqual([])
  expect(await query(out, 'SELECT count(*) FROM documents')).toEqual([['3']])
})

/** A second may pass over a sound document where a machine is busy: it has three goes. */
/** The converter, but for one document that it never comes back from. */
const STUCK = `import convert from ${JSON.stringify(WORKER.href)}
const forever = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
export default (task) => (task.file === 'slow.json' ? forever() : convert(task))`

test('a document that takes too long ends alone', { timeout: 60_000 }, async () => {
  const files = Array.from({ length: 30 }, (_, i) => [`${i}.json`, JSON.stringify(documentOf(i))])
  const root = folderOf(Object.fromEntries(files))
  put(root, 'slow.json', JSON.stringify(documentOf(99)))
  const worker = pathToFileURL(path.join(folderOf({ 'stuck.mjs': STUCK }), 'stuck.mjs'))
  const result = await build(root, folderOf(), { worker, timeout: 6 })
  expect(result.failed.map(({ file, error }) => [file, error])).toEqual([
    ['slow.json', expect.stringMatching(/not converted within 6 s.*--timeout/)],
  ])
  expect(result.read).toBe(30)
})

test.each([
  '{"key":',
  'null',
  '{"key":"x","files":{"../../x":1}}',
  '{"key":7}',
])('notes of %s count as absent', async (text) => {
  const [root, out] = [folder(), folderOf()]
  await build(root, out)
  put(out, '.kemu/published.json', text)
  expect((await build(root, out)).unchanged).toBe(false)
  expect((await build(root, out)).unchanged).toBe(true)
})

test('links and pipes in the folder of the panel are replaced, and lead nowhere', async () => {
  const [root, out] = [folder(), folderOf()]
  const outside = folderOf({ 'kept.txt': 'kept', 'b/kept.txt': 'kept' })
  const kept = path.join(outside, 'kept.txt')
  mkdirSync(path.join(out, '.kemu'))
  const names = ['facts.csv', 'codebook.md', 'panel.duckdb', 'documents.parquet']
  const own = ['store.duckdb', 'store.duckdb.wal', 'facts-0.csv', 'facts.csv', 'published.json']
  for (const name of [...names, ...own.map((each) => `.kemu/${each}`)])
    symlinkSync(kept, path.join(out, name))
  symlinkSync(path.join(outside, 'b'), path.join(out, '.kemu', 'temp'))
  linkSync(kept, path.join(out, 'quality.md'))
  await build(root, out, { bom: true })
  expect(contentsOf(outside)).toEqual({ 'b/kept.txt': 'kept', 'kept.txt': 'kept' })
  expect(readFileSync(path.join(out, 'quality.md'), 'utf8')).not.toBe('kept')
})

test('a folder of its own that is a link is refused', async () => {
  const [root, out, outside] = [folder(), folderOf(), folderOf()]
  symlinkSync(outside, path.join(out, '.kemu'))
  await expect(build(root, out)).rejects.toThrow(/a link leads from \.kemu/)
  expect(contentsOf(outside)).toEqual({})
})

test('one panel at a time is made in a folder', async () => {
  const [root, out] = [folder(), folderOf()]
  const both = await Promise.allSettled([build(root, out), build(root, out)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(existsSync(path.join(out, '.kemu', 'lock'))).toBe(false)
})

test('text that a spreadsheet would run is guarded, full width too; figures are not', async () => {
  const texts = [
    '=1+1',
    '＝1+1',
    '＋cmd',
    '－cmd',
    '＠x',
    ' =1',
    '\t=1',
    '-',
    '－',
    '-12.5',
    '－12.5',
    'a=1',
  ]
  const out = folderOf()
  const root = folderOf()
  for (const [i, text] of texts.entries())
    writeFileSync(
      path.join(root, `${i}.json`),
      changed(i, ({ tables }) => {
        tables[0].title = text
      }),
    )
  await build(root, out, { bom: true, formats: ['csv'] })
  const csv = readFileSync(path.join(out, 'tables.csv'), 'utf8')
  for (const text of texts.slice(0, 7)) expect(csv).toContain(`'${text}`)
  for (const text of texts.slice(7)) expect(csv).not.toContain(`,'${text},`)
})
