/**
 * Levels of indicator rows: a merged cell is repeated on each of its rows, over a page break too.
 *
 * The text of a level that the break cuts stands on one side only. Where it is centred in the whole
 * that can be the next page: rows at the foot of one page then belong to the level named at the top
 * of the next (福州/科技创新局 p27). So an empty cell is never filled before both sides are looked at.
 */
import { LEVEL1, LEVEL2 } from '../../../schemas/forms/columns.js'
import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { isAtFoot } from './line.js'
import type { FormLine } from './part.js'
import type { IndicatorRow } from './rows.js'

type Level = 'level1' | 'level2'

interface Stretch {
  cell: RawCell | undefined
  line: FormLine
  rows: IndicatorRow[]
  text: string
}

/** @returns by row: its level, '' where nothing is printed for it */
export function levelsOf(rows: readonly IndicatorRow[], level: Level): Map<IndicatorRow, string> {
  const stretches = stretchesOf(rows, level)
  joinCut(stretches, level === 'level1' ? LEVEL1 : LEVEL2)
  const repeats = stretches.some(({ text }, i) => text === '' && isInside(stretches, i))
  for (const [i, stretch] of stretches.entries()) {
    if (stretch.text === '' && stretch.cell !== undefined)
      stretch.text = textFor(stretches, i, { level, repeats })
  }
  return new Map(stretches.flatMap(({ rows, text }) => rows.map((row) => [row, text] as const)))
}

/**
 * An empty cell at the foot of a page is what the next page names, if anything does; elsewhere it is
 * what stands above. 长沙/公安局 p52–53 prints a level on neither side of the break: it is not made up.
 */
function textFor(
  stretches: readonly Stretch[],
  i: number,
  { level, repeats }: { level: Level; repeats: boolean },
): string {
  const [above, own, next] = [stretches[i - 1], stretches[i], stretches[i + 1]]
  const isCut = next !== undefined && isBreak(own, next) && !startsPage(stretches, i)
  if (isCut && !repeats && (next.text === '' || fits(own, next))) return next.text
  if (above && (level === 'level1' || fits(above, own))) return above.text
  return isCut ? next.text : ''
}

/** Rows in order, by the cell that their level stands in. */
function stretchesOf(rows: readonly IndicatorRow[], level: Level): Stretch[] {
  const stretches: Stretch[] = []
  for (const row of rows) {
    const cell = row.cells[level]
    const last = stretches.at(-1)
    if (last && cell !== undefined && last.cell === cell) last.rows.push(row)
    else
      stretches.push({
        cell,
        line: row.line,
        rows: [row],
        text: cell ? withoutPoints(cell.text) : '',
      })
  }
  return stretches
}

/** 产出指标（50分） is 产出指标. */
export function withoutPoints(text: string): string {
  return text
    .replace(/(?<!\s)\s*[(（【[]\s*(?:权重)?\d+(?:\.\d+)?\s*[%％分]?\s*[)）】\]]\s*$/, '')
    .replaceAll(' ', '')
}

/** 服务对象满 | 意度指标: two halves of a word that the standard has. */
function joinCut(stretches: Stretch[], words: RegExp): void {
  for (const [i, lower] of stretches.entries()) {
    const upper = stretches[i - 1]
    if (!upper || !isBreak(upper, lower) || upper.text === '' || lower.text === '') continue
    const whole = upper.text + lower.text
    if (words.test(fold(upper.text)) || words.test(fold(lower.text)) || !words.test(fold(whole)))
      continue
    upper.text = whole
    lower.text = whole
  }
}

/** The last stretch of a page and the first of the next, heads printed again left aside. */
function isBreak(upper: Stretch, lower: Stretch): boolean {
  const last = upper.rows[upper.rows.length - 1].line
  return last.part !== lower.line.part && (upper.cell === undefined || isAtFoot(upper.cell, last))
}

function startsPage(stretches: readonly Stretch[], i: number): boolean {
  return i > 0 && isBreak(stretches[i - 1], stretches[i])
}

/** Empty between rows of its own page: blanks there mean the text above. */
function isInside(stretches: readonly Stretch[], i: number): boolean {
  const next = stretches[i + 1]
  return i > 0 && !startsPage(stretches, i) && next !== undefined && !isBreak(stretches[i], next)
}

/** Rows of one first level can be rows of one second level. */
function fits(a: Stretch, b: Stretch): boolean {
  const [x, y] = [a.rows[0].cells.level1, b.rows[0].cells.level1]
  return x === y || !x || !y || x.text === '' || y.text === '' || fold(x.text) === fold(y.text)
}
