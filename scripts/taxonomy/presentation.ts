/** Roles as a person reads the tables: title, table, axes, line items; a total behind its parts. */
import { totalsOf } from '../../schemas/concepts.js'
import type { TableKind } from '../../schemas/kinds.js'
import { traitsOf } from '../../schemas/traits.js'
import { DOCUMENT_CONCEPTS, OCCURRENCES, TEXT_CONCEPTS } from '../../src/publish/xbrl/about.js'
import { conceptOf } from '../../src/publish/xbrl/concepts.js'
import { EXPLICIT, TYPED } from '../../src/publish/xbrl/dimensions.js'
import {
  type Named,
  roleUri,
  SOURCES,
  type Source,
  sourceMember,
} from '../../src/publish/xbrl/names.js'
import { type Draft, SUMS, sumsPrintedBy } from '../../src/publish/xbrl/sums.js'
import {
  ABOUT,
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
  titleOf,
} from './declarations.js'
import { memberArcs } from './domains.js'
import { type Arc, extendedLink, linkbase } from './xml.js'

const PARENT_CHILD = 'http://www.xbrl.org/2003/arcrole/parent-child'
const LABELS = 'http://www.xbrl.org/2003/role/'

type Preferred = 'terseLabel' | 'totalLabel'

function below(from: string, to: string, preferred?: Preferred): Arc {
  const arc = { arcrole: PARENT_CHILD, from, to }
  return preferred ? { ...arc, attributes: { preferredLabel: LABELS + preferred } } : arc
}

const namesOf = (named: readonly Pick<Named, 'name'>[]) => named.map(({ name }) => name)

export function presentationFile(): string {
  const link = (role: string, arcs: readonly Arc[]) =>
    extendedLink('presentation', roleUri(role), arcs)
  return linkbase([
    ...roleRefs('presentation'),
    link(ABOUT_ROLE, aboutArcs()),
    ...SOURCES.map((source) => link(sourceRole(source), sourceArcs(source))),
    link(
      FIGURES_ROLE,
      namesOf(FIGURE_ITEMS).map((name) => below(FIGURES.name, name)),
    ),
    ...SHARED_DIMENSIONS.map((dimension) =>
      link(domainRole(dimension), [
        below(dimension.name, dimension.domain.name),
        ...memberArcs(dimension).map(([from, to]) => below(from, to)),
      ]),
    ),
  ])
}

function aboutArcs(): Arc[] {
  return [
    ...namesOf([...Object.values(DOCUMENT_CONCEPTS), OCCURRENCES]).map((name) =>
      below(ABOUT.name, name),
    ),
    below(ABOUT.name, CORRECTION_CUBE.name),
    below(CORRECTION_CUBE.name, TYPED.cell.name),
    below(CORRECTION_CUBE.name, TEXT_CONCEPTS.correction.name),
  ]
}

const OF_ROWS = [EXPLICIT.functional, EXPLICIT.department_economic, EXPLICIT.government_economic]
const TYPED_OF_ROWS = [
  ...[TYPED.functional, TYPED.department_economic, TYPED.government_economic, TYPED.code],
  ...[TYPED.name, TYPED.above, TYPED.unit, TYPED.unitName, TYPED.owner],
  ...[TYPED.procurementItem, TYPED.procurementForm, TYPED.specialFund, TYPED.economicItem],
  ...[TYPED.project, TYPED.projectCode, TYPED.projectClass, TYPED.header, TYPED.occurrence],
]

function axesOf(source: Source): Pick<Named, 'name'>[] {
  const { phase, panel, subject, fund, fundingItem, fundingPhase } = EXPLICIT
  if (source === 'narrative')
    return [EXPLICIT.source, phase, subject, fund, TYPED.qualifier, TYPED.counted, TYPED.occurrence]
  const own = [EXPLICIT.source, phase, panel, ...OF_ROWS, ...TYPED_OF_ROWS]
  const form = source !== 'unrecognized' && traitsOf(source)?.form
  return form ? [...own, fundingItem, fundingPhase, TYPED.fundingLabel] : own
}

function sourceArcs(source: Source): Arc[] {
  const [title, cube] = [titleOf(source).name, cubeOf(source).name]
  return [
    below(title, cube),
    ...namesOf(axesOf(source)).map((axis) => below(cube, axis)),
    ...domainArcs(source),
    below(title, LINE_ITEMS.name),
    ...lineArcs(source),
  ]
}

/** What an axis takes: the table's own member; of the others their domain, whose members have roles of their own. */
function domainArcs(source: Source): Arc[] {
  const axes = new Set(namesOf(axesOf(source)))
  const explicit = Object.values(EXPLICIT).filter(({ name }) => axes.has(name))
  return [
    ...explicit.map(({ name, domain }) => below(name, domain.name)),
    below(EXPLICIT.source.domain.name, sourceMember(source)),
  ]
}

function lineArcs(source: Source): Arc[] {
  if (source === 'narrative')
    return namesOf(NARRATIVE_ITEMS).map((name) => below(LINE_ITEMS.name, name))
  const texts = [TEXT_CONCEPTS.table, TEXT_CONCEPTS.row].map(({ name }) =>
    below(LINE_ITEMS.name, name),
  )
  const own = source === 'unrecognized' ? [] : kindArcs(source)
  return onceEach([...texts, ...own, below(LINE_ITEMS.name, FIGURES.name)])
}

/**
 * Each total behind what it sums; what a heading divides below the heading: of headings that the total sums, and of
 * those whose sum stands in this role.
 */
function kindArcs(kind: TableKind): Arc[] {
  const sums = sumsPrintedBy(kind)
  const hasThree = traitsOf(kind)?.sums.includes('three-public')
  const wholes = new Set([...topsOf(kind), ...(hasThree ? THREE : [])])
  const top = sums.filter(({ whole }) => wholes.has(whole))
  const items = new Set(top.flatMap((sum) => sum.items.map(({ concept }) => concept)))
  const isOwn = (whole: string) => SUMS.some((sum) => sum.kind === kind && sum.whole === whole)
  const divided = sums.filter(
    ({ whole }) => !wholes.has(whole) && (items.has(whole) || isOwn(whole)),
  )
  const others = divided.filter(({ whole }) => !items.has(whole)).map(({ whole }) => whole)
  return [
    ...[...items, ...others].map((name) => below(LINE_ITEMS.name, name)),
    ...divided.flatMap(partArcs),
    ...[...wholes].map((name) => below(LINE_ITEMS.name, name, 'totalLabel')),
  ]
}

/** Where nothing else stands beside them, their total is 三公. */
const THREE = [conceptOf('three_public')]

/** Below its heading a part is called as the table heads it. */
function partArcs({ whole, items }: Draft): Arc[] {
  return items.map(({ concept }) =>
    below(whole, concept, concept.endsWith(`Of${whole}`) ? 'terseLabel' : undefined),
  )
}

export function topsOf(kind: TableKind): string[] {
  const totals = totalsOf(kind)
  const direction = traitsOf(kind)?.direction
  if (traitsOf(kind)?.form) return []
  return direction ? [totals[direction].name] : [totals.revenue.name, totals.expenditure.name]
}

function onceEach(arcs: readonly Arc[]): Arc[] {
  return [...new Map(arcs.map((arc) => [`${arc.from} ${arc.to}`, arc])).values()]
}
