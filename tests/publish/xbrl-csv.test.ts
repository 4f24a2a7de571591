import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BudgetDocument } from '../../schemas/document.js'
import { outputPath } from '../../src/publish/index.js'
import { toXbrlCsv } from '../../src/publish/xbrl/csv.js'
import { toXbrl } from '../../src/publish/xbrl/instance.js'
import { document, narrativeFact, performanceRecord, table } from '../helpers/document.js'
import { csvErrors } from '../helpers/xbrl/csv-against-xml.js'
import { parseCsv, sniff } from '../helpers/xbrl/csv-reader.js'
import { shippedTaxonomy } from '../helpers/xbrl/files.js'
import { readInstance } from '../helpers/xbrl/instance.js'

const taxonomy = shippedTaxonomy()
const errorsOf = (source: BudgetDocument, outputs = toXbrlCsv(source)) =>
  csvErrors(source, outputs, readInstance(toXbrl(source), taxonomy), taxonomy)

const named = (...names: string[]) =>
  document([
    table({
      rows: names.map((name, i) => ({
        ...table().rows[0],
        id: `t1.r${i + 1}`,
        code: null,
        panel: 'revenue' as const,
        name,
        label: name,
      })),
    }),
  ])

describe('xBRL-CSV', () => {
  test('two tables and what their columns mean, named after the document', () => {
    const outputs = toXbrlCsv(document())
    expect(outputs.map(({ suffix }) => suffix)).toEqual(['.csv', '-texts.csv', '-metadata.json'])
    const { tables } = JSON.parse(outputs[2].content)
    expect(Object.values(tables).map((entry) => (entry as { url: string }).url)).toEqual([
      'foo.csv',
      'foo-texts.csv',
    ])
  })

  test('a # in a name is no end of a link: the tables have another', () => {
    const source = document()
    source.source.file = 'b/foo#1.pdf'
    expect(errorsOf(source)).toEqual([])
    const { tables } = JSON.parse(toXbrlCsv(source)[2].content)
    expect(tables.figures.url).toBe('foo＃1.csv')
    expect(outputPath('b/foo#1', '.csv')).toBe('b/foo＃1.csv')
    expect(outputPath('b/foo#1', '-metadata.json')).toBe('b/foo#1-metadata.json')
    expect(outputPath('b#2/foo#1', '.xml')).toBe('b#2/foo#1.xml')
  })

  test('the same facts as in XML, one for one', () => {
    expect(errorsOf(document())).toEqual([])
    expect(errorsOf(document([]))).toEqual([])
    const all = { facts: [narrativeFact()], performance: [performanceRecord()] }
    expect(errorsOf(document([table()], all))).toEqual([])
  })

  test('without owner or year, as in XML', () => {
    const source = document([table({ owner: null })])
    source.report = { ...source.report, department: null, fiscalYear: null }
    expect(errorsOf(source)).toEqual([])
  })

  test.each([
    '=1+1',
    '+cmd',
    '@SUM(A1)',
    '-2',
    '#none',
    '##',
    'a,b',
    '"quoted"',
    '一\n二',
    '$name',
    "'apostrophes'",
    '"三公"经费,合计',
    "a;'b';c|'d'",
  ])('a name %j is the key that it is in XML', (name) => {
    expect(errorsOf(named(name))).toEqual([])
    expect(toXbrlCsv(named(name))[0].content).toContain(
      name.replace('\n', ' ').replaceAll('"', '""'),
    )
  })

  test.each([
    ['quotes', '"三公"经费,其中', true],
    ['apostrophes', "'s',", false],
  ])('%s beyond the first kilobyte are read as they stand', (_what, name, doubled) => {
    const source = named(...Array.from({ length: 40 }, (_, i) => `项目${i}`), name)
    const [{ content }] = toXbrlCsv(source)
    expect(content.lastIndexOf('三公') + content.lastIndexOf("'s'")).toBeGreaterThan(1024)
    expect(sniff(content).doubled).toBe(doubled)
    expect(errorsOf(source)).toEqual([])
  })

  test('names of any sort, as in XML', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('"', "'", ',', ';', '|', '#', '$', ' ', '<', '三', 'a'))
        .map((c) => c.join('')),
    )
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), (names) => {
        expect(errorsOf(named(...names))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('figures of a table that states no unit', () => {
    const [header, ...rows] = parseCsv(toXbrlCsv(document([table({ unit: null })]))[0].content)
    expect(rows.map((row) => row[header.indexOf('unit')])).toEqual(
      Array(3).fill('kemu:UnstatedUnit'),
    )
    expect(errorsOf(document([table({ unit: null })]))).toEqual([])
  })

  test('codes keep their zeros, and every row has all columns', () => {
    const rows = [{ ...table().rows[0], code: '2019876', unitCode: '003001' }]
    const [header, row] = parseCsv(toXbrlCsv(document([table({ rows })]))[0].content)
    expect(row[header.indexOf('unitCode')]).toBe('003001')
    expect(row[header.indexOf('functionCode')]).toBe('2019876')
    expect(row.length).toBe(header.length)
  })

  test.each([
    ['a value', '.csv', '13124000', '13124001', /only in CSV/],
    ['a row', '.csv', /t1\.r2\.basic,.*\r\n/, '', /only in XML/],
    ['a text', '-texts.csv', '某局2025年度', '某处2025年度', /only in CSV/],
    ['a period', '.csv', '2025-01-01', '2024-01-01', /only in CSV/],
    ['a code', '.csv', 'kemu:Function201', 'kemu:Function202', /only in CSV/],
    ['a reference', '-metadata.json', '"$functionCode"', '"$code"', /no column code/],
    ['a file', '-metadata.json', '"foo.csv"', '"bar.csv"', /no bar\.csv/],
    ['a unit', '.csv', 'iso4217:CNY', 'iso4217:USD', /only in CSV/],
  ])('%s changed is caught', (_what, suffix, from, to, error) => {
    const outputs = toXbrlCsv(document()).map((output) =>
      output.suffix === suffix ? { ...output, content: output.content.replace(from, to) } : output,
    )
    expect(errorsOf(document(), outputs).join('\n')).toMatch(error)
  })
})

/** Asked of Python 3.11: `csv.Sniffer().sniff(text, [',', '\t', ';', '|'])`. */
test.each([
  ['id,name\n1,x\n', '"', false],
  ['id,name,v\n1,"a,b",2\n', '"', false],
  ['id,name,v\n1,"a""b",2\n', '"', true],
  ['id,name,v\n1,"a""b,c",2\n', '"', false],
  ["id,name,v\n1,'x',2\n", "'", false],
  ['id,name,v\n1,"\'x\'",2\n', '"', false],
  ['id,note,v\n1,"quotes in cells are doubled: """,2\n', '"', true],
])('the sniffer of the tests takes %j as Python does', (text, quote, doubled) => {
  expect(sniff(text)).toEqual({ quote, doubled })
})
