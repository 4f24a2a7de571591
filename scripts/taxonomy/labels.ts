/** Labels in one language: of each item its name, and its terse, total and documentation labels where it has them. */
import { escaped } from '../../src/publish/xbrl/xml.js'
import { ITEMS, type Item } from './declarations.js'
import { element, linkbase, locators } from './xml.js'

const ROLE = 'http://www.xbrl.org/2003/role/'

type Language = 'zh' | 'en'

export function labelFile(language: Language): string {
  const labels = ITEMS.flatMap((item) => labelsOf(item, language))
  const parts = [...locators(ITEMS.map(({ name }) => name)), ...labels]
  return linkbase([
    element(
      'link:labelLink',
      { 'xlink:type': 'extended', 'xlink:role': `${ROLE}link` },
      `\n${parts.join('\n')}\n`,
    ),
  ])
}

/** One arc leads to all labels of an item. */
function labelsOf(item: Item, language: Language): string[] {
  const texts: [string, string | undefined][] = [
    ['label', item[language]],
    ['terseLabel', item.terse?.[language]],
    ['totalLabel', item.total?.[language]],
    ['documentation', item.says?.[language]],
  ]
  const to = `${item.name}_label`
  const labels = texts.flatMap(([role, text]) =>
    text === undefined ? [] : [labelElement(to, ROLE + role, language, text)],
  )
  const arc = element('link:labelArc', {
    'xlink:type': 'arc',
    'xlink:arcrole': 'http://www.xbrl.org/2003/arcrole/concept-label',
    'xlink:from': item.name,
    'xlink:to': to,
  })
  return [...labels, arc]
}

function labelElement(label: string, role: string, language: Language, text: string): string {
  return element(
    'link:label',
    {
      'xlink:type': 'resource',
      'xlink:label': label,
      'xlink:role': role,
      'xml:lang': language,
    },
    escaped(text),
  )
}
