/** One fact is said once: JSON, workbook and panel agree row by row, and leaves come to the printed totals. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { leavesOf } from '../scripts/corpus/leaves.js'
import { readDocument } from '../src/pipeline.js'
import { checkLeaves } from '../src/understand/structure/leaves.js'
import { structureRows } from '../src/understand/structure/rows.js'
import { disagreements } from './helpers/agree.js'
import { document } from './helpers/document.js'
import { listing } from './helpers/listing.js'
import { clashes, unmeasured } from './helpers/measures.js'

const SAMPLES = new URL('../samples/', import.meta.url)
const files = readdirSync(SAMPLES).filter((name) => name.endsWith('.pdf'))

describe.each(files)('%s', (file) => {
  const reading = readDocument({ file, bytes: readFileSync(new URL(file, SAMPLES)) })

  test('JSON, 长表 and panel say the same of every figure', async () => {
    expect(disagreements((await reading).document)).toEqual([])
  })

  test('leaves come to every printed total, and every row with a figure has a kind', async () => {
    const { sum, explained, unexplained, unsaid } = leavesOf((await reading).document)
    expect({ explained, unexplained, unsaid }).toEqual({
      explained: 0,
      unexplained: [],
      unsaid: [],
    })
    expect(sum).toBeGreaterThan(7)
  })

  test('every column that is understood says what it measures, and no two figures of a row alike', async () => {
    const { tables } = (await reading).document
    expect(tables.flatMap(unmeasured)).toEqual([])
    expect(tables.flatMap(clashes)).toEqual([])
  })
})

/** What nothing bears out must be unsaid in all three, and the law must see it. */
describe('a list that contradicts its total', () => {
  const lines = `
    total |  |  | 合计 | 10.00
    item  |  |  | 甲 | 6.00
    item  |  |  | 乙 | 3.00
    item  |  |  | 丙 | 5.00`
  const [structured] = checkLeaves(structureRows([listing(lines)]))

  test('is unsaid everywhere', () => {
    expect(disagreements(document([structured]))).toEqual([])
    const { unsaid, unexplained, explained } = leavesOf(document([structured]))
    expect([unsaid.length, unexplained, explained]).toEqual([3, [], 1])
  })

  test('whose columns cannot be told apart is seen too', () => {
    const [first] = structured.columns
    const twice = [first, { ...first, id: 'basic' }].map((each) => ({
      ...each,
      measure: 'total' as const,
    }))
    const rows = listing('item | | | 甲 | 6.00 | 3.00').rows
    expect(clashes({ ...structured, columns: twice, rows })).toHaveLength(1)
  })

  test('is seen by the law where leaves are claimed without a check', () => {
    const claimed = structured.rows.map((row) =>
      row.kind === null ? { ...row, kind: 'leaf' as const } : row,
    )
    const { unexplained } = leavesOf(document([{ ...structured, rows: claimed, checks: [] }]))
    expect(unexplained).toEqual(['t1 general_budget_expenditure 合计 total off -4'])
  })
})
