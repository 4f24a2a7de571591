/** What may stand in one column: figures of one phase, and of one unit. What does not is no table, and the remedy is said. */
import { UsageError } from '../files/errors.js'

export class OneOfAKind {
  #first: { value: string; file: string } | null = null

  /** @param option that chooses one of them */
  constructor(
    private readonly what: string,
    private readonly option: string,
  ) {}

  /** @throws UsageError where another stands in the column already */
  take(value: string, file: string): void {
    this.#first ??= { value, file }
    const first = this.#first
    if (first.value === value) return
    throw new UsageError(
      `the column would mix ${this.what}: ${first.value} (${first.file}) and ${value} (${file}): ` +
        `choose one with ${this.option} ${first.value} or ${this.option} ${value}`,
    )
  }
}

/** Of one table. */
export interface Guards {
  phases: OneOfAKind
  units: OneOfAKind
}
