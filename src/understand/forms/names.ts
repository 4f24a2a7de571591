/** The rows of names: label, value, label, value. */
import type { NameField } from '../../../schemas/forms/names.js'
import type { PerformanceRecord } from '../../../schemas/performance.js'
import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { filledCells, isFilled } from './line.js'
import type { FormLine } from './part.js'
import { isLabel, nameField } from './words.js'

export interface Names {
  fields: Partial<Record<NameField, RawCell>>
  /** Labelled texts that no field is for: 项目概况, 立项依据. */
  details: PerformanceRecord['details']
  used: Set<RawCell>
}

export function readNames(lines: readonly FormLine[]): Names {
  const names: Names = { fields: {}, details: [], used: new Set() }
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    if (before && before.part !== line.part && joinTail(names, before, line)) continue
    for (const [at, cell] of line.cells.entries()) {
      if (names.used.has(cell) || !isFilled(cell)) continue
      const inline = inlineValue(cell)
      const field = inline ? inline.field : nameField(cell.text)
      if (field === null) continue
      const value = inline ? inline.value : valueBeside(line.cells, at)
      names.used.add(cell)
      if (value !== null) take(names, field, value, cell)
    }
  }
  return names
}

/** The first line of a page without a label: the rest of the value that the page break cut. */
function joinTail(names: Names, before: FormLine, line: FormLine): boolean {
  const filled = filledCells(line.cells)
  const [tail] = filled
  if (filled.length !== 1 || line.cells[0] === tail || isLabel(tail.text)) return false
  const entry = Object.entries(names.fields).find(
    ([, value]) =>
      before.cells.includes(value) && value.box[0] < tail.box[2] && tail.box[0] < value.box[2],
  ) as [NameField, RawCell] | undefined
  if (!entry) return false
  const [field, value] = entry
  names.fields[field] = { ...value, text: value.text + tail.text }
  names.used.add(tail)
  return true
}

/** 项目名称：某项目, label and value in one cell. */
function inlineValue(cell: RawCell): { field: NameField; value: RawCell } | null {
  const match = /^([^：:]{2,12})[：:]\s*(\S.*)$/.exec(cell.text)
  // 单位：万元 is no unit that does anything.
  const field = match && !/^[千百万亿]?元$/.test(match[2]) ? nameField(match[1]) : null
  return match && field !== null ? { field, value: { ...cell, text: match[2] } } : null
}

function valueBeside(cells: readonly RawCell[], i: number): RawCell | null {
  const next = cells[i + 1]
  if (next === undefined || next.text === '') return null
  // A blank form: the next label stands where the value would be.
  return nameField(next.text) !== null && fold(next.text).length > 2 ? null : next
}

function take(names: Names, field: NameField, value: RawCell, label: RawCell): void {
  if (names.used.has(value)) return
  names.used.add(value)
  if (field !== 'detail' && names.fields[field] === undefined) {
    names.fields[field] = value
    return
  }
  const { text, page, box } = value
  names.details.push({ label: label.text.replaceAll(' ', ''), text, page, bbox: box })
}

/** 106_某局, [712]某局, 712003某中心: a body's code before its name. */
export function splitBody(text: string): { code: string | null; name: string } {
  const match = /^[[(]?(\d{3,12})[\])]?[-_—–. ]*(\D.*)$/.exec(fold(text))
  if (!match) return { code: null, name: text.trim() }
  return {
    code: match[1],
    name: text.slice(text.search(/[^\d\s[\](【】［］（）〔〕_\-—–－＿.．０-９]/)).trim(),
  }
}

/** 51010024T000008-某经费, [51010024T000008]某经费: a project's code is long, and a dash or a bracket sets it off. */
export function splitProject(text: string): { code: string | null; name: string } {
  const match = /^[[(【［（]?([0-9A-Z]{8,})(?:[\])】］）][-_—–\s]*|[-_—–\s]+)(\S.*)$/.exec(
    text.trim(),
  )
  return match ? { code: match[1], name: match[2].trim() } : { code: null, name: text.trim() }
}
