/** Where in the publication a figure stands: an address that a click opens. */
import path from 'node:path'
import type { BudgetDocument } from '../../../schemas/document.js'
import { urlOf } from '../xlsx/text.js'

export class Source {
  readonly #url: string

  /** By its name alone: the PDF is looked for beside the workbook. */
  constructor({ source }: BudgetDocument) {
    const name = path.posix.basename(source.file.replaceAll('\\', '/'))
    this.#url = urlOf(name)
  }

  /** `foo.pdf#page=3`, as browsers and programs for PDF follow it. */
  page(page: number): string
  page(page: number | null): string | null
  page(page: number | null): string | null {
    return page === null ? null : `${this.#url}#page=${page}`
  }
}
