/** Corrections through the server: who may make them, where they are written, and what is said of them. */
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { correctionsSchema } from '../../schemas/corrections.js'
import type { BudgetDocument } from '../../schemas/document.js'
import type { EditState } from '../../src/view/edits.js'
import type { Served } from '../../src/view/server/serve.js'
import { corrected, fileOf, placeOf } from '../helpers/corrections.js'
import { contentsOf, folderOf, put } from '../helpers/folder.js'
import { kemu } from '../helpers/kemu.js'
import { PAGES, postTo, runOf, serveEdited } from '../helpers/view.js'

const open: (() => Promise<void>)[] = []

async function serveRun(out: string, folders: string[] | null = null): Promise<Served> {
  const served = await serveEdited(out, run.pdfs, folders)
  open.push(served.close)
  return served
}

afterAll(async () => {
  for (const close of open) await close()
})

let made: { pdfs: string; out: string }
let run: { pdfs: string; out: string }
let served: Served
let read: BudgetDocument

beforeAll(async () => {
  made = await runOf({ 'b/甲.pdf': PAGES['upright.pdf'] })
  read = JSON.parse(readFileSync(path.join(made.out, 'b/甲.json'), 'utf8'))
}, 60_000)

/** Read once; what a test does to it is its own. */
beforeEach(async () => {
  run = { pdfs: path.join(folderOf(), 'pdfs'), out: folderOf() }
  cpSync(made.pdfs, run.pdfs, { recursive: true })
  cpSync(made.out, run.out, { recursive: true })
  served = await serveRun(run.out)
})

const FILE = 'b/甲.corrections.json'
const at = (part: string, on = served) => `${on.url}b/${encodeURIComponent('甲.pdf')}/${part}`
const post = (body: unknown, more = {}, url = at('corrections.json')) => postTo(url, body, more)

function cellOf(text: string, right: string, who = '甲') {
  const [table] = read.tables
  const [row, column] = table.rows.flatMap(({ id, cells }) =>
    Object.entries(cells).flatMap(([name, cell]) => (cell.text === text ? [[id, name]] : [])),
  )[0]
  const place = placeOf(table, row, column)
  return { what: 'cell' as const, read: text, right, who, why: 'as printed', place }
}
const add = (correction: object) => ({ sha256: read.source.sha256, add: correction })
const kept = (folder = run.pdfs) =>
  correctionsSchema.parse(JSON.parse(readFileSync(path.join(folder, FILE), 'utf8')))
const stateOf = async (on = served): Promise<EditState> =>
  (await fetch(at('corrections.json', on))).json() as Promise<EditState>
const shown = async (on = served): Promise<BudgetDocument> =>
  (await fetch(at('document.json', on))).json() as Promise<BudgetDocument>
const textsOf = ({ tables }: BudgetDocument) =>
  tables[0].rows.flatMap(({ cells }) => Object.values(cells).map(({ text }) => text))

test('a correction is written beside its PDF, shown at once, and puts nothing into the run until it is given again', async () => {
  const before = contentsOf(run.out)
  const began = Date.now()
  const { status, text } = await post(add(cellOf('280.00', '208.00')))
  expect([status, JSON.parse(text)]).toMatchObject([
    200,
    { why: null, isAnew: true, said: [{ isOwn: true, isPending: true, isStale: false }] },
  ])
  const file = kept()
  expect(file).toMatchObject({
    sha256: read.source.sha256,
    corrections: [cellOf('280.00', '208.00')],
  })
  const when = Date.parse(file.corrections[0].when)
  expect(when).toBeGreaterThanOrEqual(began)
  expect(when).toBeLessThanOrEqual(Date.now())
  expect(textsOf(await shown())).toContain('208.00')
  expect(contentsOf(run.out)).toEqual(before)
  const { documents } = (await (await fetch(`${served.url}_/list.json`)).json()) as {
    documents: { edits: object }[]
  }
  expect(documents[0].edits).toEqual({ all: 1, pending: 1, stale: 0 })

  await kemu(['extract', run.pdfs, '-o', run.out, '--format', 'json', '--quiet'])
  const after = await serveRun(run.out)
  expect(await stateOf(after)).toMatchObject({
    isAnew: false,
    gone: 0,
    said: [{ isPending: false }],
  })
  expect(textsOf(await shown(after))).toContain('208.00')
})

test('who says otherwise of the same thing takes back what he said; what is taken back is gone', async () => {
  await post(add(cellOf('280.00', '208.00')))
  await post(add(cellOf('280.00', '280.50')))
  expect(kept().corrections.map(({ right }) => right)).toEqual(['280.50'])
  await post(add(cellOf('32.40', '23.40')))
  const [first, second] = kept().corrections
  const { sha256 } = read.source
  expect((await post({ sha256, remove: first })).status).toBe(200)
  expect((await post({ sha256, remove: first })).status).toBe(409)
  expect(kept().corrections).toEqual([second])
  expect((await post({ sha256, remove: second })).status).toBe(200)
  expect(existsSync(path.join(run.pdfs, FILE))).toBe(false)
  expect(await shown()).toEqual(read)
})

test('of several at a time none is lost', async () => {
  const all = ['280.00', '312.40', '32.40'].map((text) => add(cellOf(text, '1.00')))
  const answers = await Promise.all(all.map((each) => post(each)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(kept().corrections).toHaveLength(3)
})

test('what a run was read with, and nobody says any more, is shown as it was read', async () => {
  await post(add(cellOf('280.00', '208.00')))
  await kemu(['extract', run.pdfs, '-o', run.out, '--format', 'json', '--quiet'])
  rmSync(path.join(run.pdfs, FILE))
  const after = await serveRun(run.out)
  expect(await stateOf(after)).toMatchObject({ gone: 1, said: [], isAnew: true })
  expect(await shown(after)).toEqual(read)
})

describe('who may not', () => {
  const right = () => add(cellOf('280.00', '208.00'))
  const host = () => new URL(served.url).host

  test.each([
    ['another host', () => ({ headers: { host: 'evil.example' } }), 421],
    ['another origin', () => ({ headers: { origin: 'https://evil.example' } }), 403],
    ['no origin', () => ({ headers: { origin: 'null' } }), 403],
    [
      'a page of this machine at another port',
      () => ({ headers: { origin: 'http://127.0.0.1:1' } }),
      403,
    ],
    [
      'another site, as the browser says it',
      () => ({ headers: { 'sec-fetch-site': 'cross-site' } }),
      403,
    ],
    ['a form', () => ({ headers: { 'content-type': 'application/x-www-form-urlencoded' } }), 415],
    ['a text', () => ({ headers: { 'content-type': 'text/plain' } }), 415],
    [
      'another address',
      () => ({ path: `/${'A'.repeat(32)}/b/${encodeURIComponent('甲.pdf')}/corrections.json` }),
      403,
    ],
    ['another way', () => ({ method: 'PUT' }), 405],
  ])('%s', async (_, more, status) => {
    expect((await post(right(), more())).status).toBe(status)
    expect(existsSync(path.join(run.pdfs, FILE))).toBe(false)
  })

  test('localhost is this host too, with its own origin', async () => {
    const other = host().replace('127.0.0.1', 'localhost')
    const headers = { host: other, origin: `http://${other}` }
    expect((await post(right(), { headers })).status).toBe(200)
  })

  test.each([
    ['no JSON', '{"add":', 422],
    ['another JSON', '[]', 422],
    ['more than it may say', () => ({ ...right(), also: 1 }), 422],
    ['too much', () => add({ ...cellOf('280.00', '2'), why: 'x'.repeat(70_000) }), 413],
    ['nobody', () => add({ ...cellOf('280.00', '2'), who: '' }), 422],
    ['no reason', () => add({ ...cellOf('280.00', '2'), why: undefined }), 422],
    ['what is no correction', () => add({ ...cellOf('280.00', '2'), what: 'file' }), 422],
    ['another PDF', () => ({ ...right(), sha256: 'a'.repeat(64) }), 409],
  ])('%s', async (_, body, status) => {
    expect((await post(typeof body === 'function' ? body() : body)).status).toBe(status)
    expect(existsSync(path.join(run.pdfs, FILE))).toBe(false)
  })

  test.each([
    'document.json',
    'source.pdf',
    '',
    '../corrections.json',
    '../../corrections.json',
  ])('nothing else can be changed: %s', async (part) => {
    expect([404, 405]).toContain((await post(right(), {}, at(part))).status)
  })
})

test('a document whose PDF is another one now, or is gone, is not corrected', async () => {
  const pdf = path.join(run.pdfs, 'b/甲.pdf')
  writeFileSync(pdf, PAGES['landscape.pdf'])
  expect((await post(add(cellOf('280.00', '208.00')))).status).toBe(409)
  expect((await stateOf()).why).toBe('changed')
  rmSync(pdf)
  expect((await stateOf()).why).toBe('missing')
})

test('corrections of another PDF of its name are said, are in nobody’s way, and are not written over', async () => {
  const stale = corrected({ ...cellOf('280.00', '1'), what: 'cell' })
  const file = { ...fileOf(read, stale), sha256: 'b'.repeat(64) }
  put(run.pdfs, FILE, JSON.stringify(file))
  expect(await stateOf()).toMatchObject({ said: [{ isStale: true }], trouble: null })
  const { status, text } = await post(add(cellOf('280.00', '208.00')))
  expect([status, text]).toEqual([409, expect.stringContaining('another PDF')])
  expect(kept()).toEqual(file)
  expect((await post({ sha256: read.source.sha256, remove: stale })).status).toBe(200)
  expect((await post(add(cellOf('280.00', '208.00')))).status).toBe(200)
})

test('a file that is none is named, and stays as it is', async () => {
  put(run.pdfs, FILE, '{"schema":')
  expect(await stateOf()).toMatchObject({ why: 'unread', trouble: expect.stringContaining(FILE) })
  expect((await post(add(cellOf('280.00', '208.00')))).status).toBe(409)
  expect(readFileSync(path.join(run.pdfs, FILE), 'utf8')).toBe('{"schema":')
  expect((await shown()).tables).toEqual(read.tables)
})

test('in folders, ours is the first; two who say otherwise are both named, and nothing is written', async () => {
  const [own, others] = [folderOf(), folderOf()]
  put(
    others,
    FILE,
    JSON.stringify(fileOf(read, corrected({ ...cellOf('280.00', '9.00', '乙'), what: 'cell' }))),
  )
  const other = await serveRun(run.out, [own, others])
  const url = at('corrections.json', other)
  const { status, text } = await post(add(cellOf('280.00', '208.00')), {}, url)
  expect([status, text]).toEqual([409, expect.stringMatching(/甲 says "208\.00".*乙 says "9\.00"/)])
  expect(existsSync(path.join(own, FILE))).toBe(false)
  expect((await post(add(cellOf('32.40', '23.40')), {}, url)).status).toBe(200)
  expect(kept(own).corrections).toHaveLength(1)
  expect(kept(others).corrections.map(({ who }) => who)).toEqual(['乙'])
  expect(existsSync(path.join(run.pdfs, FILE))).toBe(false)
  expect(textsOf(await shown(other))).toEqual(expect.arrayContaining(['9.00', '23.40']))
  const [, theirs] = (await stateOf(other)).said
  expect(theirs).toMatchObject({ isOwn: false, correction: { who: '乙' } })
  expect(
    (await post({ sha256: read.source.sha256, remove: theirs.correction }, {}, url)).status,
  ).toBe(409)
  // What is there already is said where it cannot be put in.
  put(
    own,
    FILE,
    JSON.stringify(fileOf(read, corrected({ ...cellOf('280.00', '8.00'), what: 'cell' }))),
  )
  expect((await stateOf(other)).trouble).toMatch(/甲 says "8\.00".*乙 says "9\.00"/)
})

test('nothing is written through a link', async () => {
  const [own, elsewhere] = [folderOf(), folderOf()]
  symlinkSync(elsewhere, path.join(own, 'b'))
  const other = await serveRun(run.out, [own])
  const { status } = await post(add(cellOf('280.00', '208.00')), {}, at('corrections.json', other))
  expect(status).toBe(500)
  expect(existsSync(path.join(elsewhere, '甲.corrections.json'))).toBe(false)
})

test('a run that names a file above its folder leads nowhere', async () => {
  const listed = readFileSync(path.join(run.out, 'run.json'), 'utf8')
  writeFileSync(path.join(run.out, 'run.json'), listed.replaceAll('b/甲.pdf', '../甲.pdf'))
  put(path.dirname(run.pdfs), '甲.pdf', PAGES['upright.pdf'])
  const other = await serveRun(run.out)
  const url = `${other.url}${['..', '甲.pdf', 'corrections.json'].map(encodeURIComponent).join('/')}`
  const { status } = await post(
    add(cellOf('280.00', '208.00')),
    { path: new URL(url).pathname },
    url,
  )
  rmSync(path.join(path.dirname(run.pdfs), '甲.pdf'))
  expect(status).toBeGreaterThanOrEqual(400)
})
