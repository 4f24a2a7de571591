/** Everything that the taxonomy declares: items with their labels, and roles. */
import type { Article } from '../../schemas/concepts.js'
import type { Label } from '../../schemas/labels.js'
import { SUM_LABELS } from '../../schemas/sum-labels.js'
import { DOCUMENT_CONCEPTS, OCCURRENCES, TEXT_CONCEPTS } from '../../src/publish/xbrl/about.js'
import { CONCEPTS, type Concept, TOTAL_CONCEPTS } from '../../src/publish/xbrl/concepts.js'
import { EXPLICIT, type ExplicitDimension, TYPED } from '../../src/publish/xbrl/dimensions.js'
import {
  type Named,
  pascal,
  roleUri,
  SOURCES,
  type Source,
  sourceLabel,
} from '../../src/publish/xbrl/names.js'
import { CHANGE_OF_COUNT, NARRATIVE_CONCEPTS } from '../../src/publish/xbrl/narrative.js'
import { FUNDING_CONCEPT } from '../../src/publish/xbrl/performance.js'
import { SUMS, type Sum } from '../../src/publish/xbrl/sums.js'
import { roleRef } from './xml.js'

export interface Item extends Named {
  type: string
  group: 'xbrli:item' | 'xbrldt:hypercubeItem' | 'xbrldt:dimensionItem'
  abstract: boolean
  typedDomain?: string
  balance?: 'debit' | 'credit'
  terse?: Label
  total?: Label
  says?: Label
  article?: Article
}

const TYPES: Record<Concept['type'], string> = {
  monetary: 'xbrli:monetaryItemType',
  decimal: 'xbrli:decimalItemType',
  pure: 'xbrli:pureItemType',
  string: 'xbrli:stringItemType',
}

/** Each hypercube's primary items: the figures below it. */
export const LINE_ITEMS: Named = { name: 'LineItems', zh: '行项目', en: 'Line items' }
/** What any table can print, beside what its own kind lists. */
export const FIGURES: Named = { name: 'FiguresOfTables', zh: '表中的数', en: 'Figures of tables' }
export const ABOUT: Named = { name: 'AboutTheDocument', zh: '文件信息', en: 'The document' }
export const SENTENCES: Named = {
  name: 'FiguresOfSentences',
  zh: '文字中的数',
  en: 'Figures of sentences',
}
export const CORRECTION_CUBE: Named = { name: 'CorrectionCube', zh: '更正', en: 'Corrections' }

export const NARRATIVE_ITEMS: readonly Concept[] = [
  ...Object.values(NARRATIVE_CONCEPTS),
  CHANGE_OF_COUNT,
]
export const FIGURE_ITEMS: readonly Concept[] = [
  TEXT_CONCEPTS.table,
  TEXT_CONCEPTS.row,
  TEXT_CONCEPTS.unit,
  ...CONCEPTS,
]

const abstract = ({ name, zh, en }: Named): Item => ({
  ...{ name, zh, en, type: 'xbrli:stringItemType', group: 'xbrli:item', abstract: true },
})
const member = (named: Named & { says?: Label }): Item => ({
  ...abstract(named),
  type: 'nonnum:domainItemType',
  ...(named.says ? { says: named.says } : {}),
})
const concept = ({ type, ...text }: Concept): Item => ({
  ...{ ...text, type: TYPES[type], group: 'xbrli:item', abstract: false },
})

export const DIMENSIONS: readonly ExplicitDimension[] = Object.values(EXPLICIT)

export function cubeOf(source: Source): Named {
  const { zh, en } = sourceLabel(source)
  return { name: `${pascal(source)}Cube`, zh: `${zh}（维度）`, en: `${en}, dimensions` }
}

/** What a kind of table is called at the head of its role. */
export function titleOf(source: Source): Named {
  return { name: `${pascal(source)}Abstract`, ...sourceLabel(source) }
}

export const ITEMS: readonly Item[] = [
  ...[ABOUT, LINE_ITEMS, FIGURES, SENTENCES].map(abstract),
  ...SOURCES.map((source) => abstract(titleOf(source))),
  ...Object.values(DOCUMENT_CONCEPTS).map(concept),
  concept(OCCURRENCES),
  concept(TEXT_CONCEPTS.correction),
  ...TOTAL_CONCEPTS.map(concept),
  ...FIGURE_ITEMS.map(concept),
  ...NARRATIVE_ITEMS.map(concept),
  concept(FUNDING_CONCEPT),
  ...[...SOURCES.map(cubeOf), CORRECTION_CUBE].map(
    (cube): Item => ({ ...abstract(cube), group: 'xbrldt:hypercubeItem' }),
  ),
  ...DIMENSIONS.flatMap((dimension): Item[] => [
    { ...abstract(dimension), group: 'xbrldt:dimensionItem' },
    ...[dimension.domain, ...dimension.members].map(member),
  ]),
  ...Object.values(TYPED).map(
    (dimension): Item => ({
      ...abstract(dimension),
      group: 'xbrldt:dimensionItem',
      typedDomain: dimension.element,
    }),
  ),
]

export interface Role extends Label {
  name: string
  /** Roles are listed by their definitions: so the number stands first. */
  number: string
  usedOn: readonly Link[]
}

export type Link = 'presentation' | 'definition' | 'calculation'

const pad = (number: number) => String(number).padStart(3, '0')

export const ABOUT_ROLE = 'document'
export const FIGURES_ROLE = 'figures'

export function sourceRole(source: Source): string {
  return source.replaceAll('_', '-')
}

/** A kind's own role, or one of its own for a second way to sum what it sums already. */
export function sumRole({ kind, breakdown }: Pick<Sum, 'kind' | 'breakdown'>): string {
  return breakdown === null ? sourceRole(kind) : `${sourceRole(kind)}-${breakdown}`
}

/** One for each explicit dimension that tables share, with its members. */
export function domainRole({ name }: ExplicitDimension): string {
  return `members-${name.replace(/Dimension$/, '').replace(/(?!^)[A-Z]/g, (c) => `-${c}`)}`.toLowerCase()
}

/** The table's own has but one member in each role. */
export const SHARED_DIMENSIONS = DIMENSIONS.filter((dimension) => dimension !== EXPLICIT.source)

const breakdowns = SUMS.flatMap(({ kind, breakdown }) => (breakdown ? [{ kind, breakdown }] : []))

function sourceRoles(source: Source, i: number): Role[] {
  const own = breakdowns.filter(({ kind }) => kind === source)
  const label = sourceLabel(source)
  const isSummed = SUMS.some(({ kind, breakdown }) => kind === source && breakdown === null)
  const links: Link[] = [
    'presentation',
    'definition',
    ...(isSummed ? ['calculation' as const] : []),
  ]
  const [number, names] = [pad((i + 2) * 10), [...new Set(own.map((each) => each.breakdown))]]
  return [
    { name: sourceRole(source), number, ...label, usedOn: links },
    ...names.map(
      (breakdown, n): Role => ({
        name: `${sourceRole(source)}-${breakdown}`,
        number: pad((i + 2) * 10 + n + 1),
        zh: `${label.zh}（${SUM_LABELS[breakdown].zh}）`,
        en: `${label.en} (${SUM_LABELS[breakdown].en})`,
        usedOn: ['calculation'],
      }),
    ),
  ]
}

export const ROLES: readonly Role[] = [
  {
    ...{ name: ABOUT_ROLE, number: '010', zh: ABOUT.zh, en: ABOUT.en },
    usedOn: ['presentation', 'definition'],
  },
  ...SOURCES.flatMap(sourceRoles),
  {
    ...{ name: FIGURES_ROLE, number: '900', zh: FIGURES.zh, en: FIGURES.en },
    usedOn: ['presentation', 'definition'],
  },
  ...SHARED_DIMENSIONS.map(
    (dimension, i): Role => ({
      ...{ name: domainRole(dimension), number: String(910 + i) },
      zh: `${dimension.zh}：成员`,
      en: `${dimension.en}: members`,
      usedOn: ['presentation', 'definition'],
    }),
  ),
]

export function roleId(name: string): string {
  return `role-${name}`
}

/** Roles that a linkbase refers to, as it does. */
export function roleRefs(link: Link): string[] {
  return ROLES.filter(({ usedOn }) => usedOn.includes(link)).map(({ name }) =>
    roleRef(roleUri(name), roleId(name)),
  )
}
