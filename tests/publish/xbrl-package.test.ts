import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { copyTaxonomy } from '../../src/publish/index.js'
import { shippedFiles } from '../helpers/xbrl/files.js'

const copied = (folder: string) =>
  new Map(
    readdirSync(path.join(folder, 'taxonomy')).map((name) => [
      name,
      readFileSync(path.join(folder, 'taxonomy', name), 'utf8'),
    ]),
  )

test('the taxonomy is put beside the outputs, whole, however many ask', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kemu-test-'))
  await Promise.all([copyTaxonomy(folder), copyTaxonomy(folder), copyTaxonomy(`${folder}/.`)])
  expect(copied(folder)).toEqual(shippedFiles())
  rmSync(path.join(folder, 'taxonomy'), { recursive: true })
  await copyTaxonomy(folder)
  expect(copied(folder)).toEqual(shippedFiles())
})

test('an older taxonomy in the folder is brought up to date', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kemu-test-'))
  await copyTaxonomy(folder)
  writeFileSync(path.join(folder, 'taxonomy', 'kemu.xsd'), 'old')
  await copyTaxonomy(path.join(folder, 'below'))
  const { copyTaxonomy: again } = await import('../../src/publish/xbrl/package.js?fresh' as string)
  await again(folder)
  expect(copied(folder)).toEqual(shippedFiles())
})
