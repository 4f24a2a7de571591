/** Targets that cannot be meant so: ≤0%, ≥0件, a share far above 100 %. They are kept as printed, and said. */
import { Exact } from '../../../schemas/decimal.js'
import type { Issue, PerformanceRecord } from '../../../schemas/document.js'
import { finding } from '../../../schemas/findings.js'
import type { PerformanceIndicator } from '../../../schemas/performance.js'

export function oddTargets({ table, indicators }: PerformanceRecord): Issue[] {
  return indicators
    .filter(isOdd)
    .map(({ level3, text, page, bbox }) =>
      finding('odd_target', { name: level3, text }, { table, page, bbox }),
    )
}

/** What is at most the whole: rates of growth are not. */
const SHARE =
  /满意|合格率|完成率|覆盖率|准确率|及时率|到位率|达标率|知晓率|参与率|使用率|执行率|合规率/

function isOdd({ level3, operator, value, unit }: PerformanceIndicator): boolean {
  if (!/^-?\d+(?:\.\d+)?$/.test(value)) return false
  const number = new Exact(value)
  // ≤0起 is a promise; ≤0% of something to be done, and ≥0 of anything, promise nothing.
  if (number.isZero()) return operator === '>=' || (operator === '<=' && SHARE.test(level3))
  return unit === '%' && number.greaterThan(100) && SHARE.test(level3)
}
