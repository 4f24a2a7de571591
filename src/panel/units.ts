/** What both sides of a check are in: money comes to 元, and points, rates and counts stay what they are. */
import { isMoneyUnit } from '../../schemas/amount.js'
import type {
  BudgetTable,
  Check,
  NarrativeFact,
  PerformanceRecord,
  Term,
} from '../../schemas/document.js'
import { moneyUnit } from '../../schemas/prose/figures.js'
import { fits, yuanOrNull } from './value.js'

export interface CheckUnit {
  /** 元, 分, %, 辆 and the like; null where nothing states one, or of a rate that may be a share. */
  said: string | null
  /** Of money: what it is printed in. */
  money: BudgetTable['unit']
  /** Whether the figures mean something as they stand. */
  isPlain: boolean
}

export interface Measured {
  /** The unit of a cell that has a fact. */
  cellUnit: (term: Term) => BudgetTable['unit']
  fact: (id: string) => NarrativeFact | undefined
  record: (id: string) => PerformanceRecord | undefined
}

/** Checks of a form that are of its points, and of its rate of execution; all others are of its money. */
const POINTS = ['weights', 'scores']
const RATE = 'execution rate'

const money = (unit: BudgetTable['unit']): CheckUnit => ({
  ...{ said: unit === null ? null : '元', money: unit, isPlain: false },
})
const plain = (said: string | null): CheckUnit => ({ said, money: null, isPlain: true })

export function unitOf({ rule, id, identity, left, right }: Check, measured: Measured): CheckUnit {
  if (rule === 'form') return unitInForm(identity, id, right, measured)
  if (left.fact === null) return money(measured.cellUnit(left))
  const said = measured.fact(left.fact)
  const unit = moneyUnit(said)
  return unit === null && said?.unit ? plain(said.unit) : money(unit)
}

/** A row of a list that names a project is in the unit of the list. */
function unitInForm(
  identity: string,
  id: string,
  right: readonly Term[],
  measured: Measured,
): CheckUnit {
  if (POINTS.includes(identity)) return plain('分')
  if (identity === RATE) return plain(null)
  const [other] = right
  const ofRow = identity === 'project row' && other ? measured.cellUnit(other) : null
  return money(ofRow ?? moneyOf(measured.record(id.split(':')[0])))
}

function moneyOf(record: PerformanceRecord | undefined): BudgetTable['unit'] {
  const unit = record?.moneyUnit ?? null
  return unit !== null && isMoneyUnit(unit) ? unit : null
}

/** Null where there is no unit, or the column does not hold it. */
export function figureIn(value: string, unit: CheckUnit): string | null {
  if (!unit.isPlain) return yuanOrNull(value, unit.money)
  return fits(value) ? value : null
}
