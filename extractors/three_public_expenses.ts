import { defineKind } from '../schemas/kind.js'
import { BY_EXPENSE, THREE_PUBLIC, VEHICLES_BELOW, VEHICLES_BESIDE } from '../schemas/sums.js'

/**
 * "三公"经费表: going abroad, official receptions, official vehicles.
 *
 * The three expenses that the public watches: travel abroad on duty (因公出国),
 * receptions (公务接待), and buying and running cars (公务用车购置及运行维护). The
 * shapes vary: one wide row, two years side by side, a vertical list, one row per
 * unit, or years as rows. Meetings (会议费), training (培训费) and agency operating
 * expenses (机关运行经费) may stand beside them and are not part of the three.
 * Final accounts print budget and executed amounts in pairs.
 */
export default defineKind({
  id: 'three_public_expenses',
  label: { zh: '“三公”经费支出表', en: 'The three public expenses' },
  order: 11,
  titles: [
    '三公经费表',
    '"三公"经费*表',
    '"三公"*表',
    '三公*机关运行经费*表',
    '三公*会议费*培训费*表',
    '因公出国*公务接待*表',
  ],
  codes: null,
  layout: 'rows',
  core: true,
  direction: 'expenditure',
  family: null,
  form: null,
  otherCodes: null,
  views: ['three_public'],
  total: 'public_expenses',
  identities: [
    BY_EXPENSE,
    THREE_PUBLIC,
    VEHICLES_BELOW,
    VEHICLES_BESIDE,
    { rule: 'row_names', whole: '合计', parts: ['因公出国', '公务接待', '公务用车购置及运行'] },
    { rule: 'row_names', whole: '三公', parts: ['因公出国', '公务接待', '公务用车购置及运行'] },
    { rule: 'row_names', whole: '公务用车购置及运行', parts: ['公务用车购置', '公务用车运行'] },
  ],
  shapes: [
    {
      some: {
        of: ['abroad', 'reception', 'vehicles', 'vehicle_purchase', 'vehicle_operation'],
        least: 3,
      },
      decisive: true,
    },
    { named: ['因公出国', '公务接待', '公务用车'], rows: 'accounts' },
  ],
  example: `
    2025年“三公”经费预算表
    单位名称 | 合计 | 因公出国（境）费 | 公务接待费 | 公务用车购置及运行费/小计 | 公务用车购置及运行费/公务用车购置费 | 公务用车购置及运行费/公务用车运行费
    合计 | 8.00 | | 3.00 | 5.00 | | 5.00`,
})
