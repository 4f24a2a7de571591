/** What file names and documents hold is never obeyed by a terminal, whichever command says it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { printable, printableJson, printableLines } from '../../src/files/printable.js'
import { document, table } from '../helpers/document.js'
import { folderOf } from '../helpers/folder.js'
import { kemu } from '../helpers/kemu.js'
import { onePage, stream } from '../helpers/pdf.js'

const ODD = '\u001b[31m\u009b1m\u202e\u2066\u200f\u2028\r\nfake.pdf'
const RAW = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/
/** A line that a name made. */
const FAKE = /^fake\.pdf/m

test('each is shown by a mark, and ends no line; in JSON nothing is lost', () => {
  expect(printable('a\u001bb\nc')).toBe('a\ufffdb\ufffdc')
  expect(printableLines('a\u001bb\nc')).toBe('a\ufffdb\nc')
  expect(JSON.parse(printableJson({ text: ODD }))).toEqual({ text: ODD })
  expect(printableJson({ text: ODD })).not.toMatch(RAW)
})

const name = `x${ODD}`

test.each([
  ['extract', (root: string, out: string) => ['extract', root, '-o', out]],
  ['extract in JSON', (root: string, out: string) => ['extract', root, '-o', out, '--log', 'json']],
  ['a missing input', (root: string) => ['extract', path.join(root, `no${ODD}`)]],
  ['an unknown option', (root: string) => ['extract', root, `--no${ODD}`]],
  ['inspect', (root: string) => ['inspect', path.join(root, `none${ODD}`)]],
  ['audit', (root: string) => ['audit', root]],
  ['audit in JSON', (root: string) => ['audit', root, '--json']],
  ['panel', (root: string, out: string) => ['panel', root, '-o', out]],
  ['merge', (root: string, out: string) => ['merge', path.join(root, `no${ODD}`), '-o', out]],
])('%s', async (_, args) => {
  const root = folderOf({ [`${name}.pdf`]: onePage(stream(Buffer.from('q Q'))), 'a.pdf': 'no PDF' })
  const odd = document([table({ title: ODD })])
  odd.report.department = ODD
  writeFileSync(path.join(root, `${name}.json`), JSON.stringify(odd))
  writeFileSync(path.join(root, `y${ODD}.json`), '{"schema":')
  const { stdout, stderr } = await kemu(args(root, folderOf()))
  expect(stdout + stderr).not.toBe('')
  expect(stdout + stderr).not.toMatch(RAW)
  expect(stdout + stderr).not.toMatch(FAKE)
})

test('audit names a file that is no JSON, and sums up the others', async () => {
  const root = folderOf({ 'b/torn.json': '{"schema":', 'notes.json': '[]' })
  writeFileSync(path.join(root, 'a.json'), JSON.stringify(document([table()])))
  mkdirSync(path.join(root, 'c.json'))
  const { code, stdout, stderr } = await kemu(['audit', root])
  expect([code, stdout, stderr]).toEqual([
    1,
    expect.stringMatching(/^nothing needs a look in 1 document\n/),
    expect.stringMatching(/^✗ b\/torn\.json: the file is no JSON.*\n$/),
  ])
})
