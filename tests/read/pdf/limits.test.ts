/** What a hostile file asks for, it does not get. */
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readPdf } from '../../../src/read/pdf/read.js'
import { ownerOnly } from '../../helpers/encrypted.js'
import { folderOf } from '../../helpers/folder.js'
import { kemu } from '../../helpers/kemu.js'
import { onePage, pdfOf, stream } from '../../helpers/pdf.js'

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

test('a password of the owner only keeps nobody from reading', async () => {
  const { pages } = await readPdf(ownerOnly('BT /F 12 Tf 50 300 Td (Budget) Tj ET'))
  expect(pages[0].runs.map(({ text }) => text)).toEqual(['Budget'])
})

test('addresses, programs, scripts and other files that a file names are left alone', async () => {
  let asked = 0
  const server = createServer((_, answer) => {
    asked += 1
    answer.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`
  const marker = path.join(folderOf(), 'marker')
  const url = `<</Type/Filespec/FS/URL/F(${address})>>`
  const file = pdfOf([
    `<</Type/Catalog/Pages 2 0 R/OpenAction 5 0 R/AA<</WC 6 0 R>>/URI<</Base(${address})>>/AcroForm<</XFA 8 0 R/Fields[]>>/Names<</JavaScript<</Names[(a) 6 0 R]>>>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/AA<</O 7 0 R>>/Annots[<</Subtype/Link/Rect[0 0 9 9]/A 5 0 R>>]/Resources<</XObject<</I 9 0 R>>/Font<</F 10 0 R>>>>>>',
    stream(Buffer.from('/I Do BT /F 12 Tf (text) Tj ET')),
    `<</S/URI/URI(${address})/Next 7 0 R>>`,
    `<</S/JavaScript/JS(app.launchURL\\("${address}"\\); require\\("fs"\\).writeFileSync\\("${marker}", ""\\))>>`,
    `<</S/Launch/F(/usr/bin/touch)/Unix<</F(/usr/bin/touch)/P(${marker})>>/Next<</S/GoToR/F ${url}/D[0/Fit]>>>>`,
    stream(Buffer.from(`<!DOCTYPE x [<!ENTITY e SYSTEM "${address}">]><xdp>&e;</xdp>`)),
    `<</Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray/F ${url}/Length 0>>\nstream\n\nendstream`,
    `<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor<</Type/FontDescriptor/FontName/X/Flags 4/FontFile2 11 0 R>>>>`,
    `<</F ${url}/FFilter/FlateDecode/Length 0>>\nstream\n\nendstream`,
  ])
  const input = folderOf({ 'a.pdf': file })
  const { code, stderr } = await kemu(['extract', input, '-o', folderOf()])
  server.close()
  expect([code, stderr]).toEqual([0, expect.stringMatching(/a\.pdf .* 1 pages/)])
  expect([asked, existsSync(marker)]).toEqual([0, false])
})

test('a stream that swells a thousandfold, twice over', { timeout: 120_000 }, async () => {
  const bomb = deflateSync(deflateSync(Buffer.alloc(2 ** 30), { level: 9 }), { level: 9 })
  const file = onePage(stream(bomb, '/Filter[/FlateDecode/FlateDecode]'))
  expect(file.length).toBeLessThan(20_000)
  const input = folderOf({ 'bomb.pdf': file, 'page.pdf': onePage(stream(Buffer.from(''))) })
  const args = ['extract', input, '-o', folderOf(), '--memory', '300', '--log', 'json']
  const { stderr } = await kemu(args)
  const entries = stderr.split('\n').filter((line) => line.includes('"event":"file"'))
  const outcome = (name: string) =>
    JSON.parse(entries.find((line) => line.includes(name)) ?? '{}').status
  expect([outcome('bomb.pdf'), outcome('page.pdf')]).toEqual(['too_large', 'image_only'])
})
