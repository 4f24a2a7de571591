/**
 * A hypercube for each kind of table, in its role, so that a fact fits one only: the one that its table is a member of.
 * They are open to typed dimensions: what a row is known by depends on what is printed, and a typed dimension has no
 * default. What they share, the figures and the members of dimensions, stands once, in roles of its own.
 */
import { TEXT_CONCEPTS } from '../../src/publish/xbrl/about.js'
import { UNSTATED_CONCEPT } from '../../src/publish/xbrl/concepts.js'
import { EXPLICIT, type ExplicitDimension, TYPED } from '../../src/publish/xbrl/dimensions.js'
import { roleUri, SOURCES, type Source, sourceMember } from '../../src/publish/xbrl/names.js'
import { FUNDING_CONCEPT } from '../../src/publish/xbrl/performance.js'
import {
  ABOUT_ROLE,
  CORRECTION_CUBE,
  cubeOf,
  domainRole,
  FIGURE_ITEMS,
  FIGURES,
  FIGURES_ROLE,
  LINE_ITEMS,
  NARRATIVE_ITEMS,
  roleRefs,
  SHARED_DIMENSIONS,
  sourceRole,
} from './declarations.js'
import { memberArcs } from './domains.js'
import { topsOf } from './presentation.js'
import { type Arc, arcroleRef, extendedLink, linkbase } from './xml.js'

const DIMENSIONS = 'http://xbrl.org/int/dim/arcrole/'
const XBRLDT = 'http://www.xbrl.org/2005/xbrldt-2005.xsd'
const ARCROLES = [
  'all',
  'hypercube-dimension',
  'dimension-domain',
  'domain-member',
  'dimension-default',
]

function arc(arcrole: string, from: string, to: string, attributes = {}): Arc {
  return { arcrole: DIMENSIONS + arcrole, from, to, attributes }
}

const member = (from: string, to: string, attributes = {}) =>
  arc('domain-member', from, to, attributes)

export function definitionFile(): string {
  const link = (role: string, arcs: readonly Arc[]) =>
    extendedLink('definition', roleUri(role), arcs)
  return linkbase([
    ...roleRefs('definition'),
    ...ARCROLES.map((name) => arcroleRef(DIMENSIONS + name, `${XBRLDT}#${name}`)),
    link(ABOUT_ROLE, correctionArcs()),
    ...SOURCES.map((source) => link(sourceRole(source), cubeArcs(source))),
    link(FIGURES_ROLE, figureArcs()),
    ...SHARED_DIMENSIONS.flatMap((dimension) => [
      link(domainRole(dimension), domainArcs(dimension)),
      // In a link of its own: one link has one arc at most between two ends.
      ...(dimension.optional ? [link(domainRole(dimension), [defaultArc(dimension)])] : []),
    ]),
  ])
}

function correctionArcs(): Arc[] {
  return [
    arc('all', TEXT_CONCEPTS.correction.name, CORRECTION_CUBE.name, {
      'xbrldt:contextElement': 'scenario',
      'xbrldt:closed': 'true',
    }),
    arc('hypercube-dimension', CORRECTION_CUBE.name, TYPED.cell.name),
  ]
}

function figureArcs(): Arc[] {
  return [...FIGURE_ITEMS, FUNDING_CONCEPT].map(({ name }) => member(FIGURES.name, name))
}

/** Where a dimension is optional its domain is the default, and usable as such. */
function domainArcs(dimension: ExplicitDimension): Arc[] {
  const { name, domain, optional } = dimension
  return [
    arc('dimension-domain', name, domain.name, optional ? {} : { 'xbrldt:usable': 'false' }),
    ...memberArcs(dimension).map(([from, to]) => member(from, to)),
  ]
}

function defaultArc({ name, domain }: ExplicitDimension): Arc {
  return arc('dimension-default', name, domain.name)
}

function cubeArcs(source: Source): Arc[] {
  const { name: cube } = cubeOf(source)
  const { name: table, domain } = EXPLICIT.source
  return [
    arc('all', LINE_ITEMS.name, cube, {
      'xbrldt:contextElement': 'scenario',
      'xbrldt:closed': 'false',
    }),
    ...itemArcs(source),
    arc('hypercube-dimension', cube, table),
    arc('dimension-domain', table, domain.name, { 'xbrldt:usable': 'false' }),
    member(domain.name, sourceMember(source)),
    ...dimensionsOf(source).map((dimension) =>
      arc('hypercube-dimension', cube, dimension.name, {
        'xbrldt:targetRole': roleUri(domainRole(dimension)),
      }),
    ),
  ]
}

function itemArcs(source: Source): Arc[] {
  if (source === 'narrative')
    return [...NARRATIVE_ITEMS.map(({ name }) => name), UNSTATED_CONCEPT].map((name) =>
      member(LINE_ITEMS.name, name),
    )
  const tops = source === 'unrecognized' ? [] : topsOf(source)
  return [
    ...tops.map((name) => member(LINE_ITEMS.name, name)),
    member(LINE_ITEMS.name, FIGURES.name, { 'xbrldt:targetRole': roleUri(FIGURES_ROLE) }),
  ]
}

function dimensionsOf(source: Source): ExplicitDimension[] {
  const { phase, subject, fund, panel } = EXPLICIT
  if (source === 'narrative') return [phase, subject, fund]
  const { functional, department_economic, government_economic } = EXPLICIT
  const { fundingItem, fundingPhase } = EXPLICIT
  const codes = [functional, department_economic, government_economic]
  return [phase, panel, ...codes, fundingItem, fundingPhase]
}
