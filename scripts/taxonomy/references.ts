/** What can be cited: articles of the law that say what a thing is, and the classification that has a code. */

import { CODE_MEMBERS } from '../../src/publish/xbrl/members.js'
import { escaped } from '../../src/publish/xbrl/xml.js'
import { ITEMS } from './declarations.js'
import { element, linkbase, locators } from './xml.js'

const LAW = '中华人民共和国预算法（2018年修正）'
/** Of the latest year in which two published documents agree on the code. */
const classification = (year: number) => `财政部《${year}年政府收支分类科目》`

/** Parts of a reference, declared by our schema. */
export const PARTS = ['law', 'article', 'classification', 'code'] as const
type Part = (typeof PARTS)[number]

type Reference = Partial<Record<Part, string>>

export function referenceFile(): string {
  const cited: [string, Reference][] = [
    ...ITEMS.flatMap(({ name, article }): [string, Reference][] =>
      article ? [[name, { law: LAW, article: `第${article}条` }]] : [],
    ),
    ...CODE_MEMBERS.flatMap(({ name, code, year }): [string, Reference][] =>
      year === null ? [] : [[name, { classification: classification(year), code }]],
    ),
  ]
  const parts = [
    ...locators(cited.map(([name]) => name)),
    ...cited.flatMap(([name, reference]) => referenceElements(name, reference)),
  ]
  return linkbase([
    element(
      'link:referenceLink',
      { 'xlink:type': 'extended', 'xlink:role': 'http://www.xbrl.org/2003/role/link' },
      `\n${parts.join('\n')}\n`,
    ),
  ])
}

function referenceElements(name: string, reference: Reference): string[] {
  const label = `${name}_reference`
  const parts = Object.entries(reference).map(([part, text]) =>
    element(`kemu:${part}`, {}, escaped(text)),
  )
  return [
    element(
      'link:reference',
      {
        'xlink:type': 'resource',
        'xlink:label': label,
        'xlink:role': 'http://www.xbrl.org/2003/role/reference',
      },
      parts.join(''),
    ),
    element('link:referenceArc', {
      'xlink:type': 'arc',
      'xlink:arcrole': 'http://www.xbrl.org/2003/arcrole/concept-reference',
      'xlink:from': name,
      'xlink:to': label,
    }),
  ]
}
