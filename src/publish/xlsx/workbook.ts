/** Sheets, one after the other -> the bytes of a workbook, by exceljs's streaming writer. */
import { Writable } from 'node:stream'
import WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js'
import { SheetNames } from './names.js'
import { Sheet, type SheetSetup, worksheetOptions } from './sheet.js'

/** Nothing in a workbook says when it was made: a document gives the same bytes always. */
const EPOCH = new Date(Date.UTC(2000, 0, 1))
/** Measured: higher ones save a tenth for a third more time. */
const LEVEL = 1
/** Bytes that are packed at a time. */
const CHUNK = 1 << 17

/**
 * archiver dates an entry by the clock where nobody says a date, and exceljs says none. Its constructor adds the first
 * entries, the theme before all: so the archive learns the date there.
 */
class DatedWriter extends WorkbookWriter {
  override addThemes(): Promise<void> {
    const { zip } = this
    const append = zip.append.bind(zip)
    zip.append = (source, entry) => append(source, { ...entry, date: EPOCH })
    return super.addThemes()
  }
}

export class Workbook {
  readonly names = new SheetNames()
  readonly #chunks: Buffer[] = []
  readonly #writer: DatedWriter

  /** @param heading printed above each page: what the workbook is of */
  constructor(private readonly heading: string) {
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        this.#chunks.push(chunk)
        done()
      },
    })
    const zip = { zlib: { level: LEVEL, chunkSize: CHUNK } }
    this.#writer = new DatedWriter({ stream, zip, useStyles: true, useSharedStrings: true })
    Object.assign(this.#writer, { creator: 'kemu', lastModifiedBy: 'kemu' })
    Object.assign(this.#writer, { created: EPOCH, modified: EPOCH })
  }

  /** The next sheet; the one before it is closed. */
  open(setup: SheetSetup): Sheet {
    const worksheet = this.#writer.addWorksheet(setup.name, worksheetOptions(setup, this.heading))
    return new Sheet(setup, worksheet as ConstructorParameters<typeof Sheet>[1])
  }

  async bytes(): Promise<Uint8Array> {
    await this.#writer.commit()
    return new Uint8Array(Buffer.concat(this.#chunks))
  }
}
