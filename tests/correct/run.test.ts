/** Corrections in a run: beside the input or in folders, part of what decides whether a file is read again. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Correction } from '../../schemas/corrections.js'
import { type BudgetDocument, documentSchema } from '../../schemas/document.js'
import { corrected, fileOf, placeOf } from '../helpers/corrections.js'
import { contentsOf, folderOf, put } from '../helpers/folder.js'
import { kemu } from '../helpers/kemu.js'
import { PAGES } from '../helpers/view.js'

const documentOf = (out: string) =>
  documentSchema.parse(JSON.parse(readFileSync(path.join(out, 'b/甲.json'), 'utf8')))

/** The cell of a text, put right. */
function cellOf(document: BudgetDocument, text: string, right: string, who = '甲'): Correction {
  const [table] = document.tables
  const [row, column] = table.rows.flatMap(({ id, cells }) =>
    Object.entries(cells).flatMap(([name, cell]) => (cell.text === text ? [[id, name]] : [])),
  )[0]
  return corrected({ what: 'cell', read: text, right, who, place: placeOf(table, row, column) })
}

const textsOf = (document: BudgetDocument) =>
  document.tables[0].rows.flatMap(({ cells }) => Object.values(cells).map(({ text }) => text))

test('a correction beside its input is put in, again by every way of reading, until it is gone', async () => {
  const pdfs = folderOf({ 'b/甲.pdf': PAGES['upright.pdf'] })
  const out = folderOf()
  const extract = (to: string, ...more: string[]) =>
    kemu(['extract', pdfs, '-o', to, '--format', 'json,xlsx', '--lang', 'en', ...more])
  await extract(out)
  const read = documentOf(out)
  put(pdfs, 'b/甲.corrections.json', JSON.stringify(fileOf(read, cellOf(read, '280.00', '208.00'))))
  expect((await extract(out)).stderr).not.toMatch('unchanged')
  expect(textsOf(documentOf(out))).toContain('208.00')
  expect((await extract(out)).stderr).toMatch('1 unchanged')
  const again = folderOf()
  await extract(again, '--force', '--jobs', '2')
  expect(contentsOf(again)).toEqual(contentsOf(out))
  const whole = folderOf()
  await kemu(['merge', again, '-o', whole])
  expect(contentsOf(whole)).toEqual(contentsOf(out))
  expect((await kemu(['audit', out, '--lang', 'en'])).stdout).toMatch('put right by people: 1')
  put(pdfs, 'b/甲.corrections.json', JSON.stringify(fileOf(read)))
  await extract(out)
  expect(documentOf(out)).toEqual(read)
})

test("two people's folders are joined; where they say otherwise the input fails and names both", async () => {
  const pdfs = folderOf({ 'b/甲.pdf': PAGES['upright.pdf'] })
  const out = folderOf()
  await kemu(['extract', pdfs, '-o', out, '--format', 'json'])
  const read = documentOf(out)
  const folderWith = (...corrections: Correction[]) =>
    folderOf({ 'b/甲.corrections.json': JSON.stringify(fileOf(read, ...corrections)) })
  const one = folderWith(cellOf(read, '280.00', '208.00'))
  const two = folderWith(cellOf(read, '32.40', '23.40', '乙'))
  const three = folderWith(cellOf(read, '32.40', '24.40', '丙'))
  const extract = (...folders: string[]) => {
    const options = folders.flatMap((folder) => ['--corrections', folder])
    return kemu(['extract', pdfs, '-o', out, '--format', 'json', ...options])
  }
  expect((await extract(one, two)).code).toBe(0)
  expect(textsOf(documentOf(out))).toEqual(expect.arrayContaining(['208.00', '23.40']))
  const { code, stderr } = await extract(one, two, three)
  expect(code).toBe(1)
  expect(stderr).toMatch(/乙 says "23\.40" .*丙 says "24\.40"/)
})

test('a file of corrections that is none is named, and the rest is read', async () => {
  const pdfs = folderOf({ '甲.pdf': PAGES['upright.pdf'], '甲.corrections.json': '{"schema":' })
  const out = folderOf()
  const { code, stderr } = await kemu(['extract', pdfs, '-o', out, '--format', 'json'])
  expect(code).toBe(1)
  expect(stderr).toMatch('甲.corrections.json cannot be read')
  const none = await kemu(['extract', pdfs, '-o', out, '--corrections', path.join(pdfs, 'none')])
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('no such folder')])
})
