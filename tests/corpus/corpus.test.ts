/** The reader on 120 real files, where they are at hand. What it must reach stands here; what it reaches, in docs/measurements.md. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readFacts, wrongFacts } from '../../scripts/corpus/facts.js'
import { type Measured, measureCorpus } from '../../scripts/corpus/measure.js'
import { newTally, type Tally } from '../../scripts/corpus/tally.js'
import { disagreements } from '../helpers/agree.js'
import { clashes, unmeasured } from '../helpers/measures.js'

const FOLDER = path.resolve(import.meta.dirname, '../../../shared/corpus')
const here = existsSync(path.join(FOLDER, 'tables.tsv'))
if (!here) console.warn(`SKIPPED: the corpus is not at ${FOLDER}`)

describe.skipIf(!here)('on the corpus', () => {
  let measured: Measured
  let all: Tally
  const disagreed: string[] = []
  const nameless: string[] = []
  const clashing: string[] = []

  beforeAll(async () => {
    measured = await measureCorpus(FOLDER, null, (file, document) => {
      for (const what of disagreements(document)) disagreed.push(`${file} ${what}`)
      for (const table of document.tables) {
        for (const what of unmeasured(table)) nameless.push(`${file} ${what}`)
        for (const what of clashes(table)) clashing.push(`${file} ${what}`)
      }
    })
    all = [...measured.tallies.values()].reduce((sum, tally) => sum.plus(tally), newTally())
  }, 600_000)

  it('names owner, scope, year, kind of report and units as the pages do, whatever the file is called', () => {
    const checked = readFacts(path.join(import.meta.dirname, 'facts.tsv'))
    expect(checked.size).toBe(120)
    expect([...measured.facts.keys()].filter((file) => !checked.has(file))).toEqual([])
    expect(wrongFacts(checked, measured.facts)).toEqual([])
  })

  it('finds the listed tables with their kinds and pages', () => {
    expect(all.listed).toBeGreaterThan(1000)
    expect(all.kindRight / all.listed).toBeGreaterThanOrEqual(0.99)
    expect(all.pagesRight / all.listed).toBeGreaterThanOrEqual(0.99)
  })

  it('has every amount in a cell or among what is left over', () => {
    expect(all.amountsInCells / all.amounts).toBeGreaterThanOrEqual(0.999)
    expect(measured.notes.filter((note) => note.startsWith('AMOUNT'))).toEqual([])
  })

  it('puts amounts in the row and column that another reader names', () => {
    expect(all.cellsAgree / all.cells).toBeGreaterThanOrEqual(0.99)
  })

  it('has leaves that come to the printed total, or a check that says why not', () => {
    expect(all.lists.sum).toBeGreaterThan(850)
    expect(all.lists.explained).toBeLessThanOrEqual(15)
    expect(measured.notes.filter((note) => note.startsWith('LEAVES'))).toEqual([])
    expect(all.unsaid).toBeLessThanOrEqual(20)
  })

  it('has every row of indicators in a record of performance', () => {
    expect(all.performance.records).toBeGreaterThan(800)
    expect(all.performance.rows).toBeGreaterThan(3850)
    expect(measured.notes.filter((note) => note.startsWith('INDICATOR'))).toEqual([])
  })

  it('says of each row the same in the JSON, in 长表 and in the panel', () => {
    expect(disagreed).toEqual([])
  })

  it('names what each column measures that it understands, and no two figures of a row alike', () => {
    expect(clashing).toEqual([])
    // 无锡/发展和改革局 p27 paints two headers in one run: 政府性基金其他资金.
    expect(nameless.length).toBeLessThanOrEqual(1)
  })

  it('finds sums that hold', () => {
    for (const { holds, rounding, fails } of [all.sums, all.others]) {
      expect((holds + rounding) / (holds + rounding + fails)).toBeGreaterThanOrEqual(0.995)
    }
  })
})
