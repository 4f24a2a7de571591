import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inShard, type Shard } from '../../src/batch/content.js'
import { mergeRuns } from '../../src/batch/merge.js'
import { planJobs } from '../../src/batch/plan.js'
import { type RunOptions, runJobs } from '../../src/batch/run.js'
import { OutputFolder } from '../../src/files/folder.js'
import { lock } from '../../src/files/lock.js'
import { contentsOf, folderOf, put } from '../helpers/folder.js'

const WORKER = new URL('./workers/fake.mjs', import.meta.url)

async function run(input: string, shard: Shard | null, options: Partial<RunOptions> = {}) {
  const out = folderOf()
  await runJobs(planJobs([input]), {
    out,
    formats: ['json'],
    version: '0',
    build: 'b',
    worker: WORKER,
    jobs: 1,
    limits: { timeout: 30, memory: 512 },
    shard,
    ...options,
  })
  return out
}

const corpus = () =>
  folderOf({
    ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.pdf`, `text ${i}`])),
    'b/same.pdf': 'text 3',
    'b/bad.pdf': 'throw',
  })
const parts = (input: string, count: number, options?: Partial<RunOptions>) =>
  Promise.all(Array.from({ length: count }, (_, i) => run(input, { index: i + 1, count }, options)))

test('every content falls in one shard', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 48 - 1 }),
      fc.integer({ min: 1, max: 99 }),
      (n, count) => {
        const sha = n.toString(16).padStart(12, '0').padEnd(64, '0')
        const shards = Array.from({ length: count }, (_, i) => ({ index: i + 1, count }))
        expect(shards.filter((shard) => inShard(sha, shard))).toHaveLength(1)
      },
    ),
  )
})

test('parts joined are the run of the whole, and nothing of it is read again', async () => {
  const input = corpus()
  const whole = await run(input, null)
  const out = folderOf()
  await mergeRuns(await parts(input, 3), out, false)
  expect(contentsOf(out)).toEqual(contentsOf(whole))
  const read: string[] = []
  const entry: NonNullable<RunOptions['events']>['entry'] = ({ file }, _, reused) => {
    if (!reused) read.push(file)
  }
  await run(input, null, { out, events: { entry } })
  expect(read).toEqual(['b/bad.pdf'])
})

test.each([
  [
    'another version',
    (input: string) => run(input, { index: 2, count: 2 }, { version: '1' }),
    /version 0.*version 1/,
  ],
  [
    'another build',
    (input: string) => run(input, { index: 2, count: 2 }, { build: 'c' }),
    /\(b\).*\(c\)/,
  ],
  [
    'other formats',
    (input: string) => run(input, { index: 2, count: 2 }, { formats: ['xml'] }),
    /formats/,
  ],
  ['a missing part', (input: string) => run(input, { index: 1, count: 2 }), /2\/2 is missing/],
])('%s is refused, unless forced', async (_, second, message) => {
  const input = corpus()
  const runs = [await run(input, { index: 1, count: 2 }), await second(input)]
  await expect(mergeRuns(runs, folderOf(), false)).rejects.toThrow(message)
  const totals = await mergeRuns(runs, folderOf(), true)
  expect(totals.files).toBeGreaterThan(0)
})

test('a run that did not end is refused, and so is a run as its own output', async () => {
  const input = corpus()
  const [one, two] = await parts(input, 2)
  await expect(mergeRuns([one, two], one, false)).rejects.toThrow(/one of the runs/)
  rmSync(path.join(two, 'run.json'))
  await expect(mergeRuns([one, two], folderOf(), true)).rejects.toThrow(/did not end/)
})

test('what a part has no more is no part of the whole; what is lost is named', async () => {
  const input = folderOf({ 'a.pdf': 'a', 'b.pdf': 'b' })
  const part = await run(input, null)
  rmSync(path.join(input, 'b.pdf'))
  await run(input, null, { out: part })
  const out = folderOf()
  await mergeRuns([part], out, false)
  expect(Object.keys(contentsOf(out))).toEqual(['a.json', 'run.json'])
  rmSync(path.join(part, 'a.json'))
  await expect(mergeRuns([part], folderOf(), false)).rejects.toThrow(/a\.json is missing.*again/)
})

test('one file with two contents is refused', async () => {
  const [a, b] = [folderOf({ 'x.pdf': 'a' }), folderOf({ 'x.pdf': 'b' })]
  const runs = [await run(a, null), await run(b, null)]
  await expect(mergeRuns(runs, folderOf(), false)).rejects.toThrow(/x\.pdf.* differs/)
  const out = folderOf()
  await mergeRuns(runs, out, true)
  expect(readFileSync(path.join(out, 'x.json'), 'utf8')).toBe(
    readFileSync(path.join(runs[1], 'x.json'), 'utf8'),
  )
})

describe('a part is believed no further than its hashes reach', () => {
  const journalOf = (part: string) => path.join(part, '.kemu', 'journal.jsonl')
  const rewrite = (file: string, change: (text: string) => string) =>
    writeFileSync(file, change(readFileSync(file, 'utf8')))
  const secret = folderOf({ 'secret.json': 'text' })

  test.each<[string, (part: string) => void, RegExp]>([
    ['an output that has changed', (part) => put(part, 'a.json', '{}'), /not as its journal says/],
    [
      'an output that is a link',
      (part) => {
        rmSync(path.join(part, 'a.json'))
        symlinkSync(path.join(secret, 'secret.json'), path.join(part, 'a.json'))
      },
      /not as its journal says/,
    ],
    [
      'a folder that is a link',
      (part) => {
        renameSync(path.join(part, 'b'), path.join(secret, 'b'))
        symlinkSync(path.join(secret, 'b'), path.join(part, 'b'))
      },
      /no file of its own/,
    ],
    [
      'an output that is a pipe',
      (part) => {
        rmSync(path.join(part, 'a.json'))
        execFileSync('mkfifo', [path.join(part, 'a.json')])
      },
      /not as its journal says/,
    ],
    [
      'a path that leads out',
      (part) =>
        rewrite(journalOf(part), (text) => text.replace('"path":"a.json', '"path":"../a.json')),
      /a\.pdf is not in the journal/,
    ],
    [
      "a path into the run's own folder",
      (part) =>
        rewrite(journalOf(part), (text) =>
          text.replace('"path":"a.json', '"path":"x/../.kemu/lock'),
        ),
      /a\.pdf is not in the journal/,
    ],
    [
      "another input's output",
      (part) =>
        rewrite(journalOf(part), (text) => text.replace('"path":"a.json', '"path":"c.json')),
      /c\.json is no output of a\.pdf/,
    ],
    [
      'a line without an entry',
      (part) =>
        rewrite(journalOf(part), (text) =>
          text.replace(/"entry":\{"file":"a\.pdf".*?\},"out/, '"entry":null,"out'),
        ),
      /a\.pdf is not in the journal/,
    ],
    [
      'sums that are none',
      (part) => rewrite(journalOf(part), (text) => text.replaceAll('"holds":0', '"holds":"x"')),
      /is not in the journal/,
    ],
    [
      'an entry that the run tells otherwise',
      (part) =>
        rewrite(path.join(part, 'run.json'), (text) => text.replaceAll('"pages":3', '"pages":4')),
      /is not in the journal/,
    ],
    ['no journal', (part) => rmSync(journalOf(part)), /is not in the journal/],
    [
      'a journal that is a link',
      (part) => {
        renameSync(journalOf(part), path.join(secret, 'journal'))
        symlinkSync(path.join(secret, 'journal'), journalOf(part))
      },
      /no file of its own/,
    ],
  ])('%s', async (_, spoil, message) => {
    const part = await run(folderOf({ 'a.pdf': 'a', 'b/c.pdf': 'c' }), null)
    const before = readdirSync(secret).length
    spoil(part)
    const out = folderOf()
    await expect(mergeRuns([part], out, true)).rejects.toThrow(message)
    expect(Object.keys(contentsOf(out))).not.toContain('run.json')
    expect(readdirSync(secret).length - before).toBeLessThanOrEqual(1)
    rmSync(path.join(secret, 'b'), { recursive: true, force: true })
  })

  test('a kind that is called like what every object has counts like any other', async () => {
    const part = await run(folderOf({ 'a.pdf': 'a' }), null)
    const named = (text: string) => text.replaceAll('"tables":{}', '"tables":{"constructor":2}')
    rewrite(path.join(part, 'run.json'), named)
    rewrite(journalOf(part), named)
    expect((await mergeRuns([part], folderOf(), true)).tables).toEqual({ constructor: 2 })
  })

  test('where a run is at work nothing is deleted', async () => {
    const part = await run(folderOf({ 'a.pdf': 'a' }), null)
    const out = folderOf({ 'run.json': 'of an earlier run' })
    const unlock = lock(new OutputFolder(out))
    await expect(mergeRuns([part], out, true)).rejects.toThrow(/another run/)
    unlock()
    expect(readdirSync(out)).toContain('run.json')
  })
})
