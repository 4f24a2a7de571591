/** Rows of an indicator table -> indicators, and what a review's last row scores. */
import { PLACEHOLDER } from '../../../schemas/forms/columns.js'
import type { PerformanceIndicator } from '../../../schemas/performance.js'
import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { levelsOf } from './levels.js'
import type { IndicatorRow } from './rows.js'
import { readTarget } from './target.js'

export function toIndicators(rows: readonly IndicatorRow[]): PerformanceIndicator[] {
  const panels = [...new Set(rows.map(({ panel }) => panel.index))]
  return panels.flatMap((index) => ofPanel(rows.filter(({ panel }) => panel.index === index)))
}

function ofPanel(rows: readonly IndicatorRow[]): PerformanceIndicator[] {
  const level1 = levelsOf(rows, 'level1')
  const level2 = levelsOf(rows, 'level2')
  const points = pointsInRemarks(rows)
  return rows.filter(saysSomething).map((row) => ({
    ...indicatorOf(row, points),
    level1: row.panel.level1 ?? (level1.get(row) || null),
    level2: level2.get(row) || null,
  }))
}

/** A template's 指标1： and …… are nothing; a row that only has a target is one. */
function saysSomething({ cells: { level3, target, actual } }: IndicatorRow): boolean {
  const said = (cell: RawCell | undefined) =>
    cell !== undefined && !PLACEHOLDER.test(fold(cell.text))
  return (filled(level3) && said(level3)) || filled(target) || filled(actual)
}

const filled = (cell: RawCell | undefined) => cell !== undefined && cell.text !== ''

function indicatorOf(row: IndicatorRow, points: boolean): PerformanceIndicator {
  const { cells, panel, line } = row
  const text = (cell: RawCell | undefined) => cell?.text ?? ''
  const printed = (cell: RawCell | undefined) => (filled(cell) ? text(cell) : null)
  const name = text(cells.level3)
  const target = readTarget({
    text: text(cells.target),
    sign: text(cells.sign),
    unit: text(cells.unit),
    name,
  })
  const at = filled(cells.level3) ? cells.level3 : cells.target
  return {
    level1: null,
    level2: null,
    level3: name,
    ...target,
    phase: panel.phase,
    actual: printed(cells.actual),
    weight: printed(cells.weight) ?? (points ? printed(cells.remark) : null),
    score: printed(cells.score),
    remark: printed(cells.remark),
    details: detailsOf(row),
    text: text(cells.target),
    page: at?.page ?? line.part.page,
    bbox: at?.box ?? null,
  }
}

function detailsOf({ details, cells, panel }: IndicatorRow): Record<string, string> {
  const kept = details.map(({ header, cell }) => [header, cell.text] as const)
  const period = panel.columns.find(({ role }) => role === 'periodTarget')
  if (period && filled(cells.periodTarget))
    kept.push([period.header, cells.periodTarget?.text ?? ''])
  return Object.fromEntries(kept)
}

/** Where no column of weights is printed, bare numbers in all remarks are the weights: 长沙. */
function pointsInRemarks(rows: readonly IndicatorRow[]): boolean {
  if (rows.some(({ cells }) => cells.weight !== undefined)) return false
  const remarks = rows.flatMap(({ cells: { remark } }) => (remark?.text ? [fold(remark.text)] : []))
  return remarks.length > 0 && remarks.every((remark) => /^\d{1,3}(?:\.\d+)?分?$/.test(remark))
}

/** 总分 | 100 | 96.5 under 分值 and 得分. */
export function totalScores(totals: readonly IndicatorRow[]): Record<string, string> {
  const scores: Record<string, string> = {}
  for (const { cells } of totals) {
    if (filled(cells.weight)) scores.total_weight ??= fold(cells.weight?.text ?? '')
    if (filled(cells.score)) scores.total ??= fold(cells.score?.text ?? '')
  }
  return scores
}
