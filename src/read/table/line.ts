/** When two runs stand on one line: for the lines of a cell, and for those outside every table. */
import type { GlyphRun } from '../../../schemas/stages.js'

/**
 * Baselines nearer than this part of the smaller em are one line. 烟台 prints 部门 and 单位 of one line 0.3 em
 * apart; lines set as close as 0.5 em are two (putuo/draft p28).
 */
const SAME_LINE = 0.4

export const byBaseline = (a: GlyphRun, b: GlyphRun) => a.baseline - b.baseline

export function isSameLine(a: GlyphRun, b: GlyphRun): boolean {
  return Math.abs(a.baseline - b.baseline) < SAME_LINE * Math.min(a.size, b.size)
}

/** Lines from the top down, the runs of each from the left. */
export function toLines(runs: GlyphRun[]): GlyphRun[][] {
  const lines: GlyphRun[][] = []
  for (const run of runs.toSorted(byBaseline)) {
    const line = lines.at(-1)
    if (line && isSameLine(line[0], run)) line.push(run)
    else lines.push([run])
  }
  return lines.map((line) => line.toSorted(byOrigin))
}

const byOrigin = (a: GlyphRun, b: GlyphRun) => a.origins[0] - b.origins[0]
