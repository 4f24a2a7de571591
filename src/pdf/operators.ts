import { OperatorList } from '#pdfjs'
import type { Interpreter } from './interpreter.js'
import type { LimitError, OperatorCount } from './limits.js'

/** A page's operators, interpreted as pdf.js finds them: no list of them is kept. */
export class Operators extends OperatorList {
  #beyond: LimitError | null = null

  constructor(
    private readonly interpreter: Interpreter,
    private readonly count: OperatorCount,
  ) {
    super()
  }

  override addOp(operator: number, args: unknown = null): void {
    try {
      this.count.add()
    } catch (cause) {
      // pdf.js passes over errors within a page, and goes on: this one must be told all the same.
      this.#beyond ??= cause as LimitError
      throw cause
    }
    this.interpreter.operate(operator, args)
  }

  /** @throws LimitError where the page drew too much */
  finish(): void {
    if (this.#beyond) throw this.#beyond
  }
}
