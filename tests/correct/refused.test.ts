/** What cannot be put in is not said to be put in: the page has no cell for it, or two people say otherwise. */
import { expect, test } from 'vitest'
import type { Correction } from '../../schemas/corrections.js'
import type { RecognizedTable } from '../../schemas/stages.js'
import { correctReading } from '../../src/correct/correct.js'
import { normalizeTables } from '../../src/understand/normalize/table.js'
import { corrected, placeOf } from '../helpers/corrections.js'
import { recognized } from '../helpers/list.js'

const asShown = (_: number, box: [number, number, number, number]) => box

function correct(given: RecognizedTable, ...corrections: Correction[]) {
  const tables = normalizeTables([given]).map(({ table }) => table)
  const result = correctReading([given], tables, { corrections, stale: [] }, [], asShown)
  const [table] = normalizeTables(result.recognized).map((each) => each.table)
  const said = result.said.map(({ code, message }) => [code, message.en] as const)
  return { table, said, held: result.held, isAsRead: result.recognized[0] === given }
}

/** The code of the row of a name, put right. */
function codeOf(given: RecognizedTable, name: string, right: string): Correction {
  const [{ table }] = normalizeTables([given])
  const row = table.rows.find((each) => each.name === name)
  if (!row) throw new Error(`no row ${name}`)
  return corrected({ what: 'code', read: row.code, right, place: placeOf(table, row.id) })
}

const GLUED = `
  name* | #合计
  201 一般公共服务支出 | 9
  2010301 行政运行 | 9`
const PARTS = `
  class | section | item | name | #合计
  201 | < | < | 一般公共服务支出 | 9
  201 | 03 | < | 政府办公厅（室）及相关机构事务 | 9
  201 | 03 | 01 | 行政运行 | 9`
const SPANNED = `
  class | section | item | name | #合计
  201 | 03 | 01 | 行政运行 | 9
  ^ | 03 | 02 | 一般行政管理事务 | 9`

test.each([
  ['stands before its name', GLUED, '行政运行', '2010399'],
  ['has more digits than cells', PARTS, '政府办公厅（室）及相关机构事务', '2010399'],
  ['shares the cell that would change', SPANNED, '一般行政管理事务', '2050302'],
])('a code that %s is not said to be corrected', (_, text, name, right) => {
  const given = recognized(text)
  const { said, held, isAsRead } = correct(given, codeOf(given, name, right))
  expect(said).toEqual([
    [
      'correction_refused',
      expect.stringMatching('no cells print it alone, so nothing was changed'),
    ],
  ])
  expect([held, isAsRead]).toEqual([[], true])
})

test.each([
  ['of three cells', PARTS, '行政运行', '2050199'],
  ['of as many cells as it has digits for', PARTS, '一般公共服务支出', '205'],
  ['whose shared cell stays', SPANNED, '一般行政管理事务', '2010399'],
  ['of one cell', 'code | name | #合计\n2010301 | 行政运行 | 9', '行政运行', '2010399'],
])('a code %s is', (_, text, name, right) => {
  const given = recognized(text)
  const { said, table } = correct(given, codeOf(given, name, right))
  expect(said.map(([code]) => code)).toEqual(['corrected'])
  expect(table.rows.find((row) => row.name === name)?.code).toBe(right)
  expect(table.rows.filter((row) => row.code === right)).toHaveLength(1)
})

const PLAIN = 'code | name | #基本 | #项目\n2010301 | 行政运行 | 9 | 1\n2010302 | 管理 | 7 | 2'

/** Each pair speaks of one thing, by other boxes: of any cell of a row, of a cell a hair aside. */
function pairs(given: RecognizedTable): [Correction, Correction][] {
  const [{ table }] = normalizeTables([given])
  const [first, second] = table.rows.map(({ id }) => id)
  const [basic, project] = table.columns.filter(({ type }) => type === 'amount').map(({ id }) => id)
  const at = (row: string, column: string) => placeOf(table, row, column)
  const aside = { ...at(first, basic), bbox: at(first, basic).bbox?.map((side) => side + 0.3) }
  const owner = { what: 'owner', read: table.owner } as const
  return [
    [
      corrected({ what: 'cell', read: '9', right: '8', place: at(first, basic) }),
      corrected({ what: 'cell', read: '9', right: '6', place: aside as never, who: '乙' }),
    ],
    [
      corrected({ what: 'code', read: '2010301', right: '2010399', place: at(first, basic) }),
      corrected({
        ...{ what: 'code', read: '2010301', right: '2010350', who: '乙' },
        place: at(first, project),
      }),
    ],
    [
      corrected({ what: 'meaning', read: null, right: 'basic', place: at(first, basic) }),
      corrected({ what: 'meaning', read: null, right: 'project', place: at(second, basic) }),
    ],
    [
      corrected({ ...owner, right: '甲局', place: at(first, basic) }),
      corrected({ ...owner, right: '乙局', place: at(second, basic) }),
    ],
  ]
}

const CASES = pairs(recognized(PLAIN)).map((pair) => [pair[0].what, pair] as const)

test.each(CASES)('two that say otherwise of one thing (%s) are both refused', (_, pair) => {
  const given = recognized(PLAIN)
  const { said, held, isAsRead } = correct(given, ...pair)
  expect(said.map(([code]) => code)).toEqual(['correction_refused', 'correction_refused'])
  expect(said.every(([, message]) => message.includes('says otherwise of the same thing'))).toBe(
    true,
  )
  expect([held, isAsRead]).toEqual([[], true])
})

test.each(CASES)('two that say the same of it (%s) are one', (_, [one, other]) => {
  const { said, held } = correct(recognized(PLAIN), one, {
    ...other,
    right: one.right,
  } as Correction)
  expect(said.map(([code]) => code)).toEqual(['corrected'])
  expect(held.map(({ correction }) => correction.who)).toEqual(['甲'])
})

test('corrections of two things are both put in', () => {
  const [[cell], [code]] = pairs(recognized(PLAIN))
  const { said } = correct(recognized(PLAIN), cell, code)
  expect(said.map(([each]) => each)).toEqual(['corrected', 'corrected'])
})
