/** What the parts of the quality report share. */
import { code } from '../markdown.js'
import type { Value } from '../query.js'

/** Lists end here; the tables of the panel have the rest. */
export const LONGEST = 50

export function more(count: number, file: string): string[] {
  return count > 0 ? [`另有 ${count} 项，见 ${code(file)}。${count} more in ${code(file)}.`] : []
}

export function text(lines: Value[][]): string[][] {
  return lines.map((line) => line.map((value) => (value === null ? '' : String(value))))
}

export function distinct(values: string[]): string[] {
  return [...new Set(values)]
}
