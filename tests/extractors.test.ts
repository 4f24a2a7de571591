/** Every kind's example is its test: recognized as its own kind and no other, with every identity holding. */
import { describe, expect, test } from 'vitest'
import type { KindDescription } from '../schemas/kind.js'
import { TERMS } from '../schemas/vocabulary.js'
import { loadKinds } from '../src/registry.js'
import { normalizeTable } from '../src/understand/normalize/table.js'
import { recognizeTable } from '../src/understand/recognize/recognize.js'
import { reconcileTable } from '../src/understand/reconcile/reconcile.js'
import { rawTable } from './helpers/example.js'

const kinds = await loadKinds()
const read = (kind: KindDescription) => {
  const recognized = recognizeTable(rawTable(kind.example), kinds)
  const { table, issues } = normalizeTable(recognized, 1)
  return { recognized, table, issues, checks: reconcileTable(table, recognized.kind) }
}

describe.each(kinds.map((kind) => ({ id: kind.id, kind })))('$id', ({ kind }) => {
  test('its example is of its kind, and nothing in it is unknown', () => {
    const { recognized, issues } = read(kind)
    expect(recognized.kind?.id).toBe(kind.id)
    expect(kind.layout === 'form' ? [] : issues).toEqual([])
  })

  test('every identity holds in its example', () => {
    const { checks, table } = read(kind)
    expect(checks.filter((check) => check.outcome !== 'holds')).toEqual([])
    expect(table.rows.length).toBeGreaterThan(0)
  })
})

test('one misread row gives the findings that it must, and no other', () => {
  const kind = kinds.find(({ id }) => id === 'general_budget_expenditure')
  if (!kind) throw new Error('the core kind is gone')
  const example = kind.example.replace(
    '2010301 | 行政运行 | 280.00 | 280.00 |',
    '2010301 | 行政运行 | 208.00 | 208.00 |',
  )
  expect(example).not.toBe(kind.example)
  const failures = read({ ...kind, example }).checks.filter((check) => check.outcome === 'fails')
  expect(
    failures.map((check) => [
      check.identity,
      check.left.label,
      check.left.column,
      check.difference,
    ]),
  ).toEqual([
    ['parent = Σ children', '政府办公厅（室）及相关机构事务', 'total', '72'],
    ['parent = Σ children', '政府办公厅（室）及相关机构事务', 'basic', '72'],
  ])
})

test('no header word has two meanings', () => {
  const seen = new Map<string, string>()
  const clashes: string[] = []
  for (const term of TERMS) {
    const meaning = `${term.key ?? ''}/${term.atom ?? ''}/${term.type ?? ''}`
    for (const word of term.words) {
      const other = seen.get(word)
      if (other !== undefined && other !== meaning) clashes.push(`${word}: ${other} and ${meaning}`)
      seen.set(word, meaning)
    }
  }
  expect(clashes).toEqual([])
})
