/** When a cell says nothing. */
interface Said {
  text: string
}

/** Blanks are taken out where a cell's lines are joined, so a text of blanks is no text. */
export function isFilled<Cell extends Said>(cell: Cell | null | undefined): cell is Cell {
  return cell !== null && cell !== undefined && cell.text !== ''
}

export function isBlank(cell: Said | null | undefined): boolean {
  return !isFilled(cell)
}
