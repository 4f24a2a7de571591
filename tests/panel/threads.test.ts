/** Documents read in threads, and taken by the store while others are read. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { BudgetDocument } from '../../schemas/document.js'
import { OutputFolder } from '../../src/files/folder.js'
import { readFolder } from '../../src/panel/read.js'
import { Store } from '../../src/panel/store.js'
import { document, table } from '../helpers/document.js'
import { contentsOf, folderOf, put } from '../helpers/folder.js'
import { build, outputs, query } from '../helpers/panel.js'

const WORKER = new URL('../../dist/src/panel/convert.js', import.meta.url)

function documentOf(n: number): BudgetDocument {
  const sha256 = n.toString(16).padStart(8, '0').repeat(8)
  const source = { file: `${n}.pdf`, sha256, pages: 1, producer: null, printedPages: ['7'] }
  return document([table()], { source })
}

/** Forty documents, the last of them twice, a file that is none and one that is broken. */
function folder(): string {
  const documents = Array.from({ length: 40 }, (_, i) => [`${i}.json`, documentOf(i)] as const)
  const root = outputs(Object.fromEntries([...documents, ['again.json', documentOf(39)]]))
  put(root, 'other.json', '{}')
  put(root, 'broken.json', '{')
  return root
}

test('threads and many small commits make the same panel to the byte', async () => {
  const root = folder()
  const [whole, threaded] = [folderOf(), folderOf()]
  const plain = await build(root, whole)
  const result = await build(root, threaded, { worker: WORKER, batch: 5_000 })
  expect(result).toEqual(plain)
  expect(result).toMatchObject({ read: 40, failed: [{ file: 'broken.json' }] })
  const { 'panel.duckdb': _, ...files } = contentsOf(threaded)
  const { 'panel.duckdb': __, ...expected } = contentsOf(whole)
  expect(files).toEqual(expected)
  expect(readdirSync(path.join(threaded, '.kemu')).filter((name) => name.endsWith('.csv'))).toEqual(
    [],
  )
})

test('what a commit took before the run was stopped is not read again', async () => {
  const [root, out] = [folder(), folderOf()]
  const output = new OutputFolder(out)
  const open = () => Store.open(output, output.workFolder(), 'test', 224, 5_000)
  const stopped = await open()
  const whole = stopped.put.bind(stopped)
  let documents = 0
  stopped.put = (...args) => {
    if (++documents > 35) throw new Error('stopped')
    return whole(...args)
  }
  await expect(readFolder(root, stopped, { worker: null, timeout: 60 })).rejects.toThrow('stopped')
  await stopped.close()
  const store = await open()
  const loaded = await store.loaded()
  await store.close()
  expect(loaded.size).toBeGreaterThan(10)
  const { read, kept } = await build(root, out, { batch: 5_000 })
  expect([read, kept]).toEqual([40 - loaded.size, loaded.size])
  expect(await query(out, 'SELECT count(*), count(DISTINCT fact_id) FROM facts')).toEqual([
    ['160', '160'],
  ])
})

test('a run.json that cannot be read is said before any work', async () => {
  const [root, out] = [folder(), path.join(folderOf(), 'panel')]
  for (const text of ['{"schema":"kemu/run@1"', '{"schema":"kemu/run@1","files":3}']) {
    put(root, 'run.json', text)
    await expect(build(root, out)).rejects.toThrow(/run\.json is no kemu run.*extract again/)
  }
  expect(existsSync(out)).toBe(false)
})

test('a fact has the number that its page prints', async () => {
  const out = folderOf()
  await build(outputs({ 'a.json': documentOf(1) }), out)
  expect(await query(out, 'SELECT DISTINCT page, printed_page FROM facts')).toEqual([['1', '7']])
})
