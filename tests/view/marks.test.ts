/** What is in question is marked on its page: as a workbook marks it. */
import { expect, test } from 'vitest'
import { type Mark, marksOf } from '../../src/view/app/document/marks.js'
import { marksAt, modelOf } from '../../src/view/app/document/model.js'
import {
  cell,
  check,
  document,
  narrativeFact,
  performanceRecord,
  row,
  table,
  term,
} from '../helpers/document.js'

const TABLE = table({
  id: 't1',
  rows: ['t1.r1', 't1.r2', 't1.r3'].map((id) => row(id, { cells: { total: cell('1') } })),
})
const at = (r: number) => term({ row: `t1.r${r}` })
const fact = (id: string) => term({ table: null, row: null, column: null, fact: id })
const failed = (left: ReturnType<typeof term>, ...right: ReturnType<typeof term>[]) =>
  check({ outcome: 'fails', difference: '1', left, right })

function failing(...checks: ReturnType<typeof check>[]): string[] {
  const facts = ['f1', 'f2'].map((id) => narrativeFact({ id }))
  const marks: Mark[] = marksOf({ ...document([TABLE]), facts, checks })
  return marks.flatMap(({ key, flags }) => (flags.includes('fails') ? [key] : []))
}

test('where one figure stands against one, both are marked', () => {
  expect(failing(failed(at(1), at(2)))).toEqual(['t1.r1.total', 't1.r2.total'])
})

test('of a sum its whole is', () => {
  expect(failing(failed(at(1), at(2), at(3)))).toEqual(['t1.r1.total'])
})

test('a figure of the prose is, and the cell that it stands against', () => {
  expect(failing(failed(fact('f1'), at(3)))).toEqual(['t1.r3.total', 'f1'])
  expect(failing(failed(fact('f2'), at(1), at(2)))).toEqual(['f2'])
})

test('what holds is not', () => {
  expect(failing(check({ left: at(1), right: [fact('f1')] }))).toEqual([])
})

test('the place of a record is where its parts stand', () => {
  const [one, other] = ['p1', 'p10'].map((id) => {
    const record = performanceRecord({ id })
    const bbox = [0, 0, 9, 9] as [number, number, number, number]
    return { ...record, goals: record.goals.map((goal) => ({ ...goal, bbox })) }
  })
  const model = modelOf({ ...document([]), performance: [one, other] })
  const keys = marksAt(model, 'p1').map(({ key }) => key)
  expect(keys).toEqual(['p1.goals.0'])
})
