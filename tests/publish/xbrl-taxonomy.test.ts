import { describe, expect, test } from 'vitest'
import { KIND_NAMES } from '../../schemas/kinds.js'
import { TERMS } from '../../schemas/vocabulary.js'
import { taxonomyFiles } from '../../scripts/taxonomy/files.js'
import { canonical, conceptOf } from '../../src/publish/xbrl/concepts.js'
import { pascal } from '../../src/publish/xbrl/names.js'
import { CALCULATIONS, ROW_SUMS } from '../../src/publish/xbrl/sums.js'
import { loadKinds } from '../../src/registry.js'
import { shippedFiles, shippedTaxonomy } from '../helpers/xbrl/files.js'
import { Hypercubes } from '../helpers/xbrl/hypercubes.js'
import { readTaxonomy } from '../helpers/xbrl/taxonomy.js'

const files = shippedFiles()
const taxonomy = shippedTaxonomy()

/** The taxonomy with one text changed in one file; the text must be there. */
function broken(file: string, from: string, to: string): string[] {
  const text = files.get(file) as string
  expect(text).toContain(from)
  return readTaxonomy(new Map([...files, [file, text.replace(from, to)]]), 'kemu.xsd').errors
}

describe('taxonomy', () => {
  test('the folder is what the script makes: npm run taxonomy', () => {
    expect([...files.keys()].toSorted()).toEqual([...taxonomyFiles().keys()].toSorted())
    for (const [name, content] of taxonomyFiles())
      expect(files.get(name) === content, `${name} is out of date: npm run taxonomy`).toBe(true)
  })

  test('every reference resolves and every item is labelled in both languages', () => {
    expect(taxonomy.errors).toEqual([])
  })

  test('it has every kind of table, and a concept for every plain meaning of an amount', () => {
    for (const kind of KIND_NAMES) expect(taxonomy.items.has(`${pascal(kind)}Table`)).toBe(true)
    const silent = new Set(['rate', 'count', 'previous_year', 'budgeted'])
    for (const { atom } of TERMS)
      if (atom !== null && !silent.has(atom))
        expect(taxonomy.items.get(conceptOf(atom) ?? '')?.type).toBe('xbrli:monetaryItemType')
  })

  test('Amount is in every hypercube; other amounts in those whose columns need no header', () => {
    const cubes = new Hypercubes(taxonomy)
    const [amount, total] = ['Amount', 'Total'].map((concept) => cubes.of(concept))
    expect(amount.length).toBe(2 * total.length)
    expect(total.some(({ dimensions }) => dimensions.has('HeaderDimension'))).toBe(false)
    expect(cubes.of('SourceSha256')).toEqual([])
  })

  test('hypercubes differ in their typed dimensions: a row fits one only', () => {
    const shapes = new Hypercubes(taxonomy).of('Amount').map(({ dimensions }) =>
      [...dimensions]
        .filter(([, members]) => members === null)
        .map(([name]) => name)
        .toSorted()
        .join(),
    )
    expect(new Set(shapes).size).toBe(shapes.length)
  })

  test('calculation links are the row sums that reconciliation checks', async () => {
    const checked = (await loadKinds())
      .flatMap(({ identities }) => identities)
      .flatMap((identity) =>
        identity.rule === 'row_sum' ? [`${identity.whole} = ${identity.parts.join(' + ')}`] : [],
      )
    expect(
      ROW_SUMS.map(({ whole, parts }) => `${whole} = ${parts.join(' + ')}`).toSorted(),
    ).toEqual([...new Set(checked)].toSorted())
    const links = taxonomy.relations.filter(({ arcrole }) => arcrole.endsWith('summation-item'))
    expect(links.length).toBe(CALCULATIONS.flatMap(({ items }) => items).length)
  })

  test.each([
    ['kemu-definition.xml', 'kemu.xsd#kemu_Total"', 'kemu.xsd#kemu_Totall"', /resolves to no item/],
    ['kemu-definition.xml', 'xlink:to="TotalCube"', 'xlink:to="NoCube"', /hangs/],
    ['kemu-definition.xml', 'closed="true"', 'closed="false"', /is open/],
    ['kemu-definition.xml', '<link:roleRef', '<link:roleRefs', /has no roleRef/],
    ['kemu-label-zh.xml', 'xlink:from="Total"', 'xlink:from="Basic"', /two labels|no label/],
    ['kemu.xsd', 'kemu-label-zh.xml', 'kemu-label-fr.xml', /is not there|referred to nowhere/],
    ['kemu.xsd', 'id="kemu_Basic"', 'id="kemu_Total"', /stands twice/],
    [
      'kemu.xsd',
      'role/presentationLinkbaseRef',
      'role/calculationLinkbaseRef',
      /is no calculation/,
    ],
    ['kemu.xsd', 'roleURI="urn:', 'roleURI="', /is not absolute/],
    ['kemu.xsd', '[1-9][0-9]*', '\\d+', /pattern/],
    ['kemu-calculation.xml', 'xlink:to="GeneralBudget"', 'xlink:to="Total"', /own descendant/],
    ['kemu.xsd', '#kemu_functionCode', '#kemu_functionCodes', /has the domain/],
  ])('%s with %s broken is caught', (file, from, to, error) => {
    expect(broken(file, from, to).join('\n')).toMatch(error)
  })
})

test.each([
  ['previous_year.basic.total', 'basic'],
  ['total.general_budget', 'general_budget'],
  ['previous_year', 'amount'],
  ['previous_year.total', 'total'],
  ['budgeted', 'amount'],
])('%s means %s, its phase apart', (meaning, concept) => {
  expect(canonical(meaning)).toBe(concept)
})
