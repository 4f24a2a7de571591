/** The number that a page prints of itself: what it looks like, and what bears it out. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TextLine } from '../../../schemas/stages.js'
import { printedPages } from '../../../src/understand/normalize/printed-pages.js'

/** A page is its lines outside the tables, from the top down. */
function pages(...texts: string[][]): TextLine[] {
  return texts.flatMap((lines, i) =>
    lines.map((text, k): TextLine => ({ text, page: i + 1, box: [0, k, 9, k + 1], size: 10 })),
  )
}

test.each([
  ['3', '4'],
  ['- 3 -', '- 4 -'],
  ['－3－', '－4－'],
  ['-  3  -', '-  4  -'],
  ['第3页', '第4页'],
  ['第 3 页，共 45 页', '第 4 页，共 45 页'],
  ['第  3  页  共  45  页', '第  4  页  共  45  页'],
  ['3/45', '4/45'],
  ['某某市某某局  3', '某某市某某局  4'],
])('%s', (first, second) => {
  const prose = pages(['封面'], ['目录'], ['一、职能', first], ['二、机构', second])
  expect(printedPages(prose, 4)).toEqual([null, null, '3', '4'])
})

test('it may stand at the head of a page, and run apart from the place in the file', () => {
  const prose = pages(['2025年', '某某局'], ['1', '一、职能'], ['2', '二、机构'])
  expect(printedPages(prose, 3)).toEqual([null, '1', '2'])
})

test('a lone number that no other page counts on with is none: a year, an amount', () => {
  expect(printedPages(pages(['某某局', '2025'], ['一、职能', '12'], ['二、机构']), 3)).toEqual([
    null,
    null,
    null,
  ])
})

test('numbers in the midst of a page are none of its own', () => {
  const prose = pages(['一、', '5', '完'], ['二、', '6', '完'])
  expect(printedPages(prose, 2)).toEqual([null, null])
})

test('a page between numbered ones that prints none gets none', () => {
  const prose = pages(['甲', '1'], ['乙'], ['丙', '3'])
  expect(printedPages(prose, 3)).toEqual(['1', null, '3'])
})

test('parts that begin anew are each borne out by themselves', () => {
  const prose = pages(['目录', '1'], ['目录', '2'], ['正文', '1'], ['正文', '2'], ['正文', '3'])
  expect(printedPages(prose, 5)).toEqual(['1', '2', '1', '2', '3'])
})

test('where head and foot both count, the numbering of more pages is the page’s', () => {
  const prose = pages(['甲', '1'], ['7', '2'], ['8', '3'], ['丁', '4'])
  expect(printedPages(prose, 4)).toEqual(['1', '2', '3', '4'])
})

test('whatever the pages print, no page gets a number that it does not print', () => {
  const line = fc.oneof(fc.nat(30).map(String), fc.constantFrom('- 2 -', '第3页', '一、职能', ''))
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 4 }), { maxLength: 9 }), (texts) => {
      const found = printedPages(pages(...texts), texts.length)
      expect(found).toHaveLength(texts.length)
      found.forEach((printed, i) => {
        if (printed !== null) expect(texts[i].join('\n')).toContain(printed)
      })
    }),
  )
})
