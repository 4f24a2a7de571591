/** What a person puts right in a published document: what follows of it is worked out again, and all of it says so. */
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { Correction } from '../../schemas/corrections.js'
import { type BudgetDocument, documentSchema } from '../../schemas/document.js'
import { readDocument } from '../../src/pipeline.js'
import { corrected, placeOf } from '../helpers/corrections.js'
import { sidewaysTable } from '../helpers/view.js'

const bytes = readFileSync(new URL('../../samples/hengyang-as-published.pdf', import.meta.url))
let read: BudgetDocument

async function readWith(
  corrections: Correction[],
  stale: Correction[] = [],
  pdf: Uint8Array = bytes,
) {
  const given = { file: 'x.pdf', bytes: pdf, corrections: { corrections, stale } }
  const { document } = await readDocument(given)
  expect(documentSchema.safeParse(document).error).toBeUndefined()
  return document
}

const table = (document: BudgetDocument, id: string) => {
  const found = document.tables.find((each) => each.id === id)
  if (!found) throw new Error(`no table ${id}`)
  return found
}
const codes = ({ issues }: BudgetDocument) => issues.map(({ code }) => code)

beforeAll(async () => {
  read = (await readDocument({ file: 'x.pdf', bytes })).document
})

test('where nothing is put right, nothing is other than it was', async () => {
  expect(await readWith([])).toEqual(read)
})

test('a figure: its value, its checks and its mark', async () => {
  const wrong = table(read, 't6')
  const place = placeOf(wrong, 't6.r31', 'amount')
  const document = await readWith([corrected({ what: 'cell', read: '1.00', right: '0.30', place })])
  const cell = table(document, 't6').rows.find(({ id }) => id === 't6.r31')?.cells.amount
  expect(cell).toMatchObject({ text: '0.30', value: '0.30' })
  expect(cell?.corrected).toEqual({ from: '1.00', by: '甲', why: 'as printed' })
  // The narrative says 0.3, so that identity holds now; the sum above it had counted 1.00.
  const narrative = document.checks.filter(({ right }) =>
    right.some(({ label }) => label === '培训费'),
  )
  expect(narrative.map(({ outcome }) => outcome)).not.toContain('fails')
  expect(table(document, 't6').checks.some(({ outcome }) => outcome === 'fails')).toBe(true)
  expect(codes(document)).not.toContain('correction_refused')
  // A finding too, since every output prints the findings: no figure of a person's looks like one that was read.
  expect(document.issues.find(({ code }) => code === 'corrected')).toMatchObject({
    severity: 'info',
    table: 't6',
    page: place.page,
    bbox: place.bbox,
    message: { en: '甲 corrected a cell: read "1.00", put "0.30" (as printed)' },
  })
})

test('a code: the row stands where that code stands', async () => {
  const place = placeOf(table(read, 't3'), 't3.r5', 'total')
  const right = '2011199'
  const document = await readWith([corrected({ what: 'code', read: '2010302', right, place })])
  const row = table(document, 't3').rows.find(({ label }) => label === '一般行政管理事务')
  expect(row).toMatchObject({ code: right, corrected: { from: '2010302' } })
  expect(row?.parent).not.toBe('t3.r3')
  expect(table(document, 't3').rows.filter((each) => each.corrected)).toHaveLength(1)
  // What stood beside it stays.
  expect(table(document, 't3').rows[3]).toEqual(table(read, 't3').rows[3])
})

test("a column's meaning: what it measures follows, its id stays", async () => {
  const place = placeOf(table(read, 't2'), 't2.r1', 'fund_balance')
  const correction = { read: 'fund_balance', right: 'carry_over', place }
  const document = await readWith([corrected({ what: 'meaning', ...correction })])
  const column = table(document, 't2').columns.find(({ id }) => id === 'fund_balance')
  expect(column).toMatchObject({ meaning: 'carry_over', measure: 'carry_over' })
  expect(column?.corrected?.from).toBe('fund_balance')
})

test("a table's kind and its owner", async () => {
  const place = placeOf(table(read, 't9'))
  const { owner } = table(read, 't9')
  const document = await readWith([
    corrected({ what: 'kind', read: 'three_public_expenses', right: 'unrecognized', place }),
    corrected({ what: 'owner', read: owner, right: '衡阳市某局', place }),
  ])
  expect(table(document, 't9')).toMatchObject({ kind: 'unrecognized', owner: '衡阳市某局' })
  expect(table(document, 't9').corrected).toMatchObject({
    kind: { from: 'three_public_expenses' },
    owner: { from: owner },
  })
})

test('a finding that is settled stays, and asks nobody any more', async () => {
  const [{ page, bbox, code }] = read.issues
  expect([read.status, code]).toEqual(['review', 'identity_fails'])
  const place = { page: page ?? 1, bbox, table: null, row: null, column: null }
  const document = await readWith([
    corrected({ what: 'finding', read: 'identity_fails', right: 'as_published', place }),
  ])
  const issue = document.issues.find((each) => each.code === 'identity_fails')
  expect(issue).toMatchObject({
    severity: 'info',
    settled: { verdict: 'as_published', from: 'warning', by: '甲' },
  })
  expect(document.issues.every(({ severity }) => severity === 'info')).toBe(true)
  expect(document.status).toBe('ok')
})

test('what does not hold any more is refused, and the reading is as it was', async () => {
  const place = placeOf(table(read, 't6'), 't6.r31', 'amount')
  const other = { ...place, bbox: [0, 0, 5, 5] as [number, number, number, number] }
  const document = await readWith(
    [
      corrected({ what: 'cell', read: '2.00', right: '0.30', place }),
      corrected({ what: 'cell', read: '1.00', right: '0.30', place: other }),
      corrected({
        what: 'kind',
        read: 'unrecognized',
        right: 'revenue_summary',
        place: { ...place, table: '无此表' },
      }),
      corrected({ what: 'finding', read: 'odd_code', right: 'not_a_fault', place }),
    ],
    [corrected({ what: 'cell', read: '1.00', right: '0.30', place, who: '乙' })],
  )
  const refused = document.issues.filter(({ code }) => code === 'correction_refused')
  expect(refused).toHaveLength(5)
  expect(
    refused.some(({ message }) =>
      message.en.includes('by 乙 was not put in: it was made for another PDF'),
    ),
  ).toBe(true)
  expect(document.tables).toEqual(read.tables)
})

test('a page whose text lies on its side: the place is that of the page as displayed', async () => {
  const pdf = sidewaysTable()
  const { document: before } = await readDocument({ file: 'x.pdf', bytes: pdf })
  const [only] = before.tables
  const at = only.rows.flatMap(({ id, cells }) =>
    Object.entries(cells).flatMap(([column, { text }]) =>
      text === '312.40' ? [[id, column]] : [],
    ),
  )[0]
  const place = placeOf(only, at[0], at[1])
  const [x0, top, x1, bottom] = place.bbox ?? [0, 0, 0, 0]
  expect(bottom - top).toBeGreaterThan(x1 - x0)
  const cell = corrected({ what: 'cell', read: '312.40', right: '312.45', place })
  const document = await readWith([cell], [], pdf)
  expect(codes(document)).not.toContain('correction_refused')
  const right = document.tables[0].rows.find(({ id }) => id === at[0])?.cells[at[1]]
  expect(right).toMatchObject({ text: '312.45', bbox: place.bbox, corrected: { from: '312.40' } })
})
