/** The app as a person uses it, in a real Chromium: one run of small pages and of a published document. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Served } from '../../src/view/server/serve.js'
import { CHROMIUM, errorsOn, launch, openDocument } from '../helpers/chromium.js'
import { folderOf } from '../helpers/folder.js'
import { kemu } from '../helpers/kemu.js'
import { PAGES, runOf, serveFiles } from '../helpers/view.js'

const DIST = new URL('../../dist/src/view/server/', import.meta.url).href
const SAMPLE = new URL('../../samples/hengyang-as-published.pdf', import.meta.url)
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

describe.skipIf(CHROMIUM === undefined)('kemu view in Chromium', () => {
  let served: Served
  let context: BrowserContext
  let out: string
  let page: Page
  const asked: string[] = []
  let wrong: string[] = []

  beforeAll(async () => {
    ;({ out } = await runOf({ ...PAGES, '衡阳/公开.pdf': readFileSync(SAMPLE) }))
    const { RunFolder } = await import(`${DIST}run-folder.js`)
    const { Site } = await import(`${DIST}site.js`)
    const { serve } = await import(`${DIST}serve.js`)
    served = await serve(new Site(await RunFolder.open(out, null)), 0)
    context = await launch()
    page = await context.newPage()
    context.on('request', (request) => asked.push(request.url()))
    wrong = errorsOn(page)
  }, 60_000)

  afterAll(async () => {
    await context?.close()
    await served?.close()
  })

  const open = (file: string, place = '', on = page) => openDocument(on, served.url, file, place)

  /** Names of what is lit, on one side. */
  const lit = (side: string, role: string) =>
    page.$$eval(`.${side} .lit-${role}`, (all) =>
      all.map((each) => (each as HTMLElement).dataset.key),
    )

  test('the list leads to a document, and the way back to the same list', async () => {
    await page.goto(served.url)
    await page.fill('input[type=search]', '衡阳')
    await page.waitForFunction(() => document.querySelectorAll('.document-row').length === 1)
    await expect.poll(() => page.textContent('.sum')).toBe('4 个中的 1 个')
    await page.click('.document-row')
    await page.waitForSelector('.overlay')
    await page.goBack()
    await expect.poll(() => page.inputValue('input[type=search]')).toBe('衡阳')
  })

  test('a click on a cell lights its box on the page, and a click on the page its cell', async () => {
    await open('upright.pdf')
    const cells = page.locator('.reading td.figure', { hasText: '280.00' })
    await cells.first().click()
    const [key] = await lit('reading', 'selected')
    await expect.poll(() => lit('page', 'selected')).toEqual([key])
    await expect.poll(() => new URL(page.url()).hash).toBe(`#${key}`)
    const other = page.locator('.reading td.figure', { hasText: '312.40' })
    const otherKey = await other.first().getAttribute('data-key')
    await page.locator(`.overlay [data-key="${otherKey}"]`).click()
    await expect.poll(() => lit('reading', 'selected')).toEqual([otherKey])
  })

  /** The app draws a moment after a key or a click, so what it shows is asked again until it is there. */
  test('arrow keys go from cell to cell, Escape lights nothing', async () => {
    await open('upright.pdf')
    await page.keyboard.press('ArrowDown')
    const texts = async () =>
      page.$$eval('.reading .lit-selected', (all) => all.map(({ textContent }) => textContent))
    await expect.poll(texts).toEqual(['CODE'])
    await page.keyboard.press('ArrowDown')
    for (const _ of ['NAME', 'TOTAL']) await page.keyboard.press('ArrowRight')
    await expect.poll(texts).toEqual(['312.40'])
    await page.keyboard.press('ArrowDown')
    await expect.poll(texts).toEqual(['32.40'])
    await page.keyboard.press('Escape')
    await expect.poll(texts).toEqual([])
    await expect.poll(() => new URL(page.url()).hash).toBe('')
  })

  test('a link opens at its cell', async () => {
    await open('upright.pdf', 't1.r2')
    await page.waitForSelector('.page .lit-near')
    expect((await lit('page', 'near')).every((key) => key?.startsWith('t1.r2.'))).toBe(true)
  })

  /** Points of ink on the page within a box, without its edges: rules stand there. */
  const inkIn = (key: string) =>
    page.evaluate((name) => {
      const rect = document.querySelector(`.overlay [data-key="${name}"]`)
      const canvas = rect?.closest('.page')?.querySelector('canvas')
      if (!rect || !canvas) return -1
      const [box, whole] = [rect.getBoundingClientRect(), canvas.getBoundingClientRect()]
      const scale = canvas.width / whole.width
      const inset = 3
      const [x, y] = [box.left - whole.left + inset, box.top - whole.top + inset]
      const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
        ...([x, y, box.width - 2 * inset, box.height - 2 * inset].map((n) =>
          Math.round(n * scale),
        ) as [number, number, number, number]),
      )
      let dark = 0
      for (let i = 0; i < data.length; i += 4) if (data[i] < 160) dark += 1
      return dark
    }, key)

  test.each(
    Object.keys(PAGES),
  )('%s: each box is over its figure, the blank one over none', async (file) => {
    await open(file)
    await page.waitForFunction(() => document.querySelector('.page canvas'))
    const cells = await page.$$eval('.reading td.figure', (all) =>
      all.map((td) => ({ key: (td as HTMLElement).dataset.key ?? '', text: td.textContent })),
    )
    const texts = cells.map(({ text }) => text)
    for (const text of ['312.40', '280.00', '32.40', '']) expect(texts).toContain(text)
    for (const { key, text } of cells) {
      const ink = await inkIn(key)
      if (text === '') expect(ink).toBe(0)
      else expect(ink).toBeGreaterThan(0)
    }
  })

  test('n goes to what fails: one side, every addend and the difference are shown and lit', async () => {
    await open('衡阳/公开.pdf')
    await page.keyboard.press('n')
    await page.waitForSelector('.check.fails .terms')
    await page.waitForSelector('.page .lit-whole')
    const [whole] = await lit('page', 'whole')
    await expect.poll(() => lit('reading', 'whole')).toEqual([whole])
    const terms = await page.$$eval('.terms tr:is(.whole, .addend, .less) td', (all) =>
      all.map(({ textContent }) => Number(textContent)),
    )
    const said = Number(await page.textContent('.terms .difference td'))
    const [left, ...right] = terms
    expect(left - right.reduce((sum, term) => sum + term, 0)).toBeCloseTo(said, 6)
    await page.click('.terms .addend button')
    await page.waitForSelector('.page .lit-addend')
    const [addend] = await lit('page', 'addend')
    await expect.poll(() => lit('reading', 'addend')).toEqual([addend])
    await page.keyboard.press('p')
  })

  test('the list says every warning, whatever of them is a failed identity', async () => {
    await page.goto(served.url)
    const row = page.locator('.document-row', { hasText: '公开.pdf' })
    await row.waitFor()
    const { documents } = await (await fetch(`${served.url}_/list.json`)).json()
    const entry = documents.find(({ file }: { file: string }) => file === '衡阳/公开.pdf')
    expect([entry.fails, entry.warnings].every((count) => count > 0)).toBe(true)
    expect(await row.locator('.count.warning').textContent()).toMatch(String(entry.warnings))
  })

  test('the identity of one figure is not lit with another that the address names', async () => {
    await open('衡阳/公开.pdf')
    await page.keyboard.press('n')
    await page.waitForSelector('.reading .lit-whole')
    const failing = new URL(page.url()).hash
    // In the same table, so that what was lit could still be seen.
    await page.evaluate((table) => {
      location.hash = `${table}.r1`
    }, failing.split('.')[0])
    await expect.poll(() => page.locator('.reading .lit-near').count()).toBeGreaterThan(0)
    await expect.poll(() => page.locator('.reading .lit-whole').count()).toBe(0)
    await page.evaluate((hash) => {
      location.hash = hash
    }, failing)
    await page.waitForSelector('.reading .lit-whole')
  })

  test('? shows the keys, and both languages say them', async () => {
    await open('upright.pdf')
    await page.keyboard.press('?')
    await expect.poll(() => page.textContent('dialog')).toMatch('下一条')
    await page.keyboard.press('Escape')
    await page.click('text=English')
    await page.keyboard.press('?')
    await expect.poll(() => page.textContent('dialog')).toMatch('next, previous finding')
    await page.keyboard.press('Escape')
    await page.click('text=中文')
  })

  test('a phone shows one side at a time, and nothing wider than it is', async () => {
    const phone = await launch({ width: 390, height: 800 })
    const small = await phone.newPage()
    await small.goto(served.url)
    await small.waitForSelector('.document-row')
    const wide = () =>
      small.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
    await expect.poll(() => wide()).toBe(0)
    await small.goto(`${served.url}upright.pdf/`)
    await small.waitForSelector('.reading-scroll td')
    await expect.poll(() => small.isVisible('.pdf-pane')).toBe(false)
    await small.click('.sides button:first-child')
    await expect.poll(() => small.isVisible('.pdf-pane')).toBe(true)
    await expect.poll(() => wide()).toBe(0)
    await phone.close()
  })

  test.each([false, true])('axe finds nothing serious (dark: %s)', async (dark) => {
    const own = await launch({ dark })
    const tab = await own.newPage()
    const serious = async () => {
      await tab.evaluate(readFileSync(AXE, 'utf8'))
      const { violations } = await tab.evaluate(() =>
        (
          globalThis as unknown as {
            axe: {
              run: () => Promise<{
                violations: { id: string; impact: string; nodes: { html: string }[] }[]
              }>
            }
          }
        ).axe.run(),
      )
      return violations
        .filter(({ impact }) => ['serious', 'critical'].includes(impact))
        .map(({ id, nodes }) => `${id}: ${nodes[0].html}`)
    }
    await tab.goto(served.url)
    await tab.waitForSelector('.document-row')
    expect(await serious()).toEqual([])
    await open('衡阳/公开.pdf', '', tab)
    await tab.keyboard.press('n')
    await tab.waitForSelector('.check')
    expect(await serious()).toEqual([])
    await tab.keyboard.press('?')
    expect(await serious()).toEqual([])
    await own.close()
  })

  test('a static site on any web server shows the same, also by its relative link', async () => {
    const site = folderOf()
    await kemu(['view', out, '--static', site])
    const files = await serveFiles(site)
    await page.goto(`${files.url}upright.pdf/#t1.r2`)
    await page.waitForSelector('.page .lit-near')
    await page.goto(files.url)
    await page.waitForSelector('.document-row')
    await expect.poll(() => page.locator('.document-row').count()).toBe(4)
    asked.splice(0, asked.length, ...asked.filter((url) => !url.startsWith(files.url)))
    await files.close()
  })

  test('no request leaves this machine, and nothing went wrong on the way', () => {
    expect(asked.length).toBeGreaterThan(0)
    expect(
      asked.filter((url) => !url.startsWith(served.url) && !/^(?:about|data|blob):/.test(url)),
    ).toEqual([])
    expect(wrong).toEqual([])
  })
})
