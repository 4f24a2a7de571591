/** `kemu inspect` as it is shipped. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../src/files/columns.js'
import { folderOf } from '../helpers/folder.js'
import { kemu } from '../helpers/kemu.js'
import { tableAt, tablePdf } from '../helpers/view.js'

const SAMPLE = fileURLToPath(new URL('../../samples/hengyang-merged.pdf', import.meta.url))

test('the bars of a table stand below each other, whatever is written between them', async () => {
  const { stdout } = await kemu(['inspect', SAMPLE, '--page', '15'])
  const lines = stdout.split('\n').filter((line) => line.startsWith('    |'))
  expect(lines.length).toBeGreaterThan(5)
  expect(lines.join()).toMatch(/经常性赠与/)
  expect(new Set(lines.map(columnsOf)).size).toBe(1)
})

describe('a cell', () => {
  test('is marked on its page, in text and in the drawing', async () => {
    const out = folderOf()
    const svg = path.join(out, 'cell.svg')
    const args = ['inspect', SAMPLE, '--cell', 't9.r1.reception', '--svg', svg]
    const { code, stdout } = await kemu(args)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^t9\.r1\.reception, page \d+: .*公务接待费: 5\.00 \(万元\)\npage /)
    expect(stdout.match(/>>5\.00<</g)).toHaveLength(1)
    expect(readFileSync(svg, 'utf8').match(/fill="#fde047"/g)).toHaveLength(1)
    expect(readdirSync(out)).toEqual(['cell.svg'])
  })

  test('of a page that was turned to be read is marked too', async () => {
    const onItsSide = `q 0 1 -1 0 500 60 cm ${tableAt(100, 300)} Q`
    const folder = folderOf({ 'a.pdf': tablePdf('/MediaBox[0 0 595 842]', onItsSide) })
    const { stdout } = await kemu(['inspect', `${folder}/a.pdf`, '--cell', 't1.r3.amount_2'])
    expect(stdout.match(/>>[\d.,]+<</g)).toEqual(['>>32.40<<'])
  })

  test('whose check fails says which', async () => {
    const { stdout } = await kemu(['inspect', SAMPLE, '--cell', 't6.r31.amount'])
    expect(stdout).toMatch(/^ {2}fails by 0\.7: 培训费 1\.00, against 培训费 0\.3$/m)
  })

  test.each([
    ['t99.r1.x', /no table t99; there are t1, t2/],
    ['t9.r7.x', /no row t9\.r7; there are t9\.r1/],
    ['t9.r1.x', /no column x; there are total, abroad/],
    ['t9', /no row is named/],
  ])('%s: what there is instead is said', async (place, said) => {
    const { code, stderr } = await kemu(['inspect', SAMPLE, '--cell', place])
    expect([code, stderr]).toEqual([2, expect.stringMatching(said)])
  })
})

test('all pages are drawn, each in a file with its number', async () => {
  const out = folderOf()
  const { code, stdout, stderr } = await kemu(['inspect', SAMPLE, '--svg', path.join(out, 'p.svg')])
  expect(code).toBe(0)
  const pages = stdout.match(/^page \d+/gm)?.length ?? 0
  expect(pages).toBeGreaterThan(10)
  const names = Array.from({ length: pages }, (_, i) => `p-${i + 1}.svg`)
  expect(readdirSync(out).toSorted()).toEqual(names.toSorted())
  expect(stderr.trim().split('\n')).toHaveLength(pages)
})
