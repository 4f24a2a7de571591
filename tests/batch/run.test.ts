import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { FileEntry, Run } from '../../schemas/run.js'
import { hash } from '../../src/batch/journal.js'
import { planJobs } from '../../src/batch/plan.js'
import { exitCode, type RunOptions, runJobs } from '../../src/batch/run.js'
import { contentsOf, folderOf, put } from '../helpers/folder.js'

const WORKER = new URL('./workers/fake.mjs', import.meta.url)

/** Runs a folder into its own `out`; gives what happened to each file. */
async function run(input: string, options: Partial<RunOptions> = {}) {
  const out = options.out ?? `${input}-out`
  const read: string[] = []
  const result = await runJobs(planJobs([input]), {
    out,
    formats: ['json', 'xml'],
    version: '0',
    build: 'b',
    worker: WORKER,
    jobs: 2,
    limits: { timeout: 30, memory: 512 },
    events: { entry: ({ file }, _, reused) => !reused && read.push(file) },
    ...options,
  })
  const file = path.join(out, 'run.json')
  const written = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Run) : null
  const entry = (name: string) => written?.files.find((each) => each.file === name) as FileEntry
  return { ...result, out, read: read.toSorted(), written, entry }
}

test.each([
  ['loop', 'timeout', 'timeout', /--timeout/, { timeout: 6, memory: 512 }],
  ['heap', 'too_large', 'too_much_memory', /--memory/, { timeout: 30, memory: 420 }],
  ['buffers', 'too_large', 'too_much_memory', /--memory/, { timeout: 30, memory: 420 }],
  ['background', 'too_large', 'too_much_memory', /--memory/, { timeout: 30, memory: 420 }],
  ['exit', 'crashed', 'crashed', /code 3.*report it/, { timeout: 30, memory: 512 }],
  ['abort', 'crashed', 'crashed', /SIGABRT.*report it/, { timeout: 30, memory: 512 }],
  ['limit', 'too_large', 'too_many_pages', /pages/, { timeout: 30, memory: 512 }],
  ['long', 'too_large', 'too_long_text', /simpler/, { timeout: 30, memory: 512 }],
  ['throw', 'failed', 'TypeError', /report it/, { timeout: 30, memory: 512 }],
  ['contract', 'failed', 'ZodError', /status/, { timeout: 30, memory: 512 }],
])('a file that makes its worker %s costs itself only', async (act, status, code, message, limits) => {
  const input = folderOf({ 'bad.pdf': act, 'a.pdf': 'a', 'b/c.pdf': 'sleep 20', 'z.pdf': 'z' })
  for (const jobs of [1, 2]) {
    const { totals, entry, out } = await run(input, { limits, jobs, out: `${input}-${jobs}` })
    expect(entry('bad.pdf')).toMatchObject({
      status,
      error: { code, message: expect.stringMatching(message) },
    })
    expect(totals).toMatchObject({ files: 4, failed: 1, statuses: { no_tables: 3, [status]: 1 } })
    expect(Object.keys(contentsOf(out))).toEqual([
      'a.json',
      'a.xml',
      'b/c.json',
      'b/c.xml',
      'run.json',
      'z.json',
      'z.xml',
    ])
    expect(exitCode(totals, false)).toBe(1)
  }
})

test('a document that needs more than a worker may have is read again, alone, with all there is', async () => {
  const input = folderOf({ 'a.pdf': 'a', 'big.pdf': 'fill 230', 'z.pdf': 'z' })
  const { entry, totals } = await run(input, { limits: { timeout: 60, memory: 800 } })
  expect(entry('big.pdf')).toMatchObject({ status: 'no_tables', error: null })
  expect(totals).toMatchObject({ files: 3, failed: 0 })
  const within = { limits: { timeout: 60, memory: 420 }, out: `${input}-within` }
  expect((await run(input, within)).totals).toMatchObject({ failed: 1, statuses: { too_large: 1 } })
})

test('who waits to be read alone is not on the clock', { timeout: 120_000 }, async () => {
  const input = folderOf({
    'a.pdf': 'fill 230 7000 a',
    'b.pdf': 'fill 230 7000 b',
    'c.pdf': 'fill 230 7000 c',
  })
  const { totals } = await run(input, { jobs: 3, limits: { timeout: 20, memory: 800 } })
  expect(totals).toMatchObject({ files: 3, failed: 0 })
})

describe('what a killed run had in flight', () => {
  const input = () => folderOf({ 'a.pdf': 'a', 'b.pdf': 'b', 'c.pdf': 'c' })
  const flight = (name: string) => hash(JSON.stringify([hash(name), '0', 'b']))
  const killed = (lines: object[]) =>
    folderOf({ '.kemu/journal.jsonl': lines.map((line) => `${JSON.stringify(line)}\n`).join('') })

  test('is read last', async () => {
    const out = killed([{ started: flight('a'), alone: false }])
    const order: string[] = []
    const entry = ({ file }: FileEntry) => order.push(file)
    const { totals } = await run(input(), { out, jobs: 1, events: { entry } })
    expect([order, totals.failed]).toEqual([['b.pdf', 'c.pdf', 'a.pdf'], 0])
  })

  test('is set aside where three runs ended over it alone, and read again by the next', async () => {
    const alone = { started: flight('a'), alone: true }
    const folder = input()
    const twice = await run(folder, { out: killed([alone, alone]) })
    expect(twice.totals.failed).toBe(0)
    const out = killed([alone, alone, alone])
    const { entry, totals } = await run(folder, { out })
    expect(entry('a.pdf')).toMatchObject({ status: 'crashed', error: { code: 'crashed' } })
    expect(totals.failed).toBe(1)
    expect((await run(folder, { out })).totals.failed).toBe(0)
  })

  test('is like any other once it has ended, whatever the journal says beside', async () => {
    const lines = [{ started: flight('a'), alone: true }, { ended: flight('a') }, { started: 7 }]
    const order: string[] = []
    const entry = ({ file }: FileEntry) => order.push(file)
    await run(input(), { out: killed(lines), jobs: 1, events: { entry } })
    expect(order[0]).toBe('a.pdf')
  })
})

test('where no worker can start the run ends and says so', async () => {
  const input = folderOf({ 'a.pdf': 'a', 'b.pdf': 'b', 'c.pdf': 'c', 'd.pdf': 'd' })
  const worker = new URL('./workers/broken.mjs', import.meta.url)
  await expect(run(input, { worker })).rejects.toThrow(/no worker can start.*missing\.mjs.*install/)
})

test('a worker that is killed while it starts costs nothing', async () => {
  const input = folderOf({ 'a.pdf': 'a', 'b.pdf': 'b' })
  vi.stubEnv('KEMU_TEST_KILLED', path.join(folderOf({}), 'killed'))
  const worker = new URL('./workers/killed-once.mjs', import.meta.url)
  const { totals } = await run(input, { worker, jobs: 1 })
  vi.unstubAllEnvs()
  expect(totals).toMatchObject({ files: 2, failed: 0 })
})

test('unchanged inputs are not read again; changed, failed and lost ones are', async () => {
  const input = folderOf({
    'a.pdf': 'a',
    'b.pdf': 'b',
    'c.pdf': 'c',
    'd.pdf': 'throw',
    'e.pdf': 'e',
  })
  const first = await run(input)
  expect(first.read).toEqual(['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf', 'e.pdf'])
  expect((await run(input)).read).toEqual(['d.pdf'])
  put(input, 'b.pdf', 'b2')
  rmSync(path.join(first.out, 'c.xml'))
  writeFileSync(path.join(first.out, 'e.json'), '{}')
  const again = await run(input)
  expect(again.read).toEqual(['b.pdf', 'c.pdf', 'd.pdf', 'e.pdf'])
  expect(again.reused).toBe(1)
  const afresh = await run(input, { out: `${input}-afresh` })
  expect(contentsOf(again.out)).toEqual(contentsOf(afresh.out))
})

test('outputs of what an input held before do not stand beside its failure', async () => {
  const input = folderOf({ 'a.pdf': 'a', 'b.pdf': 'b' })
  const { out } = await run(input)
  put(out, 'b.csv', 'of somebody else')
  put(input, 'a.pdf', 'throw')
  put(input, 'b.pdf', 'throw it as well')
  await run(input)
  expect(Object.keys(contentsOf(out))).toEqual(['b.csv', 'run.json'])
})

test.each([
  ['formats', { formats: ['json'] }],
  ['the version', { version: '1' }],
  ['the build', { build: 'c' }],
  ['--force', { force: true }],
] as [string, Partial<RunOptions>][])('%s make inputs be read again', async (_, options) => {
  const input = folderOf({ 'a.pdf': 'a' })
  await run(input)
  expect((await run(input, options)).read).toEqual(['a.pdf'])
})

test('the same bytes are read once, written for each, and told', async () => {
  const input = folderOf({ 'a.pdf': 'same', 'b/a.pdf': 'same', 'c.pdf': 'other' })
  const { entry, out } = await run(input, { jobs: 1 })
  expect(entry('a.pdf').duplicateOf).toBeUndefined()
  expect(entry('b/a.pdf')).toMatchObject({ duplicateOf: 'a.pdf', status: 'no_tables' })
  const document = (name: string) => JSON.parse(readFileSync(path.join(out, name), 'utf8'))
  expect(document('b/a.json')).toEqual({
    ...document('a.json'),
    source: { ...document('a.json').source, file: 'b/a.pdf' },
  })
  rmSync(path.join(input, 'a.pdf'))
  const later = await run(input)
  expect([later.read, later.entry('b/a.pdf').duplicateOf]).toEqual([[], undefined])
})

test.skipIf(process.getuid?.() === 0)('a file that may not be opened is named', async () => {
  const input = folderOf({ 'a.pdf': 'a', 'b.pdf': 'b' })
  chmodSync(path.join(input, 'b.pdf'), 0)
  expect((await run(input)).entry('b.pdf').error).toMatchObject({ code: 'unreadable' })
})

test('outputs that a link would carry away are an error of their own', async () => {
  const input = folderOf({ 'b/a.pdf': 'a', 'z.pdf': 'z' })
  const out = folderOf()
  const elsewhere = folderOf()
  symlinkSync(elsewhere, path.join(out, 'b'))
  const { entry } = await run(input, { out })
  expect(entry('b/a.pdf').error).toMatchObject({ code: 'unwritable' })
  expect(entry('z.pdf').error).toBeNull()
  expect(contentsOf(elsewhere)).toEqual({})
})

describe('links that stand in the output folder', () => {
  const elsewhere = () => folderOf({ 'kept.txt': 'kept', 'b/kept.txt': 'kept' })
  const planted = (links: Record<string, string>, outside: string) => {
    const out = folderOf()
    for (const [name, to] of Object.entries(links)) {
      mkdirSync(path.dirname(path.join(out, name)), { recursive: true })
      symlinkSync(path.join(outside, to), path.join(out, name))
    }
    return out
  }

  test.each([
    ['.kemu', 'b'],
    ['.kemu/journal.jsonl', 'kept.txt'],
  ])('%s ends the run before any work', async (name, to) => {
    const outside = elsewhere()
    const out = planted({ [name]: to }, outside)
    await expect(run(folderOf({ 'a.pdf': 'a' }), { out })).rejects.toThrow(/remove it/)
    expect(contentsOf(outside)).toEqual({ 'b/kept.txt': 'kept', 'kept.txt': 'kept' })
    expect(readdirSync(out)).toEqual(['.kemu'])
  })

  test('files are replaced, folders are refused, and nothing outside is touched', async () => {
    const outside = elsewhere()
    const out = planted(
      {
        'run.json': 'kept.txt',
        'run.json.part': 'kept.txt',
        'a.json': 'kept.txt',
        'a.xml': 'new.txt',
        taxonomy: 'b',
        '.kemu/lock': 'kept.txt',
        '.kemu/parts': 'b',
      },
      outside,
    )
    const { entry, totals } = await run(folderOf({ 'a.pdf': 'a', 'c/d.pdf': 'd' }), { out })
    expect(contentsOf(outside)).toEqual({ 'b/kept.txt': 'kept', 'kept.txt': 'kept' })
    expect(entry('a.pdf').error).toMatchObject({ message: expect.stringMatching(/a link leads/) })
    expect(totals.failed).toBe(2)
    expect(existsSync(path.join(out, 'a.json'))).toBe(false)
  })

  test('a file of the taxonomy is replaced, one for all folders', async () => {
    const outside = elsewhere()
    const out = planted({ 'taxonomy/kemu.xsd': 'kept.txt' }, outside)
    const { totals } = await run(folderOf({ 'a.pdf': 'a', 'c/d.pdf': 'd' }), { out })
    expect(contentsOf(outside)).toEqual({ 'b/kept.txt': 'kept', 'kept.txt': 'kept' })
    expect(totals.failed).toBe(0)
    expect(existsSync(path.join(out, 'c/taxonomy'))).toBe(false)
  })
})

test('an input of which one output has no place leaves none', async () => {
  const out = folderOf({ 'a.xml/kept': '' })
  const { entry } = await run(folderOf({ 'a.pdf': 'a', 'b.pdf': 'b' }), { out })
  expect([entry('a.pdf').error?.code, entry('b.pdf').error]).toEqual(['unwritable', null])
  expect(Object.keys(contentsOf(out))).toEqual(['a.xml/kept', 'b.json', 'b.xml', 'run.json'])
})

test('a stop abandons what is in flight; the next run goes on and ends alike', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => [`${i}.pdf`, `sleep 300 ${i}`]),
  )
  const input = folderOf(files)
  const stop = new AbortController()
  let done = 0
  const entry = () => ++done === 3 && stop.abort()
  const stopped = await run(input, { stop: stop.signal, events: { entry } })
  expect(stopped.interrupted).toBe(true)
  expect(stopped.written).toBeNull()
  const { files: count } = stopped.totals
  expect(count).toBeGreaterThanOrEqual(3)
  expect(count).toBeLessThan(8)
  const resumed = await run(input)
  expect(resumed.reused).toBe(count)
  expect(contentsOf(resumed.out)).toEqual(contentsOf((await run(input, { out: `${input}-2` })).out))
})

test('an output folder that is removed ends the run, and the next one is like any other', async () => {
  const input = folderOf({ 'a.pdf': 'a', 'b.pdf': 'b', 'c.pdf': 'c' })
  const out = `${input}-out`
  const entry = () => rmSync(out, { recursive: true })
  await expect(run(input, { jobs: 1, events: { entry } })).rejects.toThrow(/was removed or moved/)
  expect((await run(input)).totals).toMatchObject({ files: 3, failed: 0 })
})

test('sources that disappear between listing and reading are named', async () => {
  const input = folderOf({ 'a.pdf': 'a', 'b.pdf': 'b' })
  const plan = planJobs([input])
  rmSync(path.join(input, 'a.pdf'))
  const entries: FileEntry[] = []
  await runJobs(plan, {
    out: `${input}-out`,
    formats: ['json'],
    version: '0',
    build: 'b',
    worker: WORKER,
    jobs: 1,
    limits: { timeout: 30, memory: 512 },
    events: { entry: (entry) => entries.push(entry) },
  })
  expect(entries.map(({ file, error }) => [file, error?.code])).toEqual([
    ['a.pdf', 'unreadable'],
    ['b.pdf', undefined],
  ])
})
