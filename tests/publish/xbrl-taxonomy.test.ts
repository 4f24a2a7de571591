import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { KIND_NAMES, KINDS } from '../../schemas/kinds.js'
import { KIND_LABELS } from '../../schemas/labels.js'
import { MEASURES } from '../../schemas/measures.js'
import { MOVEMENT } from '../../schemas/movements.js'
import { ROW_SUMS } from '../../schemas/sums.js'
import { sourceRole } from '../../scripts/taxonomy/declarations.js'
import { taxonomyFiles } from '../../scripts/taxonomy/files.js'
import { conceptOf } from '../../src/publish/xbrl/concepts.js'
import { pascal, roleUri } from '../../src/publish/xbrl/names.js'
import { SUMS } from '../../src/publish/xbrl/sums.js'
import { loadKinds } from '../../src/registry.js'
import { shippedFiles, shippedTaxonomy } from '../helpers/xbrl/files.js'
import { Hypercubes } from '../helpers/xbrl/hypercubes.js'
import { readTaxonomy } from '../helpers/xbrl/taxonomy.js'

const FOLDER = new URL('../../taxonomy/', import.meta.url).pathname
const files = shippedFiles()
const taxonomy = shippedTaxonomy()

/** The taxonomy with one text changed in one file; the text must be there. */
function broken(file: string, from: string | RegExp, to: string): string[] {
  const text = files.get(file) as string
  expect(text).not.toBe(text.replace(from, to))
  return readTaxonomy(new Map([...files, [file, text.replace(from, to)]]), 'kemu.xsd').errors
}

describe('taxonomy', () => {
  test('the folder is what the script makes: npm run taxonomy', () => {
    const made = taxonomyFiles()
    const shipped = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    expect(shipped.filter((entry) => entry.isFile()).length).toBe(made.size)
    for (const [name, content] of made)
      expect(
        readFileSync(path.join(FOLDER, name), 'utf8') === content,
        `${name} is out of date: npm run taxonomy`,
      ).toBe(true)
  })

  test('every reference resolves and every item is labelled in both languages', () => {
    expect(taxonomy.errors).toEqual([])
  })

  test('a role for each kind of table, numbered in the order of a disclosure', () => {
    const roles = [...files.get('kemu.xsd')!.matchAll(/<link:definition>(\d+) ([^|<]+) \|/g)]
    const numbers = roles.map(([, number]) => Number(number))
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    const names = roles.map(([, , name]) => name)
    const places = KIND_NAMES.map((kind) => names.indexOf(KIND_LABELS[kind].zh))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  test('each kind shows its table, its axes and its line items, its totals last and called so', () => {
    for (const kind of KIND_NAMES) {
      const shown = taxonomy.relations.filter(
        ({ role, arcrole }) => role === roleUri(sourceRole(kind)) && arcrole.endsWith('child'),
      )
      const below = (from: string) => shown.filter((each) => each.from === from)
      expect(below(`${pascal(kind)}Abstract`).map(({ to }) => to)).toEqual([
        `${pascal(kind)}Cube`,
        'LineItems',
      ])
      expect(below(`${pascal(kind)}Cube`).map(({ to }) => to)).toContain('FunctionDimension')
      const totals = below('LineItems').filter(({ attributes }) =>
        attributes.preferredLabel?.endsWith('totalLabel'),
      )
      const isForm = KINDS[kind].form !== null
      const several = KINDS[kind].direction === null || kind === 'three_public_expenses'
      expect(totals.length).toBe(isForm ? 0 : several ? 2 : 1)
      expect(below('LineItems').slice(-1 - totals.length, -1)).toEqual(totals)
    }
  })

  test('what a role sums it shows', () => {
    for (const { kind, whole, items } of SUMS) {
      const shown = new Set(
        taxonomy.relations
          .filter(
            ({ role, arcrole }) => role === roleUri(sourceRole(kind)) && arcrole.endsWith('child'),
          )
          .map(({ to }) => to),
      )
      for (const name of [whole, ...items.map(({ concept }) => concept)])
        expect(shown.has(name), `${name} in ${kind}`).toBe(true)
    }
  })

  test('names are full, and those of totals say of what', () => {
    for (const name of [
      'PaymentsToSuperiorUnits',
      'PublicFunds',
      'TotalRevenue',
      'TotalExpenditure',
    ])
      expect(taxonomy.items.get(name)?.type).toBe('xbrli:monetaryItemType')
    expect(taxonomy.items.get('TotalRevenue')?.balance).toBe('credit')
    expect(taxonomy.items.get('TotalExpenditure')?.balance).toBe('debit')
    expect(taxonomy.items.get('FiscalAppropriation')?.balance).toBe(null)
  })

  test('it has every kind of table, and a concept for every measure', () => {
    for (const kind of KIND_NAMES) expect(taxonomy.items.has(`${pascal(kind)}Table`)).toBe(true)
    const names = MEASURES.map((measure) => conceptOf(measure))
    expect(new Set(names).size).toBe(MEASURES.length)
    for (const name of names) expect(taxonomy.items.get(name)?.type).toBe('xbrli:monetaryItemType')
  })

  test('every figure says in both languages what it is', () => {
    for (const { name, abstract, group } of taxonomy.items.values())
      if (!abstract && group === 'xbrli:item')
        for (const language of ['zh', 'en'])
          expect(taxonomy.labels.get(name)?.has(`${language} documentation`), name).toBe(true)
  })

  test('codes are members with their names and years, below the codes that they begin with', () => {
    const labels = taxonomy.labels.get('Function20103')
    expect(labels?.get('zh label')).toBe('20103 政府办公厅（室）及相关机构事务')
    expect(labels?.get('zh documentation')).toMatch(/见于 2025、2026 年/)
    expect(taxonomy.labels.get('Function201')?.get('en label')).toBe('201 General public services')
    const above = taxonomy.relations.filter(
      ({ to, arcrole }) => to === 'Function2010301' && arcrole.endsWith('domain-member'),
    )
    expect(above.map(({ from }) => from)).toEqual(['Function20103'])
  })

  test('what is cited is an article of the law, or a code of a year', () => {
    const text = files.get('kemu-reference.xml')!
    expect(text).toMatch(/GovernmentManagedFunds_reference[^\n]*第九条/)
    expect(text).toMatch(
      /Function201_reference[^\n]*2026年政府收支分类科目》<[^\n]*<kemu:code>201</,
    )
  })

  test('a figure is in a hypercube of every kind of table, a total in those of its own', () => {
    const cubes = new Hypercubes(taxonomy)
    expect(cubes.of('Amount').length).toBe(KIND_NAMES.length + 1)
    expect(
      cubes
        .of('TotalProjectExpenditure')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['ProjectExpenditureCube', 'ProjectExpenditureEconomicCube'])
    expect(cubes.of('NarrativeAmount').map(({ name }) => name)).toEqual(['NarrativeCube'])
    expect(cubes.of('SourceSha256')).toEqual([])
  })

  test('sums are what the kinds sum, each once: in a role of its own where a whole is divided twice', async () => {
    const checked = (await loadKinds()).flatMap(({ identities }) => identities)
    const known = new Set<unknown>([...Object.values(ROW_SUMS), MOVEMENT])
    for (const identity of checked)
      if (['row_sum', 'balance'].includes(identity.rule)) expect(known.has(identity)).toBe(true)
    const links = taxonomy.relations.filter(({ arcrole }) => arcrole.endsWith('summation-item'))
    expect(links.length).toBe(SUMS.flatMap(({ items }) => items).length)
    expect(
      links.every(({ role }) => KIND_NAMES.some((kind) => role.includes(sourceRole(kind)))),
    ).toBe(true)
  })

  test.each([
    [
      'kemu-definition.xml',
      'kemu.xsd#kemu_TotalRevenue"',
      'kemu.xsd#kemu_Total"',
      /resolves to no item/,
    ],
    ['kemu-definition.xml', 'xlink:to="NarrativeCube"', 'xlink:to="NoCube"', /hangs/],
    ['kemu-definition.xml', 'closed="true"', 'closed="yes"', /open or not/],
    ['kemu-definition.xml', '<link:roleRef', '<link:roleRefs', /has no roleRef/],
    [
      'kemu-label-zh.xml',
      'xlink:from="TotalRevenue"',
      'xlink:from="Training"',
      /two labels|no label/,
    ],
    ['kemu.xsd', 'kemu-label-zh.xml', 'kemu-label-fr.xml', /is not there|referred to nowhere/],
    ['kemu.xsd', 'id="kemu_Training"', 'id="kemu_TotalRevenue"', /stands twice/],
    [
      'kemu.xsd',
      'role/presentationLinkbaseRef',
      'role/calculationLinkbaseRef',
      /is no calculation/,
    ],
    ['kemu.xsd', 'roleURI="urn:', 'roleURI="', /is not absolute/],
    ['kemu.xsd', '[1-9][0-9]*', '\\d+', /pattern/],
    ['kemu.xsd', '#kemu_functionCode', '#kemu_functionCodes', /has the domain/],
    [
      'kemu.xsd',
      /(name="CurrentYearRevenue" .*duration")/,
      '$1 xbrli:balance="debit"',
      /both sides/,
    ],
    [
      'kemu-calculation.xml',
      'xlink:to="GeneralPublicBudgetFunds"',
      'xlink:to="TotalRevenue"',
      /own descendant/,
    ],
    ['kemu-calculation.xml', 'weight="1"', 'weight="2"', /sum TotalRevenue/],
    [
      'kemu-calculation.xml',
      'xlink:from="TotalExpenditure" xlink:to="BasicExpenditure"',
      'xlink:from="TotalExpenditure" xlink:to="ProjectExpenditure"',
      /stands (?:twice|in)/,
    ],
    ['kemu-presentation.xml', 'role/totalLabel', 'role/netLabel', /has no netLabel/],
    ['kemu-reference.xml', '<kemu:law>', '<kemu:book>', /part kemu:book|closing tag/],
  ])('%s with %s broken is caught', (file, from, to, error) => {
    expect(broken(file, from, to).join('\n')).toMatch(error)
  })
})
