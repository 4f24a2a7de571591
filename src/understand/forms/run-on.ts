/**
 * All indicators of a project in one cell: `2、1－产出指标，12－质量指标，路面平整度（%）；实施周期指标值：≥90%，
 * 年度指标值：≥92%;`. The first entry is "1." and the rest "2、", numbers begin again within a cell, and
 * names, targets and prose hold ； and ， themselves: entries are told apart by their codes alone.
 */
import type { PerformanceIndicator } from '../../../schemas/performance.js'
import type { RawCell } from '../../../schemas/stages.js'
import { readTarget } from './target.js'

const ENTRY = /\d+\s*[.、．]\s*\d\s*[－\-–—]\s*(?=\p{Script=Han})/gu
const LEVELS =
  /^(\d+)\s*[.、．]\s*(\d)\s*[－\-–—]\s*([^，,；;]+)[，,；;]\s*(?:(\d+)\s*[－\-–—]\s*)?([^，,；;]+)[，,；;]\s*/
const ANNUAL = /(?:[；;，,]|(?<!\s))\s*年度(?:指标|目标)值\s*[：:]/
const PERIOD = /(?:[；;，,]|(?<!\s))\s*(?:实施(?:周期|期)|总体|中期)(?:指标|目标)值\s*[：:]/

export function isRunOn(text: string): boolean {
  return ENTRY_ONCE.test(text) && /指标值|目标值/.test(text)
}

const ENTRY_ONCE = new RegExp(ENTRY.source, 'u')

/** @param cells of one project, top down: a page break may cut an entry in two */
export function readRunOn(cells: readonly RawCell[]): PerformanceIndicator[] {
  const text = cells.map((cell) => cell.text).join('')
  const starts = [...text.matchAll(ENTRY)].map(({ index }) => index)
  return starts.map((start, i) =>
    readEntry(text.slice(start, starts[i + 1]).trim(), cellAt(cells, start)),
  )
}

function cellAt(cells: readonly RawCell[], at: number): RawCell {
  let end = 0
  for (const cell of cells) {
    end += cell.text.length
    if (at < end) return cell
  }
  return cells[cells.length - 1]
}

function readEntry(entry: string, cell: RawCell): PerformanceIndicator {
  const levels = LEVELS.exec(entry)
  const { name, period, annual } = partsOf(entry.slice(levels?.[0].length ?? 0))
  const text = annual ?? period ?? ''
  return {
    level1: levels?.[3].trim() ?? null,
    level2: levels?.[5].trim() ?? null,
    level3: name,
    ...readTarget({ text, sign: '', unit: '', name }),
    phase: annual === null ? null : 'annual',
    actual: null,
    weight: null,
    score: null,
    remark: null,
    details: period !== null && annual !== null ? { 实施周期指标值: period } : {},
    text,
    page: cell.page,
    bbox: cell.box,
  }
}

interface Parts {
  name: string
  period: string | null
  annual: string | null
}

/** Name；实施周期指标值：…，年度指标值：…; in this order or the other. */
function partsOf(rest: string): Parts {
  const marks = [
    { key: 'period' as const, match: PERIOD.exec(rest) },
    { key: 'annual' as const, match: ANNUAL.exec(rest) },
  ]
    .flatMap(({ key, match }) =>
      match ? [{ key, from: match.index, to: match.index + match[0].length }] : [],
    )
    .toSorted((a, b) => a.from - b.from)
  const parts: Parts = {
    name: trimEnd(rest.slice(0, marks[0]?.from)),
    period: null,
    annual: null,
  }
  if (marks.length === 0) return splitOnce(rest)
  for (const [i, { key, to }] of marks.entries())
    parts[key] = trimEnd(rest.slice(to, marks[i + 1]?.from))
  return parts
}

/** Without the word that announces a target, what follows the last semicolon is it. */
function splitOnce(rest: string): Parts {
  const text = trimEnd(rest)
  const at = text.search(/[；;：:](?=[^；;：:]*$)/)
  if (at < 0) return { name: text, period: null, annual: null }
  return { name: trimEnd(text.slice(0, at)), period: null, annual: text.slice(at + 1).trim() }
}

const trimEnd = (text: string) => text.replace(/(?<![；;，,\s])[；;，,\s]+$/, '').trim()
