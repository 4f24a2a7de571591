/** Tables and lists of Markdown: what a reader sees of the panel without any program. */

/** Bars and line ends would break a row. */
export function cellText(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replace(/(?<!\s)\s+/g, (blank) => (blank.includes('\n') ? ' ' : blank))
}

/** @param numeric columns to set to the right, by position */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  numeric: readonly number[] = [],
): string {
  const rule = head.map((_, i) => (numeric.includes(i) ? '---:' : '---'))
  const lines = [head, rule, ...rows.map((row) => row.map((cell) => cellText(String(cell))))]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}

/** All columns but the first few: figures. */
export function fromColumn(first: number, head: readonly string[]): number[] {
  return head.map((_, i) => i).slice(first)
}

/** A code span that survives bars within a table. */
export function code(text: string): string {
  return `\`${text}\``
}

/** Whole percent, never 100 where one is missing, never 0 where there is one. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return ''
  if (part === whole) return '100'
  if (part === 0) return '0'
  const rounded = Math.round((part / whole) * 100)
  return rounded === 0 ? '<1' : rounded === 100 ? '>99' : String(rounded)
}
