/** `kemu taxonomy`, and the XBRL formats as the command line writes them. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { kemu } from '../helpers/kemu.js'
import { shippedTaxonomy } from '../helpers/xbrl/files.js'
import { readInstance } from '../helpers/xbrl/instance.js'

const SAMPLE = new URL('../../samples/hengyang-merged.pdf', import.meta.url).pathname
const freshFolder = () => mkdtempSync(path.join(tmpdir(), 'kemu-test-'))

test('the taxonomy package is written where it is asked for, the same each time', async () => {
  const folder = freshFolder()
  const [one, two] = ['a.zip', 'b/c.zip'].map((name) => path.join(folder, name))
  expect(await kemu(['taxonomy', one])).toMatchObject({ code: 0, stdout: `${one}\n` })
  await kemu(['taxonomy', two])
  expect(readFileSync(one).equals(readFileSync(two))).toBe(true)
  expect(Object.keys(unzipSync(readFileSync(one)))).toContainEqual(
    expect.stringMatching(/META-INF\/taxonomyPackage\.xml$/),
  )
  expect((await kemu(['taxonomy', path.join(folder, 'a.xml')])).code).toBe(2)
})

test('one taxonomy for all folders, a report package, and tables whose names end no link', async () => {
  const [input, out] = [freshFolder(), freshFolder()]
  mkdirSync(path.join(input, 'b'))
  copyFileSync(SAMPLE, path.join(input, 'b', '某局#1.pdf'))
  const { code } = await kemu(['extract', input, '-o', out, '--format', 'xml,xbrl-csv,xbr'])
  expect(code).toBe(0)
  const names = readdirSync(path.join(out, 'b')).toSorted()
  expect(names).toEqual(
    [
      '某局#1-metadata.json',
      '某局#1.xbr',
      '某局#1.xml',
      '某局＃1-texts.csv',
      '某局＃1.csv',
    ].toSorted(),
  )
  const { tables, documentInfo } = JSON.parse(
    readFileSync(path.join(out, 'b', '某局#1-metadata.json'), 'utf8'),
  )
  for (const { url } of Object.values(tables) as { url: string }[]) expect(names).toContain(url)
  const [schema] = documentInfo.taxonomy
  expect(readdirSync(path.join(out, 'b', path.dirname(schema)))).toContain(path.basename(schema))
  const taxonomy = shippedTaxonomy()
  const xml = readFileSync(path.join(out, 'b', '某局#1.xml'), 'utf8')
  const report = readInstance(xml, taxonomy)
  expect([report.errors, report.href]).toEqual([[], schema])
  const packed = unzipSync(readFileSync(path.join(out, 'b', '某局#1.xbr')))
  const inside = Buffer.from(packed['report/reports/某局＃1.xbrl']).toString()
  expect(readInstance(inside, taxonomy).facts).toEqual(report.facts)
})
