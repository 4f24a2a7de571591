/** What is wrong with a file that cannot be read, and what its owner can do. */
export type InputErrorCode = 'not_pdf' | 'encrypted' | 'damaged' | 'not_found' | 'unreadable'

export class InputError extends Error {
  override readonly name = 'InputError'
  constructor(
    readonly code: InputErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** `%PDF-` may stand behind a little junk: readers accept it within the first kilobyte. */
const HEADER_WINDOW = 1024

/** @throws InputError not_pdf, saying what the file looks like instead. */
export function assertPdf(bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new InputError('not_pdf', 'the file is empty: download it again')
  }
  const head = Buffer.from(bytes.subarray(0, HEADER_WINDOW)).toString('latin1')
  if (head.includes('%PDF-')) return
  throw new InputError('not_pdf', `the file is not a PDF but ${describe(head)}: ${REMEDY}`)
}

const REMEDY = 'look at what the site really sends and download the PDF itself'

function describe(head: string): string {
  if (/^\s*(<!doctype html|<html|<head|<script|<!--)/i.test(head)) return 'an HTML page'
  if (head.startsWith('PK')) return 'a zip archive or an Office document'
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'an old Office document'
  if (/^(?:Rar!|7z|\x1f\x8b)/.test(head)) return 'an archive'
  return 'of some other type'
}
