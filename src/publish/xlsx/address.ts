/** Addresses of cells: rows and columns count from 1. */

export interface Place {
  sheet: string
  row: number
  column: number
}

const LETTERS: string[] = []

/** 1 -> A, 28 -> AB */
export function letters(column: number): string {
  LETTERS[column] ??=
    (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') +
    String.fromCharCode(65 + ((column - 1) % 26))
  return LETTERS[column]
}

export function address(row: number, column: number): string {
  return letters(column) + row
}

export function range(top: number, left: number, bottom: number, right: number): string {
  return `${address(top, left)}:${address(bottom, right)}`
}

/** `'某表'!C5`, as links and defined names say it: names of sheets have no quotes. */
export function location({ sheet, row, column }: Place): string {
  return `'${sheet}'!${address(row, column)}`
}
