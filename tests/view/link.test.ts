import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkAmong, parseLink, pathOf, urlOf } from '../../src/view/link.js'

test('a link names a document and a place in it', () => {
  expect(parseLink('b/foo.pdf#t9.r1.abroad')).toEqual({ file: 'b/foo.pdf', place: 't9.r1.abroad' })
  expect(parseLink('foo.pdf#t9')).toEqual({ file: 'foo.pdf', place: 't9' })
  expect(parseLink('foo.pdf#f12')).toEqual({ file: 'foo.pdf', place: 'f12' })
  expect(parseLink('foo.pdf#p3')).toEqual({ file: 'foo.pdf', place: 'p3' })
  expect(parseLink('foo.pdf')).toEqual({ file: 'foo.pdf', place: null })
})

test('what only looks like a place is part of the name', () => {
  expect(parseLink('预算#2.pdf')).toEqual({ file: '预算#2.pdf', place: null })
  expect(parseLink('预算#2.pdf#t1.r1')).toEqual({ file: '预算#2.pdf', place: 't1.r1' })
})

test('a document whose own name ends like a place is that document, and has places too', () => {
  const isDocument = (file: string) => ['foo#p1.pdf', 'foo#p1'].includes(file)
  const whole = 'foo#p1.pdf'
  expect(parseLink(whole)).not.toEqual({ file: whole, place: null })
  expect(linkAmong(isDocument, whole)).toEqual({ file: whole, place: null })
  expect(linkAmong(isDocument, `${whole}#t1`)).toEqual({ file: whole, place: 't1' })
  expect(linkAmong(isDocument, 'bar.pdf#p1')).toEqual({ file: 'bar.pdf', place: 'p1' })
})

test('a column whose name is not plain is found again in its address', () => {
  expect(urlOf({ file: 'a b/c.pdf', place: 't1.r2.其他' })).toBe(
    'a%20b/c.pdf/#t1.r2.%E5%85%B6%E4%BB%96',
  )
  expect(parseLink('c.pdf#t1.r2.%E5%85%B6%E4%BB%96').place).toBe('t1.r2.其他')
})

test('the address of a document stays below the root, whatever its name holds', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((s) => !/^\.\.?$/.test(s))
  fc.assert(
    fc.property(
      fc.array(
        name.map((s) => s.replaceAll('/', '_')),
        { minLength: 1 },
      ),
      (parts) => {
        const file = parts.join('/')
        const url = new URL(pathOf(file), 'http://127.0.0.1:1/token/')
        expect(url.pathname.startsWith('/token/')).toBe(true)
        expect(url.search + url.hash).toBe('')
        expect(decodeURIComponent(url.pathname)).toBe(`/token/${file}/`)
      },
    ),
  )
})
