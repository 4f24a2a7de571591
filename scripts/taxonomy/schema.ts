/** The taxonomy's schema: roles, items, and the elements of typed members. */

import { TYPED } from '../../src/publish/xbrl/dimensions.js'
import { NAMESPACE, roleUri } from '../../src/publish/xbrl/names.js'
import { DECLARATION, escaped } from '../../src/publish/xbrl/xml.js'
import { ITEMS, type Item, ROLES, type Role, roleId } from './declarations.js'
import { PARTS } from './references.js'
import { element, FILES, idOf } from './xml.js'

const SCHEMA = {
  'xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
  'xmlns:xbrli': 'http://www.xbrl.org/2003/instance',
  'xmlns:link': 'http://www.xbrl.org/2003/linkbase',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:xbrldt': 'http://xbrl.org/2005/xbrldt',
  'xmlns:nonnum': 'http://www.xbrl.org/dtr/type/non-numeric',
  'xmlns:kemu': NAMESPACE,
  targetNamespace: NAMESPACE,
  elementFormDefault: 'qualified',
}

const IMPORTS: readonly [string, string][] = [
  ['http://www.xbrl.org/2003/instance', 'http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd'],
  ['http://www.xbrl.org/2003/linkbase', 'http://www.xbrl.org/2003/xbrl-linkbase-2003-12-31.xsd'],
  ['http://xbrl.org/2005/xbrldt', 'http://www.xbrl.org/2005/xbrldt-2005.xsd'],
  [
    'http://www.xbrl.org/dtr/type/non-numeric',
    'http://www.xbrl.org/dtr/type/nonNumeric-2009-12-16.xsd',
  ],
]

const LINKBASES: readonly [string, string][] = [
  ['label', FILES.labelsZh],
  ['label', FILES.labelsEn],
  ['reference', FILES.references],
  ['presentation', FILES.presentation],
  ['definition', FILES.definition],
  ['calculation', FILES.calculation],
]

export function schemaFile(): string {
  const appinfo = [...LINKBASES.map(linkbaseRef), ...ROLES.map(roleType)].join('\n')
  const parts = [
    `<xs:annotation><xs:appinfo>\n${appinfo}\n</xs:appinfo></xs:annotation>`,
    ...IMPORTS.map(([namespace, schemaLocation]) =>
      element('xs:import', { namespace, schemaLocation }),
    ),
    ...ITEMS.map(itemElement),
    ...Object.values(TYPED).map(typedElement),
    ...PARTS.map(partElement),
  ]
  return `${DECLARATION}${element('xs:schema', SCHEMA, `\n${parts.join('\n')}\n`)}\n`
}

function linkbaseRef([kind, href]: [string, string]): string {
  return element('link:linkbaseRef', {
    'xlink:type': 'simple',
    'xlink:arcrole': 'http://www.w3.org/1999/xlink/properties/linkbase',
    'xlink:role': `http://www.xbrl.org/2003/role/${kind}LinkbaseRef`,
    'xlink:href': href,
  })
}

function roleType({ name, number, zh, en, usedOn }: Role): string {
  return element(
    'link:roleType',
    { roleURI: roleUri(name), id: roleId(name) },
    element('link:definition', {}, escaped(`${number} ${zh} | ${en}`)) +
      usedOn.map((link) => element('link:usedOn', {}, `link:${link}Link`)).join(''),
  )
}

function itemElement({ name, type, group, abstract, typedDomain, balance }: Item): string {
  return element('xs:element', {
    name,
    id: idOf(name),
    type,
    substitutionGroup: group,
    abstract: String(abstract),
    nillable: 'true',
    'xbrli:periodType': 'duration',
    ...(balance ? { 'xbrli:balance': balance } : {}),
    ...(typedDomain ? { 'xbrldt:typedDomainRef': `#${idOf(typedDomain)}` } : {}),
  })
}

/** A token: blanks collapsed before the pattern is asked. */
function typedElement({ element: name, pattern }: (typeof TYPED)[keyof typeof TYPED]): string {
  const restriction = element(
    'xs:restriction',
    { base: 'xs:token' },
    element('xs:pattern', { value: pattern }),
  )
  return element('xs:element', { name, id: idOf(name) }, element('xs:simpleType', {}, restriction))
}

/** A part of a reference. */
function partElement(name: string): string {
  return element('xs:element', {
    name,
    id: idOf(name),
    type: 'xs:string',
    substitutionGroup: 'link:part',
  })
}
