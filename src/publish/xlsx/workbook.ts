/** Sheets, one after the other -> the bytes of a workbook, by exceljs's streaming writer. */
import { Writable } from 'node:stream'
import { SharedStringsXform, WorkbookWriter } from '#exceljs'
import { SheetNames } from './names.js'
import { Sheet, type SheetSetup, worksheetOptions } from './sheet.js'
import { XmlText } from './xml-text.js'

/** Nothing in a workbook says when it was made: a document gives the same bytes always. */
const EPOCH = new Date(Date.UTC(2000, 0, 1))
/** Measured: higher ones save a tenth for a third more time. */
const LEVEL = 1
/**
 * What zlib holds for each part of the archive, in powers of two: a quarter of the usual, since parts are many, most of
 * them small, and what they say again is near.
 */
const WINDOW = { windowBits: 13, memLevel: 7 }

/**
 * archiver dates an entry by the clock where nobody says a date, and exceljs says none. Its constructor adds the first
 * entries, the theme before all: so the archive learns the date there.
 */
export class DatedWriter extends WorkbookWriter {
  constructor(options: ConstructorParameters<typeof WorkbookWriter>[0]) {
    super(options)
    Object.assign(this, { created: EPOCH, modified: EPOCH })
  }

  override addThemes(): Promise<void> {
    const { zip } = this
    const append = zip.append.bind(zip)
    zip.append = (source, entry) => append(source, { ...entry, date: EPOCH })
    return super.addThemes()
  }

  /** As exceljs writes them, by a text that grows. */
  override async addSharedStrings(): Promise<void> {
    if (this.sharedStrings.count === 0) return
    const xml = new XmlText()
    new SharedStringsXform().render(xml, this.sharedStrings)
    this.zip.append(xml.take(), { name: '/xl/sharedStrings.xml' })
  }
}

/** exceljs's own makes each text the name of a property, which costs twice. */
class SharedStrings {
  readonly #indexes = new Map<string, number>()
  readonly values: string[] = []
  totalRefs = 0

  get count(): number {
    return this.values.length
  }

  add(text: string): number {
    this.totalRefs++
    let index = this.#indexes.get(text)
    if (index === undefined) {
      index = this.values.push(text) - 1
      this.#indexes.set(text, index)
    }
    return index
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
    const zip = { zlib: { level: LEVEL, ...WINDOW } }
    this.#writer = new DatedWriter({ stream, zip, useStyles: true, useSharedStrings: true })
    Object.assign(this.#writer, { creator: 'kemu', lastModifiedBy: 'kemu' })
    this.#writer.sharedStrings = new SharedStrings()
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
