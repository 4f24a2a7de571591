/** What stands above a table: its title, whose it is, where it was published, and its unit. */
import type { BudgetTable } from '../../../schemas/document.js'
import type { Sheet, SheetCell } from '../xlsx/sheet.js'
import { noted } from './corrected.js'
import { LOOKS, TITLE_SIZE } from './looks.js'
import { LINE_HEIGHT, lines, textWidth } from './width.js'

/** Letters of a title beside those of the base font, and the height of its line. */
const LARGER = TITLE_SIZE / 10
const TITLE_HEIGHT = 24

function titleOf({ title }: BudgetTable): string {
  return title || '（无标题）'
}

function unitOf({ unit }: BudgetTable): string {
  return unit ? `单位：${unit}` : ''
}

function ownerOf({ ordinal, owner }: BudgetTable): string {
  return [ordinal, owner].filter((part) => part !== null).join('  ')
}

function pagesOf({ pages }: BudgetTable): string {
  return `第 ${pages.join('、')} 页`
}

/** A narrow table is made as wide as its heading needs: two lines of title, and one for what is below. */
export function widened(widths: readonly number[], table: BudgetTable): number[] {
  const beside = textWidth(unitOf(table)) + 2
  const own = [...widths]
  own[own.length - 1] = Math.max(own[own.length - 1], beside)
  const title = Math.ceil((textWidth(titleOf(table)) * LARGER) / 2) + 4
  const owner = textWidth(`${ownerOf(table)}  ${pagesOf(table)}`) + beside + 4
  const needed = Math.min(MOST_NEEDED, Math.max(title, owner))
  const total = own.reduce((sum, one) => sum + one, 0)
  const factor = Math.max(1, needed / total)
  return factor === 1 ? own : own.map((width) => Math.round(width * factor * 10) / 10)
}

/** A page upright; longer headings take more lines. */
const MOST_NEEDED = 80

/** @param widths of the columns that stand on its first printed page */
export function addHeading(sheet: Sheet, table: BudgetTable, widths: readonly number[]): void {
  const title = noted({ value: titleOf(table), look: LOOKS.title }, table.corrected?.kind)
  addOver(sheet, title, { widths, larger: LARGER, height: TITLE_HEIGHT })
  addOwner(sheet, table, widths)
}

interface Line {
  widths: readonly number[]
  larger: number
  height: number
}

/** One cell over columns, as high as its text needs. */
function addOver(sheet: Sheet, cell: SheetCell, { widths, larger, height }: Line): void {
  const width = widths.reduce((sum, one) => sum + one, 0) / larger
  const row = sheet.add([cell], lines(String(cell.value), width) * height)
  sheet.merge(row, 1, row, widths.length)
}

/** Whose it is and its page on the left, the unit on the right; a single column has all of it. */
function addOwner(sheet: Sheet, table: BudgetTable, widths: readonly number[]): void {
  const owner = [ownerOf(table), pagesOf(table)].filter((part) => part !== '').join('  ')
  if (widths.length === 1) {
    const value = [owner, unitOf(table)].filter((part) => part !== '').join('  ')
    const cell = noted({ value, look: LOOKS.prose }, table.corrected?.owner)
    addOver(sheet, cell, { widths, larger: 1, height: LINE_HEIGHT })
    return
  }
  const over = widths.slice(0, -1)
  const width = over.reduce((sum, one) => sum + one, 0)
  const line: (SheetCell | null)[] = widths.map(() => null)
  line[0] = noted({ value: owner, look: LOOKS.prose }, table.corrected?.owner)
  line[widths.length - 1] = { value: unitOf(table), look: LOOKS.right }
  const row = sheet.add(line, lines(owner, width) * LINE_HEIGHT)
  sheet.merge(row, 1, row, over.length)
}
