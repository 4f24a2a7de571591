/** What a spreadsheet would run is kept from it, by one rule in JavaScript and in DuckDB. */
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { literal } from '../../src/panel/ddl.js'
import { guarded, guardedSql } from '../../src/panel/formulas.js'

const SIGNS = ['=1+1', '+cmd', '-a', '@SUM(1)', '＝1', '＋a', '－a', '＠a']
const FORMULAS = [...SIGNS, '\tx', '\rx', '\nx']
const BLANKS = [' ', '\u3000', '\u00a0', '\t', '\u2003', '\u200b', '\ufeff', '\u0085', '\u2028']
const PLAIN = [
  '',
  '-',
  '－－',
  '-1,234.50',
  '+5',
  '＋5',
  '.5',
  '某局',
  'a=b',
  '（=）',
  '\u3000某局',
  ' -',
]

const TEXTS = [
  ...FORMULAS,
  ...PLAIN,
  ...BLANKS.flatMap((blank) => FORMULAS.map((text) => blank + text)),
]

test('a formula has an apostrophe in front, behind any blanks and in whole widths too', () => {
  for (const text of FORMULAS) expect(guarded(text)).toBe(`'${text}`)
  for (const blank of BLANKS)
    for (const text of SIGNS) expect(guarded(blank + text)).toBe(`'${blank}${text}`)
})

test('figures, dashes and words stay as they are', () => {
  for (const text of PLAIN.slice(0, -1)) expect(guarded(text)).toBe(text)
})

test('DuckDB says the same of each', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const values = TEXTS.map((text, i) => `(${i}, ${literal(text)})`).join(', ')
  // What reads the answer drops a byte order mark in front.
  const reader = await connection.runAndReadAll(
    `SELECT '>' || ${guardedSql('text')} FROM (VALUES ${values}) AS given (n, text) ORDER BY n`,
  )
  expect(reader.getRows().flat()).toEqual(TEXTS.map((text) => `>${guarded(text)}`))
})
