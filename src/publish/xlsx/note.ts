/** What is said of a cell, in a box as large as it needs. */
import { cellText } from './text.js'

/** In columns and rows; a line holds so many Chinese characters. */
const BOX = { columns: 4, mostRows: 30, line: 24 }

/**
 * exceljs's own `note` has a box of two columns and four rows, of which the sums of a check show the first. Its printer
 * takes another one from `anchor`, which only the model of a note can have.
 */
export function noteOf(row: number, column: number, said: string): { model: object } {
  const text = cellText(said)
  const lines = text.split('\n').reduce((sum, l) => sum + 1 + Math.floor(l.length / BOX.line), 0)
  const top = Math.max(0, row - 2)
  const anchor = {
    ...{ left: column + 0.2, right: column + BOX.columns + 0.2 },
    ...{ top: top + 0.4, bottom: row + Math.min(BOX.mostRows, lines) + 0.4 },
  }
  const note = {
    texts: [{ font: { size: 9, name: '宋体' }, text }],
    margins: { insetmode: 'auto', inset: [0.13, 0.13, 0.25, 0.25] },
    protection: { locked: 'True', lockText: 'True' },
    editAs: 'oneCells',
  }
  return { model: { type: 'note', note, anchor } }
}
