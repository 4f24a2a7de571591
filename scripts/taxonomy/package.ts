/** What the taxonomy says of itself as a package, Taxonomy Packages 1.0. */

import { SCHEMA_NAME, VERSION } from '../../src/publish/xbrl/names.js'
import { DECLARATION, escaped } from '../../src/publish/xbrl/xml.js'
import { element } from './xml.js'

/** Under a domain that is reserved for examples, until the taxonomy has a home: nothing is fetched from there. */
const BASE = `https://kemu.example/taxonomy/${VERSION}/`
const PACKAGE = {
  xmlns: 'http://xbrl.org/2016/taxonomy-package',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://xbrl.org/2016/taxonomy-package http://www.xbrl.org/2016/taxonomy-package.xsd',
  'xml:lang': 'zh',
}
const NAME = [
  '中国部门预算决算公开',
  'Chinese department budgets and final accounts as published',
] as const
const SAYS = [
  '部门预算、部门决算公开表的概念、维度和勾稽关系。',
  'Concepts, dimensions and sums of the tables that Chinese departments publish.',
] as const

const bilingual = (name: string, [zh, en]: readonly [string, string]) => [
  element(name, { 'xml:lang': 'zh' }, escaped(zh)),
  element(name, { 'xml:lang': 'en' }, escaped(en)),
]

function packageFile(): string {
  const entry = [
    ...bilingual('name', NAME),
    element('entryPointDocument', { href: BASE + SCHEMA_NAME }),
    element('languages', {}, element('language', {}, 'zh') + element('language', {}, 'en')),
  ]
  const parts = [
    element('identifier', {}, BASE),
    ...bilingual('name', NAME),
    ...bilingual('description', SAYS),
    element('version', {}, VERSION),
    element('license', { href: 'https://www.apache.org/licenses/LICENSE-2.0', name: 'Apache-2.0' }),
    ...bilingual('publisher', ['kemu', 'kemu']),
    element('publicationDate', {}, VERSION),
    element('entryPoints', {}, element('entryPoint', {}, entry.join('\n'))),
  ]
  return `${DECLARATION}${element('taxonomyPackage', PACKAGE, `\n${parts.join('\n')}\n`)}\n`
}

function catalogFile(): string {
  const rewrite = element('rewriteURI', { uriStartString: BASE, rewritePrefix: '../' })
  const catalog = { xmlns: 'urn:oasis:names:tc:entity:xmlns:xml:catalog' }
  return `${DECLARATION}${element('catalog', catalog, `\n${rewrite}\n`)}\n`
}

export const META_FILES = new Map([
  ['META-INF/taxonomyPackage.xml', packageFile()],
  ['META-INF/catalog.xml', catalogFile()],
])
