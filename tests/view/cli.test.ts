import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { folderOf, put } from '../helpers/folder.js'
import { kemu, MAIN } from '../helpers/kemu.js'
import { PAGES, runOf } from '../helpers/view.js'

/** Serves until it has said where, looks once, and ends as a person ends it. */
async function viewed(args: string[], look: (url: string) => Promise<void>) {
  let looking: Promise<void> | null = null
  const ended = await kemu(['view', ...args], (child, stdout) => {
    if (looking || !stdout().includes('\n')) return
    looking = look(stdout().trim()).finally(() => child.kill('SIGINT'))
  })
  await looking
  return ended
}

test('a run is served, a link names a place in it, and Ctrl-C ends it well', async () => {
  const { out } = await runOf({ 'b/甲.pdf': PAGES['upright.pdf'] })
  const { code, stdout } = await viewed([out, 'b/甲.pdf#t1.r1.total'], async (url) => {
    const { origin, pathname, hash } = new URL(url)
    expect(decodeURIComponent(pathname)).toMatch(/\/b\/甲\.pdf\/$/)
    expect(hash).toBe('#t1.r1.total')
    const list = `${origin}/${pathname.split('/')[1]}/_/list.json`
    expect(await (await fetch(list)).json()).toMatchObject({ documents: [{ file: 'b/甲.pdf' }] })
  })
  expect(code).toBe(0)
  expect(stdout.split('\n')).toHaveLength(2)
})

test('a document whose own name looks like one with a place is opened', async () => {
  const { out } = await runOf({ 'a#p1.pdf': PAGES['upright.pdf'] })
  const { code, stderr } = await viewed([out, 'a#p1.pdf'], async (url) => {
    expect(new URL(url).hash).toBe('')
    expect((await fetch(`${url}document.json`)).status).toBe(200)
  })
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('no document')])
})

test('one PDF is read and shown, and nothing of it is left behind', async () => {
  const folder = folderOf({ '甲.pdf': PAGES['landscape.pdf'] })
  const { code } = await viewed([`${folder}/甲.pdf`], async (url) => {
    const document = await (await fetch(`${url}document.json`)).json()
    expect(document).toMatchObject({ source: { file: '甲.pdf', pages: 1 } })
    expect((await fetch(`${url}source.pdf`)).status).toBe(200)
  })
  expect(code).toBe(0)
})

test('Ctrl-C while a PDF is read ends it, and leaves nothing behind', async () => {
  const [folder, temp] = [folderOf({ '甲.pdf': PAGES['landscape.pdf'] }), folderOf()]
  const pdf = path.join(folder, '甲.pdf')
  const child = spawn(process.execPath, [MAIN, 'view', pdf], {
    env: { ...process.env, TMPDIR: temp },
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  while (readdirSync(temp).length === 0) await setTimeout(5)
  child.kill('SIGINT')
  expect(await ended).toBe(130)
  expect(readdirSync(temp)).toEqual([])
})

test('a site of files takes no corrections, and says nothing of any', async () => {
  const { pdfs, out } = await runOf({ '甲.pdf': PAGES['upright.pdf'] })
  put(pdfs, '甲.corrections.json', '{')
  const site = folderOf()
  expect((await kemu(['view', out, '--static', site])).code).toBe(0)
  expect(readdirSync(path.join(site, '甲.pdf')).toSorted()).toEqual([
    ...['document.json', 'index.html', 'source.pdf'],
  ])
  expect(readFileSync(path.join(site, '甲.pdf/index.html'), 'utf8')).not.toMatch('kemu-corrections')
})

test.each([
  [['nowhere'], 'does not exist'],
  [[folderOf()], 'name the -o folder of a run that ended'],
  [[folderOf(), '--port', '70000'], 'give a number from 0 to 65535'],
])('%j: the command line is wrong, and what to do is said', async (args, said) => {
  const { code, stderr } = await kemu(['view', ...args])
  expect([code, stderr]).toEqual([2, expect.stringContaining(said)])
})

test('a link to what is not in the run is refused', async () => {
  const { out } = await runOf({ '甲.pdf': PAGES['upright.pdf'] })
  const { code, stderr } = await kemu(['view', out, '乙.pdf#t1'])
  expect([code, stderr]).toEqual([2, expect.stringContaining('乙.pdf is no document of this run')])
})
