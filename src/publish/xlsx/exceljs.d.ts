/**
 * exceljs's streaming writer by its own file: the whole package also loads what reads workbooks and CSV, 200 ms and
 * 11 MB more in every worker. Beside its types stands what the writer has and does not publish, each used for a
 * reason that `workbook.ts` and `sheet.ts` name.
 */
declare module 'exceljs/lib/stream/xlsx/workbook-writer.js' {
  import type { Cell, Row, stream, Worksheet } from 'exceljs'

  interface Archive {
    append(source: unknown, entry: { name: string; date?: Date }): unknown
  }

  interface Relations {
    /** @returns the id of the relation */
    addMedia(relation: { Type: string; Target: string; TargetMode: 'External' }): string
    _hyperlinks: ({ address: string; target: string } | { address: string; rId: string })[]
  }

  export type StreamingSheet = Worksheet & {
    commit(): void
    stream: { write(xml: string): void }
    _merges: string[]
    _sheetRelsWriter: Relations
    _writeRowBreaks(): void
  }
  export type StreamingRow = Row & { style: object }
  export type StreamingCell = Cell & { _comment?: { model: object } }

  export default class WorkbookWriter extends stream.xlsx.WorkbookWriter {
    zip: Archive
  }
}
