/** A table as text -> what the stages before recognition would hand over. Each leading `_` indents by one em. */
import type { RawCell, RawTable } from '../../schemas/stages.js'

const WIDTH = 100
const HEIGHT = 20

export function rawTable(example: string): RawTable {
  const [title, header, ...rows] = example
    .trim()
    .split('\n')
    .map((line) => line.trim())
  const columns = header.split('|').map((text, i) => ({
    path: text
      .trim()
      .split('/')
      .filter((part) => part !== ''),
    x0: i * WIDTH,
    x1: (i + 1) * WIDTH,
  }))
  // A form has no header: its first line is a row like the others.
  const isForm = /绩效|自评/.test(title)
  const body = isForm ? [header, ...rows] : rows
  return {
    title,
    ordinal: null,
    ownerLine: null,
    unitLine: '单位:万元',
    pages: [1],
    columns: isForm ? columns.map((column) => ({ ...column, path: [] })) : columns,
    rows: body.map((line, r) => ({ page: 1, cells: cellsOf(line, r, columns.length) })),
    lines: body.map((line, r) => cellsOf(line, r, columns.length)),
    notes: [],
    leftover: [],
    boxes: [{ page: 1, box: [0, 0, columns.length * WIDTH, (body.length + 1) * HEIGHT] }],
  }
}

function cellsOf(line: string, r: number, columns: number): RawCell[] {
  const texts = line.split('|').map((text) => text.trim())
  return Array.from({ length: columns }, (_, c) => ({
    row: r,
    col: c,
    rowSpan: 1,
    colSpan: 1,
    text: (texts[c] ?? '').replace(/^_+/, ''),
    indent: /^_*/.exec(texts[c] ?? '')?.[0].length ?? 0,
    centred: false,
    room: 0,
    isOpen: false,
    page: 1,
    box: [c * WIDTH, r * HEIGHT, (c + 1) * WIDTH, (r + 1) * HEIGHT],
    runs: texts[c] ? 1 : 0,
  }))
}
