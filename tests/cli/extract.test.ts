/** The command line as it is shipped, in a process of its own. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { FileEntry } from '../../schemas/run.js'
import { contentsOf, folderOf } from '../helpers/folder.js'
import { kemu, MAIN } from '../helpers/kemu.js'
import { hasDisks, onSmallDisk } from '../helpers/small-disk.js'

const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url))
const sample = (name: string) => readFileSync(path.join(SAMPLES, `${name}.pdf`))
const merged = sample('hengyang-merged')
const oneColumn = sample('hengyang-one-column')

/** Six different documents: what stands behind the end of a PDF does not change its pages. */
const six = () =>
  folderOf(
    Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [
        `${i % 2 === 0 ? 'a' : 'b'}/${i}.pdf`,
        Buffer.concat([i % 2 === 0 ? merged : oneColumn, Buffer.from(`%${i}\n`)]),
      ]),
    ),
  )

test('the same bytes on every run and for every --jobs', { timeout: 120_000 }, async () => {
  const input = six()
  const run = async (jobs: string) => {
    const out = folderOf()
    const { code, stdout } = await kemu(['extract', input, '-o', out, '--jobs', jobs, '--quiet'])
    expect(code).toBe(0)
    expect(stdout.trim().split('\n')).toHaveLength(19)
    return contentsOf(out)
  }
  const one = await run('1')
  expect(Object.keys(one)).toHaveLength(19)
  // The clock of a zip file goes in steps of two seconds: the second run is later than one.
  expect(await run('3')).toEqual(one)
})

test('killed at any moment, a run goes on and ends as if it had not been', {
  timeout: 180_000,
}, async () => {
  const input = six()
  const [out, whole] = [folderOf(), folderOf()]
  const args = ['extract', input, '--jobs', '2', '-o']
  await kemu([...args, whole])
  for (const files of [1, 5, 9]) {
    const { signal } = await kemu([...args, out], (child, stdout) => {
      if (stdout().split('\n').length > files) child.kill('SIGKILL')
    })
    expect(signal).toBe('SIGKILL')
    expect(readdirSync(out)).not.toContain('run.json')
  }
  const { code, stderr } = await kemu([...args, out])
  expect(code).toBe(0)
  // Of ten files in place six at most belong to the two documents that were in flight.
  expect(stderr).toMatch(/[2-6] unchanged/)
  expect(contentsOf(out)).toEqual(contentsOf(whole))
  expect(readdirSync(path.join(out, '.kemu'))).toEqual(['inputs.json', 'journal.jsonl'])
})

test('Ctrl-C stops cleanly: whole files only, 130, and the next run goes on', async () => {
  const input = six()
  const out = folderOf()
  const args = ['extract', input, '-o', out, '--jobs', '2']
  const { code, stderr } = await kemu(args, (child) => child.killed || child.kill('SIGINT'))
  expect(code).toBe(130)
  expect(stderr).toMatch(/stopped: give the same command again/)
  expect(readdirSync(path.join(out, '.kemu'))).toEqual(['journal.jsonl'])
  for (const [name, text] of Object.entries(contentsOf(out)))
    if (name.endsWith('.json')) expect(() => JSON.parse(text)).not.toThrow()
  expect((await kemu(args)).stderr).toMatch(/unchanged/)
})

test('a second run in the folder of one at work is refused, and harms nothing', async () => {
  const input = six()
  const out = folderOf()
  const args = ['extract', input, '-o', out, '--jobs', '1']
  let second: ReturnType<typeof kemu> | undefined
  const first = await kemu(args, () => {
    second ??= kemu(args)
  })
  expect(await second).toMatchObject({ code: 2, stderr: expect.stringMatching(/another run/) })
  expect(first).toMatchObject({ code: 0, stderr: expect.stringMatching(/6 files, 0 failed/) })
})

test('a reader that goes away does not end the run', async () => {
  const input = six()
  const out = folderOf()
  const { code } = await kemu(['extract', input, '-o', out], (child) => {
    child.stdout?.destroy()
    child.stderr?.destroy()
  })
  expect(code).toBe(0)
  expect(readdirSync(out)).toContain('run.json')
})

test('a terminal that is closed stops the run like Ctrl-C', async () => {
  const args = ['extract', six(), '-o', folderOf(), '--jobs', '1']
  const { code, stderr } = await kemu(args, (child) => child.killed || child.kill('SIGHUP'))
  expect([code, stderr]).toEqual([129, expect.stringMatching(/stopped/)])
})

test('what a crawler brings home has an outcome by name', async () => {
  const input = folderOf({
    'zero.pdf': '',
    'page.pdf': '<!DOCTYPE html><html></html>',
    'archive.pdf': Buffer.from('PK\u0003\u0004rest', 'latin1'),
    'rar.pdf': Buffer.from('Rar!\u001a\u0007\u0000rest', 'latin1'),
    'cut.pdf': merged.subarray(0, merged.length / 8),
    'GOOD.PDF': oneColumn,
    'x\u001b[31m名 字😀\n.pdf': oneColumn,
  })
  const out = folderOf()
  const { code, stderr } = await kemu(['extract', input, '-o', out, '--log', 'json'])
  expect(code).toBe(1)
  const events = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const entries = events.filter(({ event }) => event === 'file') as FileEntry[]
  expect(Object.fromEntries(entries.map(({ file, status }) => [file, status]))).toEqual({
    'zero.pdf': 'not_pdf',
    'page.pdf': 'not_pdf',
    'archive.pdf': 'not_pdf',
    'rar.pdf': 'not_pdf',
    'cut.pdf': 'damaged',
    'GOOD.PDF': 'review',
    'x\u001b[31m名 字😀\n.pdf': 'review',
  })
  expect(events.at(-1)).toMatchObject({ event: 'end', totals: { files: 7, failed: 5 } })
  const text = (await kemu(['extract', input, '-o', out])).stderr
  expect(text).toMatch(/✗ page\.pdf: .*HTML/)
  expect(text).not.toContain('\u001b')
})

test.each([
  [['--jobs', '0'], /--jobs 0/],
  [['--timeout', 'x'], /--timeout x/],
  [['--memory', '1'], /--memory 1: give a number from 256/],
  [['--shard', '17/16'], /--shard 17\/16/],
  [['--log', 'xml'], /--log xml/],
])('%s is said before any work', async (args, message) => {
  const { code, stderr } = await kemu(['extract', SAMPLES, '-o', folderOf(), ...args])
  expect([code, stderr]).toEqual([2, expect.stringMatching(message)])
})

test.skipIf(!hasDisks)('a full disk stops the run and says so; what is done is done', async () => {
  const input = six()
  const root = folderOf({ 'kept/.x': '', 'disk/.x': '' })
  const command = [process.execPath, MAIN, 'extract', input, '-o', 'out', '--jobs', '1']
  const [code, stderr] = await onSmallDisk('7000k', root, command)
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/the disk of out is full, [1-5] files are done: make room/),
  ])
  const out = path.join(root, 'kept')
  expect(readdirSync(out)).not.toContain('run.json')
  const { stderr: again } = await kemu(['extract', input, '-o', out])
  expect(again).toMatch(/[1-5] unchanged/)
  const whole = folderOf()
  await kemu(['extract', input, '-o', whole])
  expect(contentsOf(out)).toEqual({ ...contentsOf(whole), '.x': '' })
})
