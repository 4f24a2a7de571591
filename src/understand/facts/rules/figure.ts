/** A number with its unit, also where a verb has slipped between (1,205.30 为万元). */

import { UNITS, type UnitClass } from '../../../../schemas/prose/words.js'
import { anything, defineRule, literal, number, optional, unit } from '../rule.js'
import type { Figure } from '../token.js'

export default defineRule({
  name: 'figure',
  reads: [number(), optional(literal('为')), unit(), optional(anything)],
  keep: { after: 1 },
  makes: ([[digits], , [unit], [next]]) => {
    if (unit.text === '万' && next?.is === 'text') return null
    return { kind: 'figure', ...figureOf(digits.text, unit.text) }
  },
  examples: {
    '收入预算1,205.30万元': [{ value: '1205.30', unit: '万元' }],
    '在建工程1项12.70万元，车辆3辆98万元': [
      { subject: 'project', value: '12.70' },
      { subject: 'vehicles_in_use', measure: 'count', value: '3' },
      { subject: 'vehicles_in_use', measure: 'amount', value: '98' },
    ],
    '收入预算1205.30为万元': [{ value: '1205.30', unit: '万元' }],
    '教育支出310.25万元,占20%': [{ value: '310.25' }, { value: '20', unit: '%' }],
    '单价100万元以上设备2台（套）': [{ value: '2', unit: '台' }],
  },
  not: ['开通12345热线', '建设用地3万余亩', '依据〔2031〕16号文件'],
})

function figureOf(digits: string, unit: string): Figure {
  const [of] = (Object.keys(UNITS) as UnitClass[]).filter((each) =>
    (UNITS[each] as readonly string[]).includes(unit),
  )
  return {
    value: digits.replaceAll(',', ''),
    unit: unit.replace(/[(/].*$|(?<=台)套$/, '') || unit,
    of,
  }
}
