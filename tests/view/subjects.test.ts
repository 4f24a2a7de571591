/**
 * Whatever the app offers to put right, the replay finds again: the same thing, and read as the app says it was.
 * `KEMU_OUT=out npx vitest run tests/view/subjects.test.ts` asks it of every document of a run.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { BudgetDocument, BudgetTable } from '../../schemas/document.js'
import { Places } from '../../src/correct/places.js'
import { settleFindings } from '../../src/correct/settle.js'
import { readDocument } from '../../src/pipeline.js'
import { type Subject, subjectsAt } from '../../src/view/app/correct/subjects.js'
import { columnKey } from '../../src/view/app/document/place.js'
import { corrected } from '../helpers/corrections.js'

const SAMPLE = new URL('../../samples/hengyang-as-published.pdf', import.meta.url)
let documents: BudgetDocument[]

beforeAll(async () => {
  const bytes = readFileSync(SAMPLE)
  documents = process.env.KEMU_OUT
    ? documentsIn(process.env.KEMU_OUT)
    : [(await readDocument({ file: 'x.pdf', bytes })).document]
}, 120_000)

function documentsIn(folder: string): BudgetDocument[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => name.endsWith('.json') && !/(?:^|\/)(?:run|\.)/.test(name))
  const read = files.map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')))
  return read.filter(({ schema }) => schema === 'kemu/document@1')
}

/** What the replay reads where a subject is; undefined where it finds nothing. */
function readAt(places: Places, { what, place }: Subject): string | null | undefined {
  const table = places.tables[places.table(place)]
  if (!table) return undefined
  if (what === 'cell') return places.cell(table, place)?.text
  if (what === 'code') return places.row(table, place)?.code
  if (what === 'kind') return table.kind
  if (what === 'owner') return table.owner
  const column = places.column(table, place)
  return table.columns.find(({ id }) => id === column)?.meaning
}

const keysOf = ({ id, rows, columns }: BudgetTable) => [
  id,
  ...columns.map((column) => columnKey(id, column.id)),
  ...rows.flatMap((row) => columns.map((column) => `${row.id}.${column.id}`)),
]

test('cells, codes, meanings, kinds and owners are found where they were read', () => {
  const [lost, counts]: [string[], Record<string, number>] = [[], {}]
  for (const document of documents) {
    const places = new Places(document.tables, (_, box) => box)
    for (const key of document.tables.flatMap(keysOf))
      for (const subject of subjectsAt(document, key, null)) {
        counts[subject.what] = (counts[subject.what] ?? 0) + 1
        if (readAt(places, subject) !== subject.read)
          lost.push(`${document.source.file} ${key} ${subject.what}`)
      }
  }
  if (process.env.KEMU_OUT) console.log(counts, lost.length, lost.slice(0, 20))
  expect(lost).toEqual([])
  expect(Object.keys(counts).toSorted()).toEqual(['cell', 'code', 'kind', 'meaning', 'owner'])
})

test('each finding with a page is settled by itself, unless another says the same', () => {
  const lost: string[] = []
  for (const document of documents)
    for (const issue of document.issues) {
      const [subject] = subjectsAt(document, null, issue)
      if (!subject) continue
      const { read, place } = subject
      const verdict = corrected({ what: 'finding', read, right: 'as_published', place } as never)
      const given = { corrections: [verdict], stale: [] }
      const after = settleFindings(document.issues, given, document.tables, (_, box) => box)
      const settled = after.filter((each) => each.settled)
      const isIt = settled.every(({ message }) => message.zh === issue.message.zh)
      if (settled.length === 0 || !isIt) lost.push(`${document.source.file} ${issue.message.zh}`)
    }
  if (process.env.KEMU_OUT) console.log(lost.length, lost.slice(0, 20))
  expect(lost).toEqual([])
})

test('what is corrected already is corrected from what was read, and its row is found by its box', () => {
  const [document] = documents
  const table = document.tables.find(({ id }) => id === 't3') as BudgetTable
  const own = table.rows.find(({ id }) => id === 't3.r5') as BudgetTable['rows'][0]
  const was = own.cells.total.text
  const total = { ...own.cells.total, text: '9', corrected: { from: was, by: '甲', why: 'x' } }
  const changed = { ...own, label: '另一名称', cells: { ...own.cells, total } }
  const rows = table.rows.map((row) => (row === own ? changed : row))
  const tables = document.tables.map((each) => (each === table ? { ...each, rows } : each))
  const [cell, code] = subjectsAt({ ...document, tables }, 't3.r5.total', null)
  expect(cell).toMatchObject({ what: 'cell', read: was, now: '9' })
  expect(code).toMatchObject({ what: 'code', read: own.code, place: { row: null } })
  const places = new Places(document.tables, (_, box) => box)
  expect([cell, code].map((subject) => readAt(places, subject))).toEqual([was, own.code])
})
