import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { copyTaxonomy } from '../../src/publish/index.js'
import { VERSION } from '../../src/publish/xbrl/names.js'
import { taxonomyPackage, toReportPackage } from '../../src/publish/xbrl/package.js'
import { document } from '../helpers/document.js'
import { shippedFiles, shippedTaxonomy } from '../helpers/xbrl/files.js'
import { readInstance } from '../helpers/xbrl/instance.js'

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
  const { copyTaxonomy: again } = await import('../../src/publish/xbrl/taxonomy.js?fresh' as string)
  await again(folder)
  expect(copied(folder)).toEqual(shippedFiles())
})

describe('packages', () => {
  const opened = (bytes: Uint8Array) =>
    new Map(Object.entries(unzipSync(bytes)).map(([name, own]) => [name, Buffer.from(own)]))

  test('the taxonomy’s: what it is, where it is, and its files, the same bytes each time', () => {
    const { name, content } = taxonomyPackage()
    expect(name).toBe(`kemu-taxonomy-${VERSION}.zip`)
    expect(Buffer.from(taxonomyPackage().content).equals(Buffer.from(content))).toBe(true)
    const files = opened(content)
    const root = name.replace('.zip', '')
    const names = [...shippedFiles().keys(), 'META-INF/catalog.xml', 'META-INF/taxonomyPackage.xml']
    expect([...files.keys()].toSorted()).toEqual(names.map((own) => `${root}/${own}`).toSorted())
    const said = (own: string) => files.get(`${root}/META-INF/${own}`)?.toString() ?? ''
    const [, from, to] = /uriStartString="([^"]+)" rewritePrefix="([^"]+)"/.exec(
      said('catalog.xml'),
    ) as RegExpExecArray
    const [, entry] = /entryPointDocument href="([^"]+)"/.exec(
      said('taxonomyPackage.xml'),
    ) as RegExpExecArray
    expect(new URL(from).hostname).toMatch(/\.example$/)
    const place = path.posix.join(root, 'META-INF', to, entry.slice(from.length))
    expect(files.has(place)).toBe(true)
  })

  test('a report’s: one directory, one report, and the taxonomy that it points to', () => {
    const source = document()
    source.source.file = 'b/某局#1.pdf'
    const files = opened(toReportPackage(source))
    expect(new Set([...files.keys()].map((name) => name.split('/')[0])).size).toBe(1)
    const info = JSON.parse(files.get('report/META-INF/reportPackage.json')?.toString() ?? '')
    expect(info.documentInfo.documentType).toBe('https://xbrl.org/report-package/2023/xbr')
    const reports = [...files.keys()].filter((name) => name.startsWith('report/reports/'))
    expect(reports).toEqual(['report/reports/某局＃1.xbrl'])
    const xml = files.get(reports[0])?.toString() ?? ''
    const href = /schemaRef [^>]*xlink:href="([^"]+)"/.exec(xml)?.[1] ?? ''
    expect(files.has(path.posix.join('report/reports', href))).toBe(true)
    expect(readInstance(xml, shippedTaxonomy()).errors).toEqual([])
    expect(Buffer.from(toReportPackage(source)).equals(Buffer.from(toReportPackage(source)))).toBe(
      true,
    )
  })

  test('an archive has no time of its own: its files are of 1980-01-01 00:00', () => {
    const { content } = taxonomyPackage()
    expect([...content.subarray(10, 14)]).toEqual([0, 0, (1 << 5) | 1, 0])
  })
})
