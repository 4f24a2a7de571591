/**
 * exceljs's streaming writer by its own file: the whole package also loads what reads workbooks and CSV, 200 ms and
 * 11 MB more in every worker. Beside its types stands what the writer has and does not publish, each used for a
 * reason that `workbook.ts` and `sheet.ts` name.
 */
declare module 'exceljs/lib/stream/xlsx/workbook-writer.js' {
  import type { Writable } from 'node:stream'
  import type { stream, Worksheet } from 'exceljs'

  interface Archive {
    append(source: unknown, entry: { name: string; date?: Date }): unknown
  }

  interface Relations {
    /** @returns the id of the relation */
    addMedia(relation: { Type: string; Target: string; TargetMode: 'External' }): string
    _hyperlinks: ({ address: string; target: string } | { address: string; rId: string })[]
  }

  export interface CellModel {
    address: string
    type: number
    value: string | number | null
    style: object
    comment: object | undefined
    /** Filled in by exceljs; there from the start, so that all models are of one shape. */
    styleId: number | undefined
    ssId: number | undefined
  }

  interface RowModel {
    cells: CellModel[]
    number: number
    min: number
    max: number
    height: number | undefined
    style: object
  }

  export type StreamingSheet = Worksheet & {
    commit(): void
    stream: { write(xml: string): void; pipes: Writable[] }
    _merges: string[]
    _sheetRelsWriter: Relations
    _writeRow(row: { hasValues: true; model: RowModel }): void
    _writeRowBreaks(): void
  }

  export default class WorkbookWriter extends stream.xlsx.WorkbookWriter {
    zip: Archive
  }
}
