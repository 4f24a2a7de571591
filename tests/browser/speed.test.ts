/**
 * How long a person waits in a real Chromium: for the list of a run, for a document, for its page, for a search in ten
 * thousand. `KEMU_OUT=out npx vitest run tests/browser/speed.test.ts` measures a run of one's own, its gravest and its
 * largest documents; without it, copies of the samples. Walls are printed; what must hold is the thread's own time,
 * since a machine that does something else makes everybody wait.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileEntry, Run } from '../../schemas/run.js'
import type { Served } from '../../src/view/server/serve.js'
import { CHROMIUM, launch } from '../helpers/chromium.js'
import { folderOf } from '../helpers/folder.js'
import { runOf, serveEdited } from '../helpers/view.js'

const SAMPLES = new URL('../../samples/', import.meta.url).pathname
/** Milliseconds that a person may wait, and keystrokes. */
const WAIT = 1000
const KEYSTROKE = 200

interface Cost {
  /** From the beginning of the page, or of the key. */
  wall: number
  /** Of the page's own thread. */
  thread: number
}

describe.skipIf(CHROMIUM === undefined)('waiting', () => {
  let context: BrowserContext
  let page: Page
  let session: CDPSession
  let out: string
  let run: Run
  const open: Served[] = []
  const printed: string[] = []

  beforeAll(async () => {
    out = process.env.KEMU_OUT ?? (await samplesRun())
    run = JSON.parse(readFileSync(path.join(out, 'run.json'), 'utf8'))
    context = await launch()
    page = await context.newPage()
    session = await context.newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  }, 120_000)

  afterAll(async () => {
    await context?.close()
    for (const { close } of open) await close()
    const load = os.loadavg().map((each) => each.toFixed(1))
    console.log([`waiting, milliseconds (load ${load.join(' ')}):`, ...printed].join('\n  '))
  })

  /** As many documents as a region publishes: names differ, contents are those of the samples. */
  async function samplesRun(): Promise<string> {
    const pdfs = readdirSync(SAMPLES).filter((name) => name.endsWith('.pdf'))
    const files = Array.from({ length: 120 }, (_, i) => {
      const name = pdfs[i % pdfs.length]
      return [`${i % 7}/${i} ${name}`, readFileSync(path.join(SAMPLES, name))] as const
    })
    return (await runOf(Object.fromEntries(files))).out
  }

  async function served(folder: string): Promise<string> {
    const site = await serveEdited(folder, null)
    open.push(site)
    return site.url
  }

  const threadTime = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }

  /** Until something is there. */
  async function cost(url: string, ...selectors: string[]): Promise<Cost[]> {
    await page.goto('about:blank')
    const before = await threadTime()
    await page.goto(url, { waitUntil: 'commit' })
    const costs: Cost[] = []
    for (const selector of selectors) {
      const found = await page.waitForFunction(
        (wanted) => document.querySelector(wanted) !== null && performance.now(),
        selector,
      )
      costs.push({
        wall: Number(await found.jsonValue()),
        thread: (await threadTime()) - before,
      })
    }
    return costs
  }

  function print(what: string, costs: readonly Cost[]): void {
    const of = (name: keyof Cost) => {
      const all = costs.map((each) => Math.round(each[name])).toSorted((a, b) => a - b)
      return `${name} median ${all[Math.floor(all.length / 2)]}, most ${all.at(-1)}`
    }
    printed.push(`${what} (${costs.length}): ${of('wall')}; ${of('thread')}`)
  }

  const pathOf = (file: string) => `${file.split('/').map(encodeURIComponent).join('/')}/`

  test('the list, documents and their pages are there within a second', async () => {
    const url = await served(out)
    // The program is loaded once in a browser's life.
    await cost(url, '.document-row')
    const lists: Cost[] = []
    for (let i = 0; i < 5; i++) lists.push(...(await cost(url, '.document-row')))
    print(`list of ${run.files.length}`, lists)
    const [documents, pages]: [Cost[], Cost[]] = [[], []]
    for (const { file } of chosen(run.files)) {
      const [read, drawn] = await cost(url + pathOf(file), '.reading td, .reading li', '.overlay')
      documents.push(read)
      pages.push(drawn)
    }
    print('document', documents)
    print('page drawn', pages)
    for (const each of [...lists, ...documents, ...pages]) expect(each.thread).toBeLessThan(WAIT)
  })

  /** Those with the most to look at, and those with the most pages. */
  function chosen(files: readonly FileEntry[]): FileEntry[] {
    const readable = files.filter(({ error, tables }) => !error && Object.keys(tables).length > 0)
    const by = (of: (entry: FileEntry) => number) =>
      readable.toSorted((a, b) => of(b) - of(a)).slice(0, 6)
    return [...new Set([...by(({ checks }) => checks.fails), ...by(({ pages }) => pages)])]
  }

  test('ten thousand documents are searched between two keys', async () => {
    const many = path.join(folderOf(), 'many')
    mkdirSync(path.join(many, '.kemu'), { recursive: true })
    cpSync(path.join(out, '.kemu/inputs.json'), path.join(many, '.kemu/inputs.json'))
    const files = Array.from({ length: 10_000 }, (_, i) => {
      const entry = run.files[i % run.files.length]
      return { ...entry, file: `${i % 31}/${i}-${entry.file}` }
    })
    writeFileSync(path.join(many, 'run.json'), JSON.stringify({ ...run, files }))
    const url = await served(many)
    const [first] = await cost(url, '.document-row')
    printed.push(
      `list of 10000: wall ${Math.round(first.wall)}; thread ${Math.round(first.thread)}`,
    )
    const words = [
      '2',
      '20',
      '202',
      '2026',
      '2026 局',
      '2026 局 7',
      '',
      'x',
      'xq',
      'odd_code',
      '街道',
    ]
    const keys: Cost[] = []
    for (const word of words) {
      const before = await threadTime()
      const wall = await page.evaluate(keyed, word)
      keys.push({ wall, thread: (await threadTime()) - before })
    }
    print('keystroke in 10000', keys)
    for (const each of keys) expect(each.thread).toBeLessThan(KEYSTROKE)
    expect(await page.textContent('.sum')).toMatch('10000')
  })
})

/** In the page: types, and waits until the frame with what was found is drawn. */
function keyed(word: string): Promise<number> {
  const input = document.querySelector('input[type=search]') as HTMLInputElement
  const began = performance.now()
  input.value = word
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began))),
    )
  })
}
