/** Small pages built in the test: rules by their ends, runs by where they begin. */
import type { GlyphRun, PdfPage, Rule } from '../../schemas/stages.js'

export function run(text: string, x: number, baseline: number, size = 10): GlyphRun {
  const origins = [...text].map(
    (char, i) =>
      x + [...text].slice(0, i).reduce((sum, c) => sum + width(c, size), 0) + 0 * char.length,
  )
  const end = (origins.at(-1) ?? x) + width(text.at(-1) ?? '', size)
  return {
    text,
    origins,
    baseline,
    size,
    box: [x, baseline - 0.85 * size, end, baseline + 0.15 * size],
    clip: [0, 0, 600, 800],
  }
}

function width(char: string, size: number): number {
  return /[\u0000-\u007f]/.test(char) ? size / 2 : size
}

export function h(at: number, from: number, to: number): Rule {
  return { axis: 'h', at, from, to }
}

export function v(at: number, from: number, to: number): Rule {
  return { axis: 'v', at, from, to }
}

/** Rules of a full lattice with these edges. */
export function lattice(xs: number[], ys: number[]): Rule[] {
  return [
    ...ys.map((y) => h(y, xs[0], xs[xs.length - 1])),
    ...xs.map((x) => v(x, ys[0], ys[ys.length - 1])),
  ]
}

export function page(rules: Rule[], runs: GlyphRun[] = [], number = 1): PdfPage {
  const unread = { unmapped: [], pictures: [], drawings: [] }
  return {
    number,
    width: 600,
    height: 800,
    rules,
    runs,
    cut: [],
    sideways: 0,
    unread,
    annotated: 0,
  }
}

/** A page with one ruled table: each row's texts in its cells, 20 pt a row, 100 pt a column; null leaves a cell blank. */
export function tablePage(
  rows: (string | null)[][],
  options: { number?: number; above?: string[]; below?: string[]; top?: number } = {},
): PdfPage {
  const { number = 1, above = [], below = [], top = 100 } = options
  const columns = Math.max(...rows.map((row) => row.length))
  const xs = Array.from({ length: columns + 1 }, (_, i) => 20 + 100 * i)
  const ys = Array.from({ length: rows.length + 1 }, (_, i) => top + 20 * i)
  const cells = rows.flatMap((row, r) =>
    row.flatMap((text, c) => (text ? [run(text, xs[c] + 2, ys[r] + 14, 8)] : [])),
  )
  const upper = above.map((text, i) => run(text, 30, top - 15 * (above.length - i) + 8))
  const lower = below.map((text, i) => run(text, 30, ys[ys.length - 1] + 15 * (i + 1)))
  return page(lattice(xs, ys), [...upper, ...cells, ...lower], number)
}
