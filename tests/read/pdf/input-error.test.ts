import { describe, expect, test } from 'vitest'
import { InputError } from '../../../schemas/input-error.js'
import { readPages, readPdf } from '../../../src/read/pdf/read.js'
import { onePage } from '../../helpers/pdf.js'

const codeOf = async (bytes: Uint8Array) => {
  const error = await readPdf(bytes).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(InputError)
  return (error as InputError).code
}

describe('what cannot be read is told apart', () => {
  test.each([
    ['nothing', '', 'not_pdf'],
    ['a page of HTML', '<!DOCTYPE html><html></html>', 'not_pdf'],
    ['an Office document', 'PK\u0003\u0004rest', 'not_pdf'],
    ['an old Office document', '\xd0\xcf\x11\xe0rest', 'not_pdf'],
    ['a gzip archive', '\x1f\x8b\x08rest', 'not_pdf'],
    ['a PDF that ends after its header', '%PDF-1.7\n', 'damaged'],
  ])('%s', async (_, text, code) => {
    expect(await codeOf(Buffer.from(text, 'latin1'))).toBe(code)
  })
})

test.each([
  ['<html>', /HTML page.*download/],
  ['PK\u0003\u0004rest', /zip archive or an Office document.*download/],
  ['\x1f\x8b\x08rest', /not a PDF but an archive.*download/],
  ['Rar!\x1a\x07', /not a PDF but an archive.*download/],
  ['7z\xbc\xaf', /not a PDF but an archive.*download/],
  ['\xd0\xcf\x11\xe0rest', /old Office document.*download/],
])('the error says what it is and what to do: %j', async (text, message) => {
  await expect(readPdf(Buffer.from(text, 'latin1'))).rejects.toThrow(message)
})

test('an error of ours is no word about the file', async () => {
  const ours = new TypeError('x is not a function')
  const reading = readPages(onePage('0 0 m 10 10 l S'), () => {
    throw ours
  })
  await expect(reading).rejects.toBe(ours)
})
