/** What the parts of a disclosure are, by the words of their headings: where figures can be facts. */

export type Region = 'glossary' | 'plan' | 'duties' | 'structure' | 'explanation'

const GLOSSARY = /名词(?:解释|说明)|专业(?:性|性较强的)?名词|术语/
const PLAN = /工作(?:任务|目标|重点|计划|思路|要点|打算)|重点工作/
const DUTIES = /职能|职责/
const STRUCTURE =
  /机构|人员(?:情况|构成|编制)|单位(?:构成|范围|情况)|基本(?:概况|情况)|概况|部门预算构成|编制范围/
const EXPLANATION =
  /收支|收入|支出|预算|决算|经费|采购|资产|绩效|委托业务|其他(?:重要)?(?:事项|情况)/

/** @param headings folded, outermost first */
export function regionOf(headings: readonly string[]): Region {
  if (headings.some((heading) => GLOSSARY.test(heading))) return 'glossary'
  for (const heading of headings.toReversed()) {
    const speaks = EXPLANATION.test(heading.replace(/预算单位|部门预算构成|预算编制范围/g, ''))
    if (PLAN.test(heading) && !speaks) return 'plan'
    if (DUTIES.test(heading) && !speaks) return 'duties'
    if (STRUCTURE.test(heading) && !speaks) return 'structure'
    if (speaks && !headings.some((other) => PLAN.test(other) || DUTIES.test(other)))
      return 'explanation'
  }
  return 'explanation'
}
