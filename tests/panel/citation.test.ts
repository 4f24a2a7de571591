/** Citation files hold to CFF 1.2: its required fields, none that it does not know, and what we say is true. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { citation } from '../../src/panel/citation.js'

const ROOT = new URL('../../', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'))

/** The fields of schema 1.2.0 that we use, with what it asks of each. */
const FIELDS: Record<string, (value: unknown) => boolean> = {
  'cff-version': (value) => value === '1.2.0',
  message: isText,
  title: isText,
  abstract: isText,
  type: (value) => value === 'dataset' || value === 'software',
  authors: isEntities,
  version: isText,
  license: (value) => value === 'Apache-2.0',
  keywords: (value) => Array.isArray(value) && value.length > 0 && value.every(isText),
  'date-released': (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  references: (value) => Array.isArray(value) && value.every(isReference),
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function isEntities(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(({ name }) => isText(name))
}

function isReference(value: Record<string, unknown>): boolean {
  return ['authors', 'title', 'type'].every((key) => key in value) && faultsOf(value).length === 0
}

function faultsOf(file: Record<string, unknown>): string[] {
  return Object.keys(file).filter((key) => !FIELDS[key]?.(file[key]))
}

const REQUIRED = ['cff-version', 'message', 'title', 'authors']
const cited = { title: 'Panel', version: '0.1.0+abc', released: null, program: '0.1.0' }

describe.each([
  ['the repository', readFileSync(new URL('CITATION.cff', ROOT), 'utf8')],
  ['a panel', citation(cited)],
  ['a panel with a date', citation({ ...cited, released: '2026-01-31' })],
])('the citation of %s', (_, text) => {
  test('has the required fields, and only such as the format knows', () => {
    const file = parse(text)
    expect(Object.keys(file)).toEqual(expect.arrayContaining(REQUIRED))
    expect(faultsOf(file)).toEqual([])
  })
})

test('the repository is cited by its own version and license', () => {
  const file = parse(readFileSync(new URL('CITATION.cff', ROOT), 'utf8'))
  expect(file).toMatchObject({ version: manifest.version, license: manifest.license })
})

test('titles with colons and quotes stay whole; without a date there is none', () => {
  const file = parse(citation({ ...cited, title: 'a: "b" # c' }))
  expect(file.title).toBe('a: "b" # c')
  expect(file).not.toHaveProperty('date-released')
})
