/** What is wrong with a file that cannot be read, and what its owner can do: in both languages. */
import type { Message } from './findings.js'

export type InputErrorCode = 'not_pdf' | 'encrypted' | 'damaged' | 'not_found' | 'unreadable'

export class InputError extends Error {
  override readonly name = 'InputError'
  readonly said: Message

  /** @param said one wording for both languages where it is not ours (a system's own message) */
  constructor(
    readonly code: InputErrorCode,
    said: Message | string,
    options?: ErrorOptions,
  ) {
    const message = typeof said === 'string' ? { zh: said, en: said } : said
    super(message.en, options)
    this.said = message
  }
}
