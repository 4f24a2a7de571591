/**
 * exceljs's streaming writer, as `scripts/exceljs.ts` builds it: the whole package also loads what reads workbooks and
 * CSV, 200 ms and 11 MB more in every worker. Beside its types stands what the writer has and does not publish, each
 * used for a reason that `workbook.ts` and `sheet.ts` name.
 */
declare module '#exceljs' {
  import type { Writable } from 'node:stream'
  import type { stream, Worksheet } from 'exceljs'

  interface Archive {
    append(source: unknown, entry: { name: string; date?: Date }): unknown
  }

  export type Hyperlink = { address: string; target: string } | { address: string; rId: string }

  interface Relations {
    /** @returns the id of the relation */
    addMedia(relation: { Type: string; Target: string; TargetMode: 'External' }): string
    _hyperlinks: Hyperlink[]
  }

  export interface SharedStrings {
    count: number
    values: readonly string[]
    totalRefs: number
    /** @returns its index */
    add(text: string): number
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

  export interface RowModel {
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
    _writeRow(row: { hasValues: false } | { hasValues: true; model: RowModel }): void
    _writeRowBreaks(): void
    _writeHyperlinks(): void
    _workbook: { styles: object; sharedStrings: object }
  }

  export class WorkbookWriter extends stream.xlsx.WorkbookWriter {
    zip: Archive
    sharedStrings: SharedStrings
    addSharedStrings(): Promise<void>
  }

  interface Shared {
    styles: object
    sharedStrings: object
  }

  /** Its printers, by themselves. */
  export class RowXform {
    /** Finds the styles and the shared strings of the cells. */
    prepare(row: RowModel, shared: Shared): void
    render(xml: object, row: RowModel): void
  }

  export class HyperlinkXform {
    render(xml: object, link: Hyperlink): void
  }

  export class SharedStringsXform {
    render(xml: object, strings: SharedStrings): void
  }

  export const utils: { xmlEncode(text: string): string }
}
