/**
 * Forms as text -> the tables that the stages before would hand over.
 *
 *   @ 项目支出绩效目标表        a table begins, under this title (or under none)
 *   > （2031年度）             a line of text above it
 *   项目名称 | 物业管理 | <      a row: `<` merges with the cell at its left, `^` with the one above
 *   ---                       a page ends; without an `@` behind it the table goes on untitled
 */
import type { PerformanceRecord } from '../../schemas/document.js'
import type { RawCell, RawTable, RecognizedTable, TextLine } from '../../schemas/stages.js'
import { readForms } from '../../src/understand/forms/read.js'
import { normalizeTables } from '../../src/understand/normalize/table.js'

const WIDTH = 60
const HEIGHT = 20
const TOP = 100

interface Page {
  title: string
  above: string[]
  number: number
  rows: string[][]
}

/** The records of a document that holds nothing but these forms, and what is said of them. */
export function formsOf(text: string) {
  const pages = pagesOf(text)
  const tables = pages.map(toTable)
  const prose = pages.flatMap(linesAbove)
  return readForms(
    tables,
    normalizeTables(tables).map(({ table }) => table),
    prose,
  )
}

export function recordsOf(text: string): PerformanceRecord[] {
  return formsOf(text).performance
}

/** The one record of a form. */
export function recordOf(text: string): PerformanceRecord {
  const records = recordsOf(text)
  if (records.length !== 1) throw new Error(`${records.length} records, not one`)
  return records[0]
}

/** Indicators a line each: 产出指标 > 数量指标 > 路灯数: >= 40 盏. */
export function indicatorsOf({ indicators }: PerformanceRecord): string[] {
  return indicators.map(({ level1, level2, level3, operator, value, unit }) => {
    const levels = [level1 ?? '-', level2 ?? '-', level3].join(' > ')
    return `${levels}: ${[operator, value, unit].filter(Boolean).join(' ')}`.trim()
  })
}

/** Money a line each: total annual 120.00. */
export function fundingOf({ funding }: PerformanceRecord): string[] {
  return funding.map(({ item, phase, value }) => `${item} ${phase} ${value ?? '-'}`)
}

function pagesOf(text: string): Page[] {
  const pages: Page[] = []
  let number = 1
  let page: Page | null = null
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    if (line === '---') {
      number += 1
      page = null
    } else if (line.startsWith('@')) {
      page = { title: line.slice(1).trim(), above: [], number, rows: [] }
      pages.push(page)
    } else {
      if (page === null) {
        page = { title: '', above: [], number, rows: [] }
        pages.push(page)
      }
      if (line.startsWith('>')) page.above.push(line.slice(1).trim())
      else page.rows.push(line.split('|').map((cell) => cell.trim()))
    }
  }
  return pages
}

function toTable({ title, number, rows }: Page): RecognizedTable {
  const lines = linesOf(rows, number)
  const width = Math.max(...rows.map((row) => row.length)) * WIDTH
  const raw: RawTable = {
    title,
    ordinal: null,
    ownerLine: null,
    unitLine: null,
    pages: [number],
    columns: [],
    rows: [],
    lines,
    notes: [],
    leftover: [],
    boxes: [{ page: number, box: [0, TOP, width, TOP + rows.length * HEIGHT] }],
  }
  return { raw, kind: null, inferred: false, groups: [], issues: [] }
}

function linesOf(rows: string[][], page: number): RawCell[][] {
  const columns = Math.max(...rows.map((row) => row.length))
  const grid: RawCell[][] = []
  for (const [r, texts] of rows.entries()) {
    grid.push([])
    for (let c = 0; c < columns; c++) {
      const text = texts[c] ?? ''
      const over = text === '<' ? grid[r][c - 1] : text === '^' ? grid[r - 1][c] : null
      const cell = over ?? cellAt(text, r, c, page)
      cell.rowSpan = r - cell.row + 1
      cell.colSpan = Math.max(cell.colSpan, c - cell.col + 1)
      cell.box = boxOf(cell)
      grid[r].push(cell)
    }
  }
  return grid.map((line) => [...new Set(line)])
}

function cellAt(text: string, row: number, col: number, page: number): RawCell {
  const span = { row, col, rowSpan: 1, colSpan: 1 }
  const place = { indent: 0, centred: false, room: 0, isOpen: false, page, box: boxOf(span) }
  return { ...span, ...place, text, runs: text === '' ? 0 : 1 }
}

function boxOf({
  row,
  col,
  rowSpan,
  colSpan,
}: Pick<RawCell, 'row' | 'col' | 'rowSpan' | 'colSpan'>) {
  const box: RawCell['box'] = [
    col * WIDTH,
    TOP + row * HEIGHT,
    (col + colSpan) * WIDTH,
    TOP + (row + rowSpan) * HEIGHT,
  ]
  return box
}

function linesAbove({ title, above, number }: Page): TextLine[] {
  const texts = title === '' ? above : [title, ...above]
  return texts.map((text, i) => ({
    text,
    page: number,
    box: [0, 20 + 12 * i, 300, 30 + 12 * i],
    size: 10,
  }))
}
