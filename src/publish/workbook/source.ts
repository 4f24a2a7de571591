/** Where in the publication a figure stands: an address that a click opens. */
import path from 'node:path'
import type { BudgetDocument } from '../../../schemas/document.js'
import { urlOf } from '../xlsx/text.js'

export class Source {
  readonly #name: string
  readonly #url: string

  /** By its name alone: the PDF is looked for beside the workbook. */
  constructor({ source }: BudgetDocument) {
    const name = path.posix.basename(source.file.replaceAll('\\', '/'))
    this.#name = name
    this.#url = urlOf(name)
  }

  /** `foo.pdf#page=3`, for people to read */
  label(page: number): string {
    return `${this.#name}#page=${page}`
  }

  /** The same, as browsers and programs for PDF follow it. */
  page(page: number): string
  page(page: number | null): string | null
  page(page: number | null): string | null {
    return page === null ? null : `${this.#url}#page=${page}`
  }
}
