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

/** exceljs does not read links within a workbook. */
export function linksOf(bytes: Uint8Array, workbook: ExcelJS.Workbook): Link[] {
  const parts = partsOf(bytes)
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' })
  return workbook.worksheets.flatMap(({ name }, i) => {
    const { hyperlinks } = parser.parse(parts[`xl/worksheets/sheet${i + 1}.xml`]).worksheet
    const list: { ref: string; location: string }[] = [hyperlinks?.hyperlink ?? []].flat()
    return list.map(({ ref, location }) => {
      const [, sheet, cell] = /^'([^']+)'!([A-Z]+\d+)$/.exec(location) ?? []
      return { sheet: name, ref, target: { sheet, cell } }
    })
  })
}
