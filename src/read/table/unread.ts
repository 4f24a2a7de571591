/** What a page shows and no text of it says: pages that are pictures, ink in cells that have no text. */
import { around } from '../../../schemas/box.js'
import type { Box } from '../../../schemas/document.js'
import type { PdfPage, UnreadPage } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { looksLikeTitle } from '../../../schemas/title-text.js'
import { isBlank } from './blank.js'
import type { PlacedPage } from './place.js'

/** A page is a picture if pictures take this part of it, and no more characters stand in the text of it. */
const PICTURE_PAGE = 0.4
const FEW_CHARACTERS = 60
/** A picture that takes this part of a page may be a table; charts stand in the text (北京, 无锡), no title over them. */
const PICTURE_TABLE = 0.08
/** The title or the unit of a table stands no further above it than so many points. */
const ABOVE = 60
/** Shapes between these heights, in points, may be characters; so many of them are a text. */
const LEAST_CHARACTER = 2
const MOST_CHARACTER = 30
const DRAWN_TEXT = 100

export function unreadOf(page: PdfPage, placed: PlacedPage): UnreadPage {
  const { unmapped, drawings } = page.unread
  const fonts = new Map<string, number>()
  for (const { font } of unmapped) fonts.set(font, (fonts.get(font) ?? 0) + 1)
  const secret = privateIn(page, placed)
  if (secret > 0) fonts.set(PRIVATE_FONT, secret)
  const characters = page.runs.reduce((sum, { text }) => sum + text.length, 0)
  const drawn = drawings.filter(isLikeCharacter).length
  return {
    unmapped: [...fonts].map(([font, count]) => ({ font, count })),
    picture: pictureOf(page, placed, characters),
    drawn: drawn >= DRAWN_TEXT && drawn > characters ? drawn : 0,
    cells: inkedCells(page, placed),
  }
}

/**
 * Characters for private use, of which their font alone knows what they show: all but the pictures of fonts of
 * symbols (U+F03B to U+F0FF, and below the signs of figures), which open the lines of a list.
 */
const PRIVATE = /[\ue000-\uf01f\uf02b-\uf03a\uf100-\uf8ff]/g
/** How they are named among fonts. */
const PRIVATE_FONT = 'U+E000-F8FF'
/** A rare character of somebody's name is one; outside the tables so many are a text. */
const PRIVATE_TEXT = 5

function privateIn({ runs }: PdfPage, { grids }: PlacedPage): number {
  const count = (texts: { text: string }[]) =>
    texts.reduce((sum, { text }) => sum + (text.match(PRIVATE)?.length ?? 0), 0)
  const all = count(runs)
  return all >= PRIVATE_TEXT ? all : count(grids.flatMap(({ cells }) => cells))
}

function pictureOf(page: PdfPage, placed: PlacedPage, characters: number): Box | null {
  const pictures = page.unread.pictures.filter((box) => areaOf(box) > 0)
  const whole = page.width * page.height
  const covered = pictures.reduce((sum, box) => sum + areaOf(box), 0)
  // A page that could not be read has no size, and no picture either.
  const isPicture = covered > 0 && covered >= PICTURE_PAGE * whole
  if (isPicture && characters < FEW_CHARACTERS) return around(pictures)
  const isTable = (box: Box) =>
    areaOf(box) >= PICTURE_TABLE * whole && isAnnounced(box, placed) && !hasText(box, page)
  return pictures.find(isTable) ?? null
}

/** A title, or the unit of a table, right above a picture and no lattice where it is. */
function isAnnounced(box: Box, { outside, grids }: PlacedPage): boolean {
  const stands = ({ box: line }: { box: Box }) =>
    line[3] <= box[1] + line[3] - line[1] && line[3] >= box[1] - ABOVE
  const says = ({ text }: { text: string }) =>
    looksLikeTitle(text) || /单位[:：]?[千万亿]?元/.test(fold(text))
  const isFree = grids.every(({ grid }) => grid.box[3] <= box[1] || grid.box[1] >= box[3])
  return isFree && outside.some((line) => stands(line) && says(line))
}

function hasText(box: Box, { runs }: PdfPage): boolean {
  return runs.some(({ box: run }) => holds(box, run))
}

/** Cells without text in which something stands. */
function inkedCells({ unread }: PdfPage, { grids }: PlacedPage): Box[] {
  const ink = [...unread.drawings, ...unread.pictures].filter(isLikeCharacter)
  if (ink.length === 0) return []
  const blank = grids.flatMap(({ cells }) => cells).filter(isBlank)
  return blank.map(({ box }) => box).filter((box) => ink.some((shape) => holds(box, shape)))
}

function isLikeCharacter([x0, y0, x1, y1]: Box): boolean {
  const height = y1 - y0
  return height >= LEAST_CHARACTER && height <= MOST_CHARACTER && x1 - x0 >= LEAST_CHARACTER / 2
}

function areaOf([x0, y0, x1, y1]: Box): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0)
}

function holds(box: Box, other: Box): boolean {
  return other[0] >= box[0] && other[2] <= box[2] && other[1] >= box[1] && other[3] <= box[3]
}
