/** The names of the classes of each classification, as rows of a list: which of them a list is of. */
import { listedCodes } from '../../../schemas/codes.js'
import type { Panel } from '../../../schemas/document.js'
import { fold, ORDINAL } from '../../../schemas/text.js'

export type ByClass = Exclude<Panel, 'revenue' | 'expenditure'>

/** What lists of expenditure by nature say, and names that classes had before those of the lists. */
const SAID: Readonly<Record<ByClass, RegExp>> = {
  expenditure_by_nature: /^(?:基本|项目|经营|事业单位经营|上缴上级)支出$/,
  expenditure_by_function: /^(?:医疗卫生(?:与计划生育)?|文化体育与传媒|国土海洋气象等)(?:支出)?$/,
  expenditure_by_department_economic: /^(?:其他资本性支出|对企事业单位的补贴)$/,
  expenditure_by_government_economic: /^机关(?:工资福利|商品和服务|资本性)支出/,
}

const SYSTEMS = {
  functional: 'expenditure_by_function',
  department_economic: 'expenditure_by_department_economic',
  government_economic: 'expenditure_by_government_economic',
} as const

/** The classes of each list by their bare names; null for a name that several classifications use (其他支出). */
const CLASSES = new Map<string, ByClass | null>()
for (const { system, code, names } of listedCodes()) {
  if (code.length > 3) continue
  const panel = SYSTEMS[system as keyof typeof SYSTEMS]
  for (const name of new Set(names.map((each) => bare(each.name))))
    CLASSES.set(name, (CLASSES.get(name) ?? panel) === panel ? panel : null)
}

/** Without ordinals and leads: （一）其中：一般公共服务支出. */
function unnumbered(label: string): string {
  let rest = fold(label)
  for (let match = LEAD.exec(rest); match && match[0] !== rest; match = LEAD.exec(rest))
    rest = rest.slice(match[0].length)
  return rest
}

const LEAD = new RegExp(`${ORDINAL.source}|^(?:其中|另)[:：]`)

/** Without the word that most class names end in, which some lists leave out: 一般公共服务(支出). */
function bare(name: string): string {
  return fold(name).replace(/支出$/, '')
}

/** How many of a list's labels are classes of each classification, the most first. */
export function classesOf(labels: readonly string[]): { panel: ByClass; hits: number }[] {
  const hits = new Map<ByClass, number>()
  for (const label of labels) {
    const name = unnumbered(label)
    const said = (Object.keys(SAID) as ByClass[]).find((panel) => SAID[panel].test(name))
    const panel = said ?? CLASSES.get(bare(name))
    if (panel) hits.set(panel, (hits.get(panel) ?? 0) + 1)
  }
  return [...hits].map(([panel, n]) => ({ panel, hits: n })).toSorted((a, b) => b.hits - a.hits)
}
