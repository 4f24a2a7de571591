/** What a hostile file asks for, it does not get. */
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readPdf } from '../../src/pdf/read.js'
import { folderOf } from '../helpers/folder.js'
import { kemu } from '../helpers/kemu.js'
import { onePage, pdfOf, stream } from '../helpers/pdf.js'

test('a page tree that says a billion pages is counted', async () => {
  const file = onePage(stream(Buffer.from('')), '<</Type/Pages/Kids[3 0 R]/Count 1000000000>>')
  expect((await readPdf(file)).pages).toHaveLength(1)
})

test('more pages than any budget has', async () => {
  const count = 10_001
  const kids = Array.from({ length: count }, (_, i) => `${i + 3} 0 R`).join(' ')
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>'
  const tree = `<</Type/Pages/Kids[${kids}]/Count ${count}>>`
  const file = pdfOf(['<</Type/Catalog/Pages 2 0 R>>', tree, ...Array(count).fill(page)])
  await expect(readPdf(file)).rejects.toMatchObject({ code: 'too_many_pages' })
})

test('a page that draws millions of objects', async () => {
  const content = deflateSync(Buffer.alloc(520_000 * 4, 'q Q '))
  const file = onePage(stream(content, '/Filter/FlateDecode'))
  await expect(readPdf(file)).rejects.toMatchObject({ code: 'too_many_objects' })
})

test('a password', async () => {
  const encrypt = `<</Filter/Standard/V 1/R 2/O<${'01'.repeat(32)}>/U<${'02'.repeat(32)}>/P -4>>`
  const file = pdfOf(
    ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>', encrypt],
    `/Encrypt 3 0 R/ID[<${'03'.repeat(16)}><${'03'.repeat(16)}>]`,
  )
  await expect(readPdf(file)).rejects.toMatchObject({ code: 'encrypted' })
})

test('a stream that swells a thousandfold, twice over', { timeout: 120_000 }, async () => {
  const bomb = deflateSync(deflateSync(Buffer.alloc(2 ** 30), { level: 9 }), { level: 9 })
  const file = onePage(stream(bomb, '/Filter[/FlateDecode/FlateDecode]'))
  expect(file.length).toBeLessThan(20_000)
  const input = folderOf({ 'bomb.pdf': file, 'page.pdf': onePage(stream(Buffer.from(''))) })
  const args = ['extract', input, '-o', folderOf(), '--memory', '128', '--log', 'json']
  const { stderr } = await kemu(args)
  const entries = stderr.split('\n').filter((line) => line.includes('"event":"file"'))
  const outcome = (name: string) =>
    JSON.parse(entries.find((line) => line.includes(name)) ?? '{}').status
  expect([outcome('bomb.pdf'), outcome('page.pdf')]).toEqual(['too_large', 'image_only'])
})
