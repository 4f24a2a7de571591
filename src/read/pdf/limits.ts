/** How much a file may ask for: budgets have hundreds of pages, a hostile file says billions. */
const MOST_PAGES = 10_000
/** Drawing operators of one page; the fullest real one has some ten thousand. */
const MOST_OPERATORS = 1_000_000

/** Forms shown on one page; the fullest real one has some hundred, and each is a stream of its own to read. */
const MOST_FORMS = 50_000
/** Steps of paths on one page; a map has a million of them. */
const MOST_STEPS = 5_000_000
/** Characters painted on one page; the fullest real one has some ten thousand. */
export const MOST_GLYPHS = 500_000

/** The file is beyond what is read: there is no document. */
export class LimitError extends Error {
  override readonly name = 'LimitError'
  constructor(
    readonly code: 'too_many_pages' | 'too_many_objects' | 'too_much_content',
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

/** @throws LimitError @param broken what pdf.js was asked for beyond its bounds, if it was */
export function assertBounds(broken: string | null): void {
  if (broken !== null)
    throw new LimitError('too_much_content', `holds ${broken}: print it to a simpler file`)
}

/** Counts what a page draws as it comes. */
export class OperatorCount {
  #count = 0
  #steps = 0
  #forms = 0

  constructor(private readonly page: number) {}

  /** @throws LimitError */
  add(): void {
    if (++this.#count > MOST_OPERATORS) this.#tooMany(`${MOST_OPERATORS} objects`)
  }

  /** @throws LimitError */
  addForm(): void {
    if (++this.#forms > MOST_FORMS) this.#tooMany(`${MOST_FORMS} forms`)
  }

  /** @throws LimitError */
  addStep(): void {
    if (++this.#steps > MOST_STEPS) this.#tooMany(`${MOST_STEPS} lines`)
  }

  /** @throws LimitError */
  assertGlyphs(painted: number): void {
    if (painted > MOST_GLYPHS) this.#tooMany(`${MOST_GLYPHS} characters`)
  }

  #tooMany(what: string): never {
    const message = `page ${this.page} draws more than ${what}: print it to a simpler file`
    throw new LimitError('too_many_objects', message)
  }
}
