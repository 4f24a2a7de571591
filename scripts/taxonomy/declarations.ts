/** Everything that the taxonomy declares: items with their labels, and roles. */
import { CONCEPTS } from '../../src/publish/xbrl/concepts.js'
import { type Named, SOURCE_CONCEPT, UNSTATED_CONCEPT } from '../../src/publish/xbrl/names.js'
import { CUBES, EXPLICIT, TYPED } from '../../src/publish/xbrl/shapes.js'
import { ROW_SUMS } from '../../src/publish/xbrl/sums.js'

export interface Item extends Named {
  type: string
  group: 'xbrli:item' | 'xbrldt:hypercubeItem' | 'xbrldt:dimensionItem'
  abstract: boolean
  typedDomain?: string
}

export const ROOT: Named = {
  name: 'BudgetDocument',
  zh: '部门预算、部门决算公开文件',
  en: 'Disclosure of a department budget or final accounts',
}
/** Each hypercube's primary items: the amounts below it. */
export const LINE_ITEMS: Named = { name: 'LineItems', zh: '行项目', en: 'Line items' }
export const MEANINGS: Named = {
  name: 'AmountMeanings',
  zh: '金额列含义',
  en: 'Meanings of amounts',
}
export const CUBE_LIST: Named = { name: 'TableShapes', zh: '表的形状', en: 'Shapes of tables' }
const SOURCE: Named = {
  name: SOURCE_CONCEPT,
  zh: '来源文件的 SHA-256',
  en: 'SHA-256 of the source file',
}
/** Of tables that state no unit: no money, since nobody can say how much. */
export const UNSTATED: Named = {
  name: UNSTATED_CONCEPT,
  zh: '未印明单位的数',
  en: 'Figure of a table that states no unit',
}

const abstract = (named: Named): Item => ({
  ...named,
  type: 'xbrli:stringItemType',
  group: 'xbrli:item',
  abstract: true,
})

const member = (named: Named): Item => ({ ...abstract(named), type: 'nonnum:domainItemType' })

export const ITEMS: readonly Item[] = [
  ...[ROOT, LINE_ITEMS, MEANINGS, CUBE_LIST].map(abstract),
  { ...abstract(SOURCE), abstract: false },
  ...CONCEPTS.map(
    (concept): Item => ({ ...abstract(concept), type: 'xbrli:monetaryItemType', abstract: false }),
  ),
  { ...abstract(UNSTATED), type: 'xbrli:decimalItemType', abstract: false },
  ...CUBES.map((cube): Item => ({ ...abstract(cube), group: 'xbrldt:hypercubeItem' })),
  ...EXPLICIT.flatMap((dimension): Item[] => [
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

export interface Role extends Named {
  usedOn: string
}

export const PRESENTATION_ROLE = 'presentation'
export const MEANINGS_ROLE = 'meanings'
export const DOMAINS_ROLE = 'domains'

export const ROLES: readonly Role[] = [
  { name: PRESENTATION_ROLE, zh: '展示', en: 'Presentation', usedOn: 'link:presentationLink' },
  { name: MEANINGS_ROLE, zh: MEANINGS.zh, en: MEANINGS.en, usedOn: 'link:definitionLink' },
  {
    name: DOMAINS_ROLE,
    zh: '维度成员',
    en: 'Members of dimensions',
    usedOn: 'link:definitionLink',
  },
  ...CUBES.map(({ role, zh, en }) => ({ name: role, zh, en, usedOn: 'link:definitionLink' })),
  ...ROW_SUMS.map(({ name, zh, en }) => ({
    name: sumRole(name),
    zh,
    en,
    usedOn: 'link:calculationLink',
  })),
]

export function sumRole(name: string): string {
  return `sum-${name}`
}

export function roleId(name: string): string {
  return `role-${name}`
}
