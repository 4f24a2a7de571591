/** Notes on the cells of a sheet, and the boxes that they are shown in. */
import { address } from './address.js'
import { fitText, xmlText } from './text.js'

export class Comments {
  readonly #texts = new Map<string, { row: number; column: number; text: string }>()

  get size(): number {
    return this.#texts.size
  }

  /** A cell has one comment: what is said of it again stands below. */
  add(row: number, column: number, text: string): void {
    const at = address(row, column)
    const before = this.#texts.get(at)?.text
    this.#texts.set(at, { row, column, text: before ? `${before}\n\n${text}` : text })
  }

  xml(): string {
    const list = [...this.#texts].map(
      ([at, { text }]) =>
        `<comment ref="${at}" authorId="0"><text><r><rPr><sz val="9"/><rFont val="宋体"/></rPr>` +
        `<t xml:space="preserve">${xmlText(fitText(text))}</t></r></text></comment>`,
    )
    return (
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      `<authors><author>kemu</author></authors><commentList>${list.join('')}</commentList></comments>`
    )
  }

  /** Excel wants a shape for each comment, in VML. */
  drawing(): string {
    const shapes = [...this.#texts.values()].map(
      ({ row, column, text }, i) =>
        `<v:shape id="_x0000_s${1025 + i}" type="#_x0000_t202" fillcolor="#ffffe1" ` +
        'style="position:absolute;visibility:hidden" o:insetmode="auto">' +
        '<v:fill color2="#ffffe1"/><v:path o:connecttype="none"/>' +
        '<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note">' +
        `<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor(row, column, text)}</x:Anchor>` +
        `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column>` +
        '</x:ClientData></v:shape>',
    )
    return (
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
      'xmlns:x="urn:schemas-microsoft-com:office:excel">' +
      '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
      '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
      `${shapes.join('')}</xml>`
    )
  }
}

/** Left column, offset, top row, offset, right column, offset, bottom row, offset. */
function anchor(row: number, column: number, text: string): string {
  const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 24), 0)
  return [column, 12, Math.max(0, row - 2), 8, column + 4, 12, row + Math.min(30, lines), 8].join(
    ', ',
  )
}
