/**
 * Rows as blocks of lines: where lines follow each other at distances of clearly two sizes, and no block has
 * more than one line of figures, each block is a row, whatever wraps in it and wherever its figures stand.
 */
import { isPublishedName } from '../../../../schemas/codes.js'
import { fold } from '../../../../schemas/text.js'
import { merged, overlap, type Track } from './columns.js'
import { opens } from './openers.js'
import { type Line, type Segment, wordsOf } from './segments.js'

/** Lines of one block follow by no more than this factor of the least distance of two lines of one column. */
export const LEADING = 1.15
/** Lines nearer to each other than so many ems stand beside each other, set off by half a line. */
export const BESIDE = 0.95
/** Blocks are so much further apart than their lines: 22 points and 12 in the budget of Taipei (說明, names under codes). */
const APART = 1.4
/** So many blocks with figures have several lines: one alone may be two rows that happen to stand close. */
const RECURS = 2

/**
 * @param anchors whether a line has figures
 * @param ruled whether a rule parts a line from the next
 * @returns whether a line and the next are of one block; null where blocks are not the rows
 */
export function blocksOf(
  lines: readonly Line[],
  anchors: readonly boolean[],
  ruled: readonly boolean[],
): boolean[] | null {
  const steps = lines.slice(1).map((line, i) => line.baseline - lines[i].baseline)
  const reach = LEADING * leadingOf(lines)
  const isWithin = steps.map((step) => step <= reach)
  const within = Math.max(...steps.filter((_, i) => isWithin[i]))
  const between = Math.min(...steps.filter((_, i) => !isWithin[i] && !ruled[i]))
  if (between < APART * within) return null
  const joined = isWithin.map((is, i) => is && !ruled[i])
  const blocks = split(lines, joined)
  const names = merged(lines.flatMap(wordsOf), 0)[0]
  const withFigures = blocks.filter((block) => block.some((i) => anchors[i]))
  const areRows = blocks.every((block) => isRow(block, lines, anchors, names))
  const several = withFigures.filter((block) => !areBeside(block.map((i) => lines[i])))
  return areRows && several.length >= RECURS ? joined : null
}

/** The least distance of two lines of which one has words right above or below the other. */
function leadingOf(lines: readonly Line[]): number {
  const distances = lines.flatMap((line, i) => {
    const next = lines.slice(i + 1).find((other) => isUnder(line, other))
    return next ? [next.baseline - line.baseline] : []
  })
  return Math.min(...distances)
}

/** Names stand under codes as well as under words; figures under figures are rows. */
function isUnder(upper: Line, lower: Line): boolean {
  return lower.segments.some((own) =>
    upper.segments.some((other) => !(own.isFigure && other.isFigure) && overlap(own, other) > 0),
  )
}

function split(lines: readonly Line[], joined: readonly boolean[]): number[][] {
  const blocks: number[][] = []
  for (const i of lines.keys())
    if (i > 0 && joined[i - 1]) blocks[blocks.length - 1].push(i)
    else blocks.push([i])
  return blocks
}

/** One line of figures at most, and nothing that begins another row where names and codes stand. */
function isRow(
  block: readonly number[],
  lines: readonly Line[],
  anchors: readonly boolean[],
  names: Track | undefined,
): boolean {
  const figures = block.filter((i) => anchors[i]).map((i) => lines[i])
  const named = block.map((i) => lines[i].segments.filter(({ x0 }) => !names || x0 < names.x1))
  const beginsAnother = named.some((segments, at) => {
    const above = named.slice(0, at).flat()
    return segments.some((own) =>
      above.some((other) => overlap(own, other) > 0 && (opens(own) || areTwoNames(other, own))),
    )
  })
  return areBeside(figures) && !beginsAnother
}

/** 教育支出 close above 普通教育 is a row of its own: what wraps is no published name in both its halves. */
function areTwoNames(...halves: Segment[]): boolean {
  return halves.every(({ text }) => isPublishedName(fold(text)))
}

function areBeside(lines: readonly Line[]): boolean {
  return lines.slice(1).every((line, i) => line.baseline - lines[i].baseline < BESIDE * line.size)
}
