/** By what the columns of a table add up, in both languages. */
import type { Label } from './labels.js'
import type { SumName } from './sums.js'

export const SUM_LABELS: Record<SumName, Label> = {
  'by-source': { zh: '按资金来源', en: 'by source of funds' },
  'by-nature': { zh: '按支出性质', en: 'by nature of expenditure' },
  'by-use': { zh: '按支出用途', en: 'by use' },
  'basic-by-use': { zh: '基本支出按用途', en: 'basic expenditure by use' },
  'by-budget': { zh: '按预算', en: 'by budget' },
  'by-outlay': { zh: '经费拨款与非税收入', en: 'by outlay and non-tax revenue' },
  'by-expense': { zh: '按“三公”经费', en: 'by public expense' },
  'three-public': { zh: '“三公”经费', en: 'the three public expenses' },
  'vehicles-below': { zh: '公务用车，下级', en: 'vehicles, below' },
  'vehicles-beside': { zh: '公务用车，并列', en: 'vehicles, beside' },
  movement: { zh: '结转', en: 'movements' },
}
