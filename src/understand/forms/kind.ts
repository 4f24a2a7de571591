/** Which record a form gives: by its title, and where that says nothing by which names it has. */
import type { PerformanceRecord } from '../../../schemas/performance.js'
import { fold } from '../../../schemas/text.js'

type Kind = PerformanceRecord['kind']
type Subject = 'project' | 'department' | 'special_fund'

/** The first that a title holds. A project called 专项资金 in a form for projects is a project still. */
const SUBJECTS: readonly (readonly [RegExp, Subject])[] = [
  [/整体/, 'department'],
  [/专项业务(?:经)?费/, 'project'],
  [/项目(?:支出)?(?:预算|资金)?(?:支出)?(?:绩效|自评)/, 'project'],
  [/专项|转移支付/, 'special_fund'],
  [/项目|政策/, 'project'],
  [/部门|单位/, 'department'],
]

/**
 * @param table what the table's kind says, null where it is of no known kind
 * @param names which names the form prints
 */
export function kindOf(
  title: string,
  table: Kind | null,
  names: { project: boolean; department: boolean; reviewed: boolean },
): Kind {
  const folded = fold(title)
  const said = SUBJECTS.find(([words]) => words.test(folded))?.[1]
  const known = table ? (table.replace(/_(?:targets|review)$/, '') as Subject) : undefined
  const seen = !names.project && names.department ? 'department' : 'project'
  const review =
    /自评|评价|评分/.test(folded) || names.reviewed || table?.endsWith('review') === true
  return `${said ?? known ?? seen}_${review ? 'review' : 'targets'}` as Kind
}
