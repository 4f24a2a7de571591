/** When a cell says nothing. */
interface Said {
  text: string
}

/** Blanks are taken out where a cell's lines are joined, so a text of blanks is no text. */
export function isBlank(cell: Said | null | undefined): boolean {
  return !cell || cell.text === ''
}

export function isFilled<Cell extends Said>(cell: Cell | null | undefined): cell is Cell {
  return !isBlank(cell)
}
