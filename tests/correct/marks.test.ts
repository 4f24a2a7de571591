/** What a person has put right says so wherever it is printed: workbook, panel, flat table. */
import { readFileSync } from 'node:fs'
import type { Cell } from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import type { BudgetDocument } from '../../schemas/document.js'
import { correctedOf } from '../../src/panel/corrected.js'
import { panelRows } from '../../src/panel/document.js'
import { readDocument } from '../../src/pipeline.js'
import { toXlsx } from '../../src/publish/workbook.js'
import { corrected, placeOf } from '../helpers/corrections.js'
import { cell, column, document, row, table } from '../helpers/document.js'
import { flat, folder, wish } from '../helpers/flat.js'
import { structured } from '../helpers/structured.js'
import { reload } from '../helpers/workbook.js'

const bytes = readFileSync(new URL('../../samples/hengyang-as-published.pdf', import.meta.url))
let right: BudgetDocument

beforeAll(async () => {
  const read = (await readDocument({ file: 'x.pdf', bytes })).document
  const of = (id: string) => read.tables.find((each) => each.id === id) as (typeof read.tables)[0]
  const corrections = [
    corrected({
      ...{ what: 'cell', read: '1.00', right: '0.30' },
      place: placeOf(of('t6'), 't6.r31', 'amount'),
    }),
    corrected({
      ...{ what: 'code', read: '2010302', right: '2011199', who: '乙' },
      place: placeOf(of('t3'), 't3.r5', 'total'),
    }),
    corrected({
      ...{ what: 'meaning', read: 'fund_balance', right: 'carry_over' },
      place: placeOf(of('t2'), 't2.r1', 'fund_balance'),
    }),
    corrected({
      ...{ what: 'kind', read: 'three_public_expenses', right: 'unrecognized' },
      place: placeOf(of('t9')),
    }),
  ]
  const given = { file: 'x.pdf', bytes, corrections: { corrections, stale: [] } }
  right = (await readDocument(given)).document
})

test('workbook: each has a note that says what was read, who says otherwise and why', async () => {
  const workbook = await reload(await toXlsx(right))
  const notes: [string, string][] = []
  for (const sheet of workbook.worksheets)
    sheet.eachRow((line) =>
      line.eachCell((each: Cell) => {
        const note = each.note as { texts?: { text: string }[] } | undefined
        const said = note?.texts?.map(({ text }) => text).join('') ?? ''
        if (said.startsWith('人工更正')) notes.push([String(each.value), said])
      }),
    )
  const by = (who: string, from: string) =>
    `人工更正：读到“${from}”\n更正人：${who}\n理由：as printed`
  expect(notes).toContainEqual(['0.3', by('甲', '1.00')])
  // The table prints its codes in three columns: none of them is the row's alone.
  expect(notes.filter(([, said]) => said === by('乙', '2010302')).length).toBeGreaterThan(0)
  expect(notes.map(([, said]) => said)).toContain(by('甲', 'fund_balance'))
  expect(notes.map(([, said]) => said)).toContain(by('甲', 'three_public_expenses'))
})

test('panel: each figure says what was read of it, who put it right and why', () => {
  const { facts } = panelRows(right, { file: 'x.json', collection: null })
  const said = facts.flatMap(({ shared, own }) =>
    own.corrected_from === null
      ? []
      : [
          [
            shared.json_row,
            own.json_column,
            own.corrected_from,
            own.corrected_by,
            own.corrected_why,
          ],
        ],
  )
  expect(said).toContainEqual(['t6.r31', 'amount', 'cell: 1.00', '甲', 'as printed'])
  expect(said.some(([, , from, by]) => from === 'code: 2010302' && by === '乙')).toBe(true)
  expect(
    said.some(([, id, from]) => id === 'fund_balance' && from === 'meaning: fund_balance'),
  ).toBe(true)
  expect(facts.length).toBeGreaterThan(said.length)
})

test('of one figure with several, each is said, and people once', () => {
  const said = (from: string, by: string) => ({ from, by, why: 'because' })
  const own = table({ corrected: { kind: said('unrecognized', '乙') } })
  const figure = { ...cell('1'), corrected: said('7', '甲') }
  expect(
    correctedOf(own, row('r1', { corrected: said('201', '甲') }), column('a'), figure),
  ).toEqual({
    corrected_from: 'cell: 7; code: 201; kind: unrecognized',
    corrected_by: '甲; 乙',
    corrected_why: 'because',
  })
})

test('flat table: a leaf says it, and a sum of ours says it of its leaves', () => {
  const mark = { corrected: { from: '9', by: '甲', why: 'as printed' } }
  const line = (id: string, code: string | null, amount: string, more = {}) =>
    row(id, {
      ...{ code, name: code ?? '合计', level: code === null ? 0 : 3 },
      role: code === null ? 'total' : 'item',
      cells: { total: { ...cell(amount), ...more } },
    })
  const rows = [line('r0', null, '3'), line('r1', '2010301', '1', mark), line('r2', '2010302', '2')]
  const made = structured(
    document([table({ columns: [column('total', { path: ['合计'], meaning: 'total' })], rows })]),
  )
  const root = folder({ 'a.json': made })
  const of = (given: Record<string, unknown>) =>
    flat(root, wish(given)).rows.map((each) => [each.code, each.corrected_by, each.corrected_from])
  expect(of({})).toEqual([
    ['2010301', '甲', 'cell: 9'],
    ['2010302', null, null],
  ])
  expect(of({ level: '款' })).toEqual([['20103', '甲', 'cell: 9']])
})
