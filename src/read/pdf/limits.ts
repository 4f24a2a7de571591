/** How much a file may ask for: budgets have hundreds of pages, a hostile file says billions. */
const MOST_PAGES = 10_000
/** Drawing operators of one page; the fullest real one has some ten thousand. */
const MOST_OPERATORS = 1_000_000

/** The file is beyond what is read: there is no document. */
export class LimitError extends Error {
  override readonly name = 'LimitError'
  constructor(
    readonly code: 'too_many_pages' | 'too_many_objects',
    message: string,
  ) {
    super(message)
  }
}

/** @throws LimitError */
export function assertPages(count: number): void {
  if (count > MOST_PAGES)
    throw new LimitError('too_many_pages', `says ${count} pages, more than ${MOST_PAGES}: split it`)
}

/** Counts the drawing operators of a page as they come. */
export class OperatorCount {
  #count = 0

  constructor(private readonly page: number) {}

  /** @throws LimitError */
  add(): void {
    if (++this.#count > MOST_OPERATORS)
      throw new LimitError(
        'too_many_objects',
        `page ${this.page} draws more than ${MOST_OPERATORS} objects: print it to a simpler file`,
      )
  }
}
