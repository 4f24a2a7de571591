/** A person puts things right in a real Chromium, and the next run has them: figures, verdicts, meanings. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { correctionsSchema } from '../../schemas/corrections.js'
import type { BudgetDocument } from '../../schemas/document.js'
import type { Served } from '../../src/view/server/serve.js'
import { CHROMIUM, errorsOn, launch, openDocument } from '../helpers/chromium.js'
import { corrected, fileOf, placeOf } from '../helpers/corrections.js'
import { contentsOf, folderOf, put } from '../helpers/folder.js'
import { kemu } from '../helpers/kemu.js'
import { PAGES, runOf, serveEdited, serveFiles } from '../helpers/view.js'
import { reload } from '../helpers/workbook.js'

const SAMPLE = new URL('../../samples/hengyang-as-published.pdf', import.meta.url)
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

describe.skipIf(CHROMIUM === undefined)('corrections in Chromium', () => {
  let run: { pdfs: string; out: string }
  let served: Served
  let context: BrowserContext
  let page: Page
  let wrong: string[] = []

  beforeAll(async () => {
    run = await runOf({
      ...{ '甲.pdf': PAGES['upright.pdf'], 'b/公开.pdf': readFileSync(SAMPLE) },
      'b/旧.pdf': PAGES['landscape.pdf'],
    })
    served = await serveEdited(run.out, null)
    context = await launch()
    page = await context.newPage()
    wrong = errorsOn(page)
  }, 60_000)

  afterAll(async () => {
    await context?.close()
    await served?.close()
  })

  const open = (file: string, on = page) => openDocument(on, served.url, file)

  const documentOf = (file: string, out = run.out): BudgetDocument =>
    JSON.parse(readFileSync(path.join(out, file.replace('.pdf', '.json')), 'utf8'))
  const keptOf = (file: string) =>
    correctionsSchema.parse(
      JSON.parse(
        readFileSync(path.join(run.pdfs, file.replace('.pdf', '.corrections.json')), 'utf8'),
      ),
    )
  const cell = (text: string) => page.locator('.reading td.figure', { hasText: text }).first()

  async function correct(right: string, why: string): Promise<void> {
    await page.fill('.correct [name=right]', right)
    await save(why)
  }

  async function save(why: string): Promise<void> {
    await page.fill('.correct [name=why]', why)
    await page.fill('.correct [name=who]', '李')
    await page.click('.correct [type=submit]')
    await page.waitForSelector('.correct', { state: 'detached' })
  }

  test('nothing is corrected before something is chosen', async () => {
    await open('甲.pdf')
    expect(await page.isDisabled('button:has-text("更正（e）")')).toBe(true)
    await page.keyboard.press('e')
    expect(await page.locator('.correct').count()).toBe(0)
  })

  test('a figure is put right, shown as such at once, and is in JSON and workbook after the next run', async () => {
    await open('甲.pdf')
    await cell('280.00').click()
    await page.keyboard.press('e')
    expect(await page.inputValue('.correct [name=right]')).toBe('280.00')
    await correct('208.00', '第 2 页文字如此')
    const right = page.locator('.reading td.pending')
    await expect.poll(() => right.allTextContents()).toEqual(['208.00'])
    await expect.poll(() => page.textContent('.edit-panel')).toMatch('280.00 → 208.00')
    expect(await page.textContent('.said-list summary')).toMatch('1 条待 kemu extract 写入')
    expect(keptOf('甲.pdf').corrections).toMatchObject([
      { what: 'cell', read: '280.00', right: '208.00', why: '第 2 页文字如此', who: '李' },
    ])
    await page.goto(served.url)
    const row = page.locator('.document-row', { hasText: '甲.pdf' })
    await expect.poll(() => row.textContent()).toMatch('1 条待 kemu extract 写入')

    await kemu(['extract', run.pdfs, '-o', run.out, '--format', 'json,xlsx', '--quiet'])
    const cells = documentOf('甲.pdf').tables[0].rows.flatMap((each) => Object.values(each.cells))
    expect(cells.find(({ text }) => text === '208.00')?.corrected).toEqual({
      ...{ from: '280.00', by: '李', why: '第 2 页文字如此' },
    })
    const workbook = await reload(readFileSync(path.join(run.out, '甲.xlsx')))
    const notes: string[] = []
    for (const sheet of workbook.worksheets)
      sheet.eachRow((line) =>
        line.eachCell(({ value, note }) => {
          if (value === 208 && note) notes.push(JSON.stringify(note))
        }),
      )
    expect(notes).toEqual([expect.stringMatching(/280\.00.*李.*第 2 页文字如此/)])
    await served.close()
    served = await serveEdited(run.out, null)
    await open('甲.pdf')
    await expect
      .poll(() => page.locator('.reading td.corrected').allTextContents())
      .toEqual(['208.00'])
    expect(await page.locator('.reading td.pending').count()).toBe(0)
    expect(await page.textContent('.said-list summary')).not.toMatch('写入')
  })

  test('who corrects is remembered; what is corrected again is what was read, and can be taken back', async () => {
    await open('甲.pdf')
    await cell('208.00').click()
    await page.keyboard.press('e')
    expect(await page.inputValue('.correct [name=who]')).toBe('李')
    expect(await page.textContent('.correct .read')).toMatch('280.00')
    await correct('280.80', '看错了')
    expect(keptOf('甲.pdf').corrections.map(({ read, right }) => [read, right])).toEqual([
      ['280.00', '280.80'],
    ])
    await page.locator('.edit-panel button', { hasText: '撤回' }).click()
    await expect.poll(() => cell('280.00').count()).toBe(1)
    expect(existsSync(path.join(run.pdfs, '甲.corrections.json'))).toBe(false)
    await expect
      .poll(() => page.textContent('.said-list summary'))
      .toMatch('1 条待 kemu extract 写入')
  })

  test('a finding is settled: as published', async () => {
    await open('b/公开.pdf')
    await page.keyboard.press('n')
    await page.waitForSelector('.page .lit-whole')
    await page.keyboard.press('e')
    await page.selectOption('.correct [name=right]', 'as_published')
    await save('公开的表即如此')
    const [verdict] = keptOf('b/公开.pdf').corrections
    expect(verdict).toMatchObject({
      what: 'finding',
      read: 'identity_fails',
      right: 'as_published',
    })
    const shown = (await (
      await fetch(`${served.url}b/${encodeURIComponent('公开.pdf')}/document.json`)
    ).json()) as BudgetDocument
    const settled = shown.issues.filter((issue) => issue.settled)
    expect(settled.map(({ code, identity }) => [code, identity])).toEqual([
      ['identity_fails', verdict.place.identity],
    ])
  })

  test('the meaning of a column is chosen from the words of the vocabulary, in either language', async () => {
    await open('b/公开.pdf')
    const head = page.locator('.reading thead th[data-key]').last()
    await head.click()
    await page.keyboard.press('e')
    await page.selectOption('.correct select >> nth=0', 'meaning')
    const choices = await page.$$eval('#kemu-atoms option', (all) =>
      all.map((each) => (each as HTMLOptionElement).value),
    )
    const choice = choices.find((each) => each.endsWith(' · carry_over')) ?? ''
    expect(choice).toMatch(/上年结转.*Carried over from last year/)
    await page.fill('.correct .meaning input', choice)
    await save('表头印作如此')
    const meant = keptOf('b/公开.pdf').corrections.find(({ what }) => what === 'meaning')
    expect(meant).toMatchObject({ right: 'carry_over', who: '李' })
    await expect.poll(() => page.locator('.reading thead th.corrected.pending').count()).toBe(1)
  })

  test('a correction of another PDF is said to be none of this one', async () => {
    const read = documentOf('b/旧.pdf')
    const [table] = read.tables
    const place = placeOf(table, table.rows[0].id, 'total')
    const stale = corrected({ what: 'cell', read: '312.40', right: '1.00', place })
    const file = { ...fileOf(read, stale), sha256: 'c'.repeat(64) }
    put(run.pdfs, 'b/旧.corrections.json', JSON.stringify(file))
    await open('b/旧.pdf')
    await expect.poll(() => page.textContent('.said-list summary')).toMatch('1 条属于另一个 PDF')
    await page.click('.said-list summary')
    expect(await page.textContent('.said-line.stale')).toMatch('不采用')
    await expect.poll(() => cell('312.40').count()).toBe(1)
    await kemu(['extract', run.pdfs, '-o', run.out, '--format', 'json,xlsx', '--quiet'])
    const refused = documentOf('b/旧.pdf').issues.map(({ code }) => code)
    expect(refused).toContain('correction_refused')
  })

  test('what the server refuses is said where it was asked for, and stays to be mended', async () => {
    await open('甲.pdf')
    await cell('32.40').click()
    await page.keyboard.press('e')
    await page.fill('.correct [name=right]', '23.40')
    await page.fill('.correct [name=why]', '理由')
    await page.fill('.correct [name=who]', '李')
    put(run.pdfs, '甲.corrections.json', '{')
    const before = wrong.length
    await page.click('.correct [type=submit]')
    await expect.poll(() => page.textContent('.correct [role=alert]')).toMatch('cannot be read')
    expect(await page.inputValue('.correct [name=right]')).toBe('23.40')
    put(run.pdfs, '甲.corrections.json', JSON.stringify(fileOf(documentOf('甲.pdf'))))
    await page.click('.correct [type=submit]')
    await page.waitForSelector('.correct', { state: 'detached' })
    // The browser itself notes an answer of 409.
    expect(wrong.splice(before).every((each) => each.includes('409'))).toBe(true)
  })

  test('a correction survives --force, other --jobs, merge and a renamed folder', async () => {
    const again = folderOf()
    const extract = (to: string, ...more: string[]) =>
      kemu(['extract', run.pdfs, '-o', to, '--format', 'json,xlsx', '--quiet', ...more])
    await extract(run.out, '--force', '--jobs', '1')
    const { '甲.json': own } = contentsOf(run.out)
    expect(own.includes('"23.40"')).toBe(true)
    await extract(again, '--force', '--jobs', '2')
    expect(contentsOf(again)).toEqual(contentsOf(run.out))
    const whole = folderOf()
    await kemu(['merge', again, '-o', whole])
    expect(contentsOf(whole)).toEqual(contentsOf(run.out))
    const other = await serveEdited(again, run.pdfs)
    const state = await (
      await fetch(`${other.url}${encodeURIComponent('甲.pdf')}/corrections.json`)
    ).json()
    await other.close()
    expect(state).toMatchObject({ isAnew: false, gone: 0, said: [{ isPending: false }] })
  })

  test.each([false, true])('axe finds nothing serious in the form (dark: %s)', async (dark) => {
    const own = await launch({ dark })
    const tab = await own.newPage()
    const serious = async () => {
      await tab.evaluate(readFileSync(AXE, 'utf8'))
      const { violations } = await tab.evaluate(() =>
        (globalThis as unknown as { axe: { run: () => Promise<Audited> } }).axe.run(),
      )
      return violations
        .filter(({ impact }) => ['serious', 'critical'].includes(impact))
        .map(({ id, nodes }) => `${id}: ${nodes[0].html}`)
    }
    const read = documentOf('b/公开.pdf')
    const place = placeOf(read.tables[0], read.tables[0].rows[0].id)
    const owner = corrected({ what: 'owner', read: read.tables[0].owner, right: '某局', place })
    put(run.pdfs, 'b/公开.corrections.json', JSON.stringify(fileOf(read, owner)))
    await open('b/公开.pdf', tab)
    await tab.click('.said-list summary')
    await tab.locator('.reading td.figure').first().click()
    await tab.waitForSelector('.page .lit-selected')
    await tab.keyboard.press('e')
    const choices = tab.locator('.correct select').first()
    for (const what of ['cell', 'meaning', 'kind', 'owner']) {
      await choices.selectOption(what)
      expect(await serious()).toEqual([])
    }
    await own.close()
  })

  test('a site of files has nothing to correct with, and no key for it', async () => {
    const site = folderOf()
    await kemu(['view', run.out, '--static', site])
    const files = await serveFiles(site)
    await page.goto(`${files.url}${encodeURIComponent('甲.pdf')}/`)
    await page.waitForSelector('.overlay')
    await cell('32.40').or(cell('23.40')).first().click()
    await page.keyboard.press('e')
    expect(await page.locator('.correct, .said-list, button:has-text("更正")').count()).toBe(0)
    await page.keyboard.press('?')
    expect(await page.textContent('dialog')).not.toMatch('更正')
    await files.close()
  })

  test('nothing went wrong on the way', () => {
    expect(wrong).toEqual([])
  })
})

interface Audited {
  violations: { id: string; impact: string; nodes: { html: string }[] }[]
}
