/** datapackage.json: valid by its published profile, and what it says of keys, types and values can be broken. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Package } from 'datapackage'
import { expect, test } from 'vitest'
import { ALL_TABLES } from '../../schemas/panel.js'
import { dataPackage, type WrittenFile } from '../../src/panel/datapackage.js'
import type { Row } from '../../src/panel/query.js'
import { smallPanel, writeCsv } from '../helpers/small-panel.js'

/** A panel on disk with its description. @param change what is broken in it */
function written(change: (rows: Record<string, Row[]>) => void = () => {}): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kemu-package-'))
  const rows = smallPanel(ALL_TABLES)
  change(rows)
  writeCsv(folder, ALL_TABLES, rows)
  const files = new Map(ALL_TABLES.map(({ name }) => [name, describeFile(folder, `${name}.csv`)]))
  const descriptor = dataPackage({ title: 'Panel', version: '1', tables: ALL_TABLES, files })
  writeFileSync(path.join(folder, 'datapackage.json'), JSON.stringify(descriptor))
  return folder
}

function describeFile(folder: string, name: string): WrittenFile {
  const bytes = readFileSync(path.join(folder, name))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { path: name, bytes: bytes.length, sha256 }
}

/** The names of the resources that the library refuses to read, with what it says. */
async function faultsOf(folder: string): Promise<string[]> {
  const descriptor = JSON.parse(readFileSync(path.join(folder, 'datapackage.json'), 'utf8'))
  const loaded = await Package.load(descriptor, { basePath: folder, strict: true })
  expect(loaded.errors).toEqual([])
  const faults: string[] = []
  for (const resource of loaded.resources)
    await resource.read({ relations: true }).catch((error: Error & { errors?: Error[] }) => {
      const all = error.errors?.length ? error.errors : [error]
      faults.push(`${resource.name}: ${all.map(({ message }) => message).join(' ')}`)
    })
  return faults
}

test('the package is valid, and so is every row: types, values, patterns, keys', async () => {
  expect(await faultsOf(written())).toEqual([])
})

test.each<[string, (rows: Record<string, Row[]>) => void, RegExp]>([
  ['a value of no list', ({ documents }) => (documents[0].status = 'fine'), /documents: .*status/],
  [
    'a code out of pattern',
    ({ facts }) => (facts[0].exp_func_code = '2A1'),
    /facts: .*exp_func_code/,
  ],
  ['an amount that is none', ({ facts }) => (facts[0].amount = '1,0'), /facts: .*amount/],
  ['a missing status', ({ files }) => (files[0].status = null), /files: .*status/],
  [
    'two rows of one key',
    ({ facts }) => (facts[1].fact_id = facts[0].fact_id),
    /facts: .*[Uu]nique/,
  ],
  ['a fact of no table', ({ facts }) => (facts[0].table_id = 'f'.repeat(16)), /facts: Foreign key/],
  [
    'a term of no check',
    ({ check_terms: [term] }) => (term.check_id = 'f'.repeat(16)),
    /check_terms: Foreign/,
  ],
])('%s is refused', async (_, change, fault) => {
  // Tables that point to a broken one cannot be read either; its own fault says why.
  expect(await faultsOf(written(change))).toEqual(
    expect.arrayContaining([expect.stringMatching(fault)]),
  )
})

test('a description without fields, or of another profile, is refused', async () => {
  const descriptor = JSON.parse(readFileSync(path.join(written(), 'datapackage.json'), 'utf8'))
  descriptor.resources[0].schema.fields = []
  await expect(Package.load(descriptor, { strict: true })).rejects.toThrow()
})

/** Of the published list of column types (OpenSpending's os-types 1.17), those that a budget may use. */
const FISCAL =
  /^(value|value-currency:code|phase:id|direction|budget-line-id|date:fiscal-year|geo-source:generic:(code|title)|(functional|economic|administrative)-classification:generic:(code|label)|fin-source:generic:(code|label)|activity:generic:project:(code|label))$/

test('column types are of the published list, and say what the tabular types say', () => {
  const fiscal = ALL_TABLES.flatMap(({ columns }) => columns.filter(({ fiscalType }) => fiscalType))
  expect(fiscal.length).toBeGreaterThan(5)
  expect(fiscal.filter(({ fiscalType }) => !FISCAL.test(fiscalType as string))).toEqual([])
  const types = new Map(fiscal.map(({ fiscalType, type }) => [fiscalType, type]))
  expect(types.get('value')).toBe('decimal')
  expect(types.get('date:fiscal-year')).toBe('integer')
  expect(types.get('functional-classification:generic:code')).toBe('text')
})

test('facts are in CNY, which no file says in a column', () => {
  const { resources } = JSON.parse(readFileSync(path.join(written(), 'datapackage.json'), 'utf8'))
  const facts = resources.find(({ name }: { name: string }) => name === 'facts')
  expect(facts.schema.extraFields).toMatchObject([
    { columnType: 'value-currency:code', constant: 'CNY' },
  ])
})
