import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { contentsOf, folderOf } from '../helpers/folder.js'
import { kemu } from '../helpers/kemu.js'
import { PAGES, runOf } from '../helpers/view.js'

test('a static site has what is served, and nothing of the run besides', async () => {
  const { out } = await runOf({ 'b/甲.pdf': PAGES['upright.pdf'], '乙.pdf': PAGES['turned.pdf'] })
  const site = path.join(folderOf(), 'site')
  const { code, stdout } = await kemu(['view', out, '--static', site])
  expect([code, stdout]).toEqual([0, `${path.join(site, 'index.html')}\n`])
  const own = Object.keys(contentsOf(site)).filter((name) => !name.startsWith('_/'))
  const parts = ['document.json', 'index.html', 'source.pdf']
  const documents = ['b/甲.pdf', '乙.pdf'].flatMap((file) => parts.map((part) => `${file}/${part}`))
  expect(own.toSorted()).toEqual(['index.html', ...documents].toSorted())
  expect(readFileSync(path.join(site, 'b/甲.pdf/index.html'), 'utf8')).toMatch(
    'src="../../_/app.js"',
  )
  expect(readFileSync(path.join(site, 'b/甲.pdf/source.pdf'))).toEqual(
    Buffer.from(PAGES['upright.pdf']),
  )
  for (const name of ['app.js', 'list.json', 'pdfjs/worker.mjs'])
    expect(existsSync(path.join(site, '_', name))).toBe(true)
})

test('a page that is gone is named, and what was read of it is there', async () => {
  const { out, pdfs } = await runOf({ '甲.pdf': PAGES['upright.pdf'] })
  rmSync(path.join(pdfs, '甲.pdf'))
  const site = folderOf()
  const { code, stderr } = await kemu(['view', out, '--static', site])
  expect([code, stderr]).toEqual([1, expect.stringContaining('甲.pdf: its PDF is not there')])
  expect(existsSync(path.join(site, '甲.pdf/document.json'))).toBe(true)
})

test('a site that is written again keeps nothing of what is not there any more', async () => {
  const { out, pdfs } = await runOf({ '甲.pdf': PAGES['upright.pdf'] })
  const site = folderOf()
  await kemu(['view', out, '--static', site])
  rmSync(path.join(pdfs, '甲.pdf'))
  rmSync(path.join(out, '甲.json'))
  await kemu(['view', out, '--static', site])
  expect(readdirSync(path.join(site, '甲.pdf'))).toEqual(['index.html'])
})

test('a folder that only has the folder of a run is none of its outputs', async () => {
  const { out } = await runOf({ '甲.pdf': PAGES['upright.pdf'] })
  const site = folderOf({ '.kemu/other': '' })
  expect((await kemu(['view', out, '--static', site])).code).toBe(0)
})

test.each([
  'run.json',
  '.kemu/journal.jsonl',
  '.kemu/published.json',
])('a site is not written into a folder that has %s', async (name) => {
  const { out } = await runOf({ '甲.pdf': PAGES['upright.pdf'] })
  const site = folderOf({ [name]: '' })
  expect((await kemu(['view', out, '--static', site])).code).toBe(2)
  expect(existsSync(path.join(site, 'index.html'))).toBe(false)
})

test('a site is not written among the outputs of a run', async () => {
  const { out } = await runOf({ '甲.pdf': PAGES['upright.pdf'] })
  const { code, stderr } = await kemu(['view', out, '--static', out])
  expect([code, stderr]).toEqual([2, expect.stringContaining('name another folder')])
})

test('the package grows by less than 3 MB for it', () => {
  const built = new URL('../../dist/view/', import.meta.url)
  const bytes = readdirSync(built).map((name) => statSync(new URL(name, built)).size)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000)
})
