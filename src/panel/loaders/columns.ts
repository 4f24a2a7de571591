import type { PanelTable } from '../../../schemas/panel/column.js'

/** Texts that are never missing: where a CSV file has nothing, nothing is printed, and the text is empty. */
export function printedTexts({ columns }: PanelTable): string[] {
  return columns.flatMap(({ name, type, missing }) =>
    type === 'text' && missing === null ? [name] : [],
  )
}
