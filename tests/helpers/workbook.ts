import ExcelJS from 'exceljs'
import { XMLParser } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'

/** Read by a library that has no part in writing. */
export async function reload(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  return workbook
}

export function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes))
  return Object.fromEntries(parts.map(([name, part]) => [name, strFromU8(part)]))
}

export interface Link {
  sheet: string
  ref: string
  target: { sheet: string; cell: string }
}

/** What a cell shows, a link to the outside too. */
export function shown(value: unknown): unknown {
  return value !== null && typeof value === 'object' && 'hyperlink' in value && 'text' in value
    ? value.text
    : value
}

/** Links to the outside, by sheet and cell. */
export function outsideLinksOf(workbook: ExcelJS.Workbook): Record<string, string> {
  const links: Record<string, string> = {}
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) =>
      row.eachCell(({ hyperlink, address }) => {
        if (hyperlink) links[`${sheet.name}!${address}`] = hyperlink
      }),
    )
  return links
}

function isWithin(link: {
  ref: string
  location?: string
}): link is { ref: string; location: string } {
  return link.location !== undefined
}

/** exceljs does not read links within a workbook. */
export function linksOf(bytes: Uint8Array, workbook: ExcelJS.Workbook): Link[] {
  const parts = partsOf(bytes)
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' })
  return workbook.worksheets.flatMap(({ name }, i) => {
    const { hyperlinks } = parser.parse(parts[`xl/worksheets/sheet${i + 1}.xml`]).worksheet
    const list: { ref: string; location?: string }[] = [hyperlinks?.hyperlink ?? []].flat()
    return list.filter(isWithin).map(({ ref, location }) => {
      const [, sheet, cell] = /^'([^']+)'!([A-Z]+\d+)$/.exec(location) ?? []
      return { sheet: name, ref, target: { sheet, cell } }
    })
  })
}
