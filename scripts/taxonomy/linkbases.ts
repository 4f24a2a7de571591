/** Labels, presentation, definition (hypercubes) and calculation 1.1. */

import { CONCEPTS } from '../../src/publish/xbrl/concepts.js'
import { roleUri, SOURCE_CONCEPT } from '../../src/publish/xbrl/names.js'
import { CUBES, type Cube, EXPLICIT, TYPED } from '../../src/publish/xbrl/shapes.js'
import { CALCULATIONS, ROW_SUMS } from '../../src/publish/xbrl/sums.js'
import { escaped } from '../../src/publish/xbrl/xml.js'
import {
  CUBE_LIST,
  DOMAINS_ROLE,
  ITEMS,
  LINE_ITEMS,
  MEANINGS,
  MEANINGS_ROLE,
  PRESENTATION_ROLE,
  ROLES,
  ROOT,
  roleId,
  sumRole,
  UNSTATED,
} from './declarations.js'
import { type Arc, arcroleRef, element, extendedLink, linkbase, locators, roleRef } from './xml.js'

const DIMENSIONS = 'http://xbrl.org/int/dim/arcrole/'
const XBRLDT = 'http://www.xbrl.org/2005/xbrldt-2005.xsd'
const SUMMATION = 'https://xbrl.org/2023/arcrole/summation-item'

export function labelFile(language: 'zh' | 'en'): string {
  const labels = ITEMS.flatMap((item) => [
    element(
      'link:label',
      {
        'xlink:type': 'resource',
        'xlink:label': `${item.name}_label`,
        'xlink:role': 'http://www.xbrl.org/2003/role/label',
        'xml:lang': language,
      },
      escaped(item[language]),
    ),
    element('link:labelArc', {
      'xlink:type': 'arc',
      'xlink:arcrole': 'http://www.xbrl.org/2003/arcrole/concept-label',
      'xlink:from': item.name,
      'xlink:to': `${item.name}_label`,
    }),
  ])
  const parts = [...locators(ITEMS.map(({ name }) => name)), ...labels]
  return linkbase([
    element(
      'link:labelLink',
      { 'xlink:type': 'extended', 'xlink:role': 'http://www.xbrl.org/2003/role/link' },
      `\n${parts.join('\n')}\n`,
    ),
  ])
}

export function presentationFile(): string {
  const below = (from: string, names: readonly { name: string }[]): Arc[] =>
    names.map(({ name: to }) => ({
      arcrole: 'http://www.xbrl.org/2003/arcrole/parent-child',
      from,
      to,
    }))
  const dimensions = [...EXPLICIT, ...Object.values(TYPED)]
  const arcs = [
    ...below(ROOT.name, [{ name: SOURCE_CONCEPT }, CUBE_LIST, ...dimensions, LINE_ITEMS]),
    ...below(CUBE_LIST.name, CUBES),
    ...EXPLICIT.flatMap(({ name, domain, members }) => [
      ...below(name, [domain]),
      ...below(domain.name, members),
    ]),
    ...below(LINE_ITEMS.name, [MEANINGS, UNSTATED]),
    ...below(MEANINGS.name, CONCEPTS),
  ]
  const role = roleUri(PRESENTATION_ROLE)
  return linkbase([
    roleRef(role, roleId(PRESENTATION_ROLE)),
    extendedLink('presentation', role, arcs),
  ])
}

/**
 * A role for each hypercube, so that a fact need fit one only. What they share, the
 * amounts and the members of explicit dimensions, stands once, in roles of its own.
 */
export function definitionFile(): string {
  const roles = ROLES.filter(({ usedOn }) => usedOn === 'link:definitionLink')
  const arcroles = [
    'all',
    'hypercube-dimension',
    'dimension-domain',
    'domain-member',
    'dimension-default',
  ]
  return linkbase([
    ...roles.map(({ name }) => roleRef(roleUri(name), roleId(name))),
    ...arcroles.map((name) => arcroleRef(DIMENSIONS + name, `${XBRLDT}#${name}`)),
    extendedLink(
      'definition',
      roleUri(MEANINGS_ROLE),
      CONCEPTS.map(({ name }) => arc('domain-member', MEANINGS.name, name)),
    ),
    extendedLink('definition', roleUri(DOMAINS_ROLE), domainArcs()),
    extendedLink('definition', roleUri(DOMAINS_ROLE), defaultArcs()),
    ...CUBES.map((cube) => extendedLink('definition', roleUri(cube.role), cubeArcs(cube))),
  ])
}

function arc(arcrole: string, from: string, to: string, attributes = {}): Arc {
  return { arcrole: DIMENSIONS + arcrole, from, to, attributes }
}

/** Where a dimension is optional its domain is the default, and usable as such. */
function domainArcs(): Arc[] {
  return EXPLICIT.flatMap(({ name, domain, members, optional }) => [
    arc('dimension-domain', name, domain.name, optional ? {} : { 'xbrldt:usable': 'false' }),
    ...members.map((member) => arc('domain-member', domain.name, member.name)),
  ])
}

/** In a link of their own: one link has one arc at most between two ends. */
function defaultArcs(): Arc[] {
  return EXPLICIT.filter(({ optional }) => optional).map(({ name, domain }) =>
    arc('dimension-default', name, domain.name),
  )
}

function cubeArcs({ name, typed, header }: Cube): Arc[] {
  const domains = { 'xbrldt:targetRole': roleUri(DOMAINS_ROLE) }
  return [
    arc('all', LINE_ITEMS.name, name, {
      'xbrldt:contextElement': 'scenario',
      'xbrldt:closed': 'true',
    }),
    ...(header
      ? [CONCEPTS[0], UNSTATED].map((item) => arc('domain-member', LINE_ITEMS.name, item.name))
      : [
          arc('domain-member', LINE_ITEMS.name, MEANINGS.name, {
            'xbrldt:targetRole': roleUri(MEANINGS_ROLE),
          }),
        ]),
    ...EXPLICIT.map((dimension) => arc('hypercube-dimension', name, dimension.name, domains)),
    ...typed.map((key) => arc('hypercube-dimension', name, TYPED[key].name)),
  ]
}

export function calculationFile(): string {
  return linkbase([
    ...ROW_SUMS.map(({ name }) => roleRef(roleUri(sumRole(name)), roleId(sumRole(name)))),
    arcroleRef(SUMMATION, 'https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item'),
    ...ROW_SUMS.map(({ name }) =>
      extendedLink(
        'calculation',
        roleUri(sumRole(name)),
        CALCULATIONS.filter(({ role }) => role === name).flatMap(({ whole, items }) =>
          items.map((item) => ({
            arcrole: SUMMATION,
            from: whole,
            to: item,
            attributes: { weight: '1' },
          })),
        ),
      ),
    ),
  ])
}
