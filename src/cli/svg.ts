import type { Box } from '../../schemas/document.js'
import type { Grid, PdfPage } from '../../schemas/stages.js'

/**
 * A page as the reader sees it: cells in blue, rules in red, each run of text with a box from where it begins.
 * @param lit boxes that are asked for, in yellow
 */
export function drawPage(page: PdfPage, grids: Grid[], lit: readonly Box[] = []): string {
  const marks = lit.map(
    ([x0, top, x1, bottom]) =>
      `<rect x="${n(x0)}" y="${n(top)}" width="${n(x1 - x0)}" height="${n(bottom - top)}" fill="#fde047" stroke="#ca8a04" stroke-width="1.5"/>`,
  )
  const cells = grids
    .flatMap((grid) => grid.cells)
    .map(({ box: [x0, top, x1, bottom], row, col }) => {
      const size = `x="${n(x0 + 0.8)}" y="${n(top + 0.8)}" width="${n(x1 - x0 - 1.6)}" height="${n(bottom - top - 1.6)}"`
      return `<rect ${size} fill="#3b82f6" fill-opacity="0.10" stroke="#3b82f6" stroke-width="0.4"><title>row ${row}, column ${col}</title></rect>`
    })
  const rules = page.rules.map(({ axis, at, from, to }) => {
    const ends = axis === 'h' ? [from, at, to, at] : [at, from, at, to]
    return `<line x1="${n(ends[0])}" y1="${n(ends[1])}" x2="${n(ends[2])}" y2="${n(ends[3])}" stroke="#dc2626" stroke-width="0.6"/>`
  })
  const runs = page.runs.map(({ text, box: [x0, top, x1, bottom], origins, baseline, size }) => {
    const box = `<rect x="${n(x0)}" y="${n(top)}" width="${n(Math.max(0, x1 - x0))}" height="${n(bottom - top)}" fill="none" stroke="#16a34a" stroke-width="0.25"/>`
    return `${box}<text x="${origins.map(n).join(' ')}" y="${n(baseline)}" font-size="${n(size)}">${escapeXml(text)}</text>`
  })
  const view = `viewBox="0 0 ${n(page.width)} ${n(page.height)}" width="${n(page.width)}" height="${n(page.height)}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${view} font-family="Noto Sans CJK SC, SimSun, sans-serif">`,
    '<rect width="100%" height="100%" fill="white"/>',
    ...marks,
    ...cells,
    ...rules,
    ...runs,
    '</svg>\n',
  ].join('\n')
}

function n(value: number): string {
  return value.toFixed(2)
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}
