/** `kemu merge` as it is shipped, in a process of its own. */
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { contentsOf, folderOf } from '../helpers/folder.js'
import { kemu, MAIN } from '../helpers/kemu.js'
import { hasDisks, onSmallDisk } from '../helpers/small-disk.js'

const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url))

async function halves(): Promise<string[]> {
  const parts = [folderOf(), folderOf()]
  for (const [i, out] of parts.entries())
    await kemu(['extract', SAMPLES, '-o', out, '--shard', `${i + 1}/2`])
  return parts
}

test('halves make the whole', async () => {
  const [out, whole] = [folderOf(), folderOf()]
  await kemu(['extract', SAMPLES, '-o', whole])
  const { code } = await kemu(['merge', ...(await halves()), '-o', out])
  expect(code).toBe(0)
  expect(contentsOf(out)).toEqual(contentsOf(whole))
})

test.each([
  ['{"schema":"kemu/run@1"', /run\.json is no kemu run/],
  ['{"schema":"other"}', /run\.json is no kemu run/],
  ['{"schema":"kemu/run@1","files":3}', /run\.json is no kemu run/],
])('a run.json of %s is named, and nothing is written', async (text, message) => {
  const [first, second] = await halves()
  writeFileSync(path.join(second, 'run.json'), text)
  const out = folderOf()
  const { code, stderr } = await kemu(['merge', first, second, '-o', out])
  expect([code, stderr]).toEqual([2, expect.stringMatching(message)])
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/)
  expect(readdirSync(out)).toEqual([])
})

test.skipIf(!hasDisks)('a full disk is said, and leaves no run.json', async () => {
  const parts = await halves()
  const root = folderOf({ 'kept/.x': '', 'disk/.x': '' })
  const command = [process.execPath, MAIN, 'merge', ...parts, '-o', 'out']
  const [code, stderr] = await onSmallDisk('900k', root, command)
  expect([code, stderr]).toEqual([1, expect.stringMatching(/the disk of out is full: make room/)])
  expect(readdirSync(path.join(root, 'kept'))).not.toContain('run.json')
})
