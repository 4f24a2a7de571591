/**
 * What must hold within a form, as far as it prints both sides: totals and their parts, tasks and
 * their sum, weights, scores, the rate of execution.
 */
import { checkSum } from '../../../schemas/check.js'
import { Exact } from '../../../schemas/decimal.js'
import type { Check, PerformanceRecord, Term } from '../../../schemas/document.js'
import type { MoneyItem } from '../../../schemas/forms/money.js'
import type { PerformanceFunding, PerformanceIndicator } from '../../../schemas/performance.js'
import type { CellPlaces } from './places.js'

export function formChecks(record: PerformanceRecord, places: CellPlaces): Check[] {
  const found = [
    ...partsOfTotals(record, places),
    ...sumsOfTasks(record, places),
    weights(record, places),
    scores(record, places),
    executionRate(record, places),
  ]
  return found
    .filter((check) => check !== null)
    .map((check) => ({ ...check, id: `${record.id}:${check.identity}` }))
}

/** Items that make up a total, in ways that exclude one another: by source, by use, by level of government. */
const SOURCES: readonly MoneyItem[] = ['special_account', 'carry_over', 'other']
const BUDGETS: readonly MoneyItem[] = ['general_public_budget', 'government_fund', 'state_capital']
const SPLITS: readonly (readonly MoneyItem[])[] = [
  ['basic', 'project'],
  ['own_level', 'transfers_down'],
]

function partsOfTotals(record: PerformanceRecord, places: CellPlaces): (Check | null)[] {
  const phases = [...new Set(record.funding.map(({ phase }) => phase))]
  return phases.flatMap((phase) => {
    const printed = record.funding.filter((each) => each.phase === phase && each.value !== null)
    const [total, ...others] = printed.filter(({ item }) => item === 'total')
    if (total === undefined || others.length > 0) return []
    return [bySource(printed), ...SPLITS].map((items) => {
      const parts = printed.filter(({ item }) => items.includes(item))
      if (parts.length === 0) return null
      const name = `${phase}: total = ${items.join(' + ')}`
      return checkSum('form', name, termOf(record, total, places), termsOf(record, parts, places))
    })
  })
}

/** 财政拨款 is its budgets together: where a form prints it, they are not added again. */
function bySource(printed: readonly PerformanceFunding[]): readonly MoneyItem[] {
  const whole = printed.some(({ item }) => item === 'appropriation')
  return whole ? ['appropriation', ...SOURCES] : [...BUDGETS, ...SOURCES]
}

function sumsOfTasks(record: PerformanceRecord, places: CellPlaces): (Check | null)[] {
  if (record.tasks.length === 0) return []
  return record.funding.map((sum) => {
    const parts = record.tasks.flatMap(({ funding }) =>
      funding.filter(({ item, phase }) => item === sum.item && phase === sum.phase),
    )
    if (sum.value === null || parts.length === 0) return null
    const name = `${sum.phase}: ${sum.item} = tasks`
    return checkSum('form', name, termOf(record, sum, places), termsOf(record, parts, places))
  })
}

/** Weights make 100, or 90 where carrying out the budget is not among the indicators and its 10 are not printed. */
function weights(record: PerformanceRecord, places: CellPlaces): Check | null {
  const terms = pointsOf(record, 'weight', places)
  if (terms === null) return null
  const execution = pointTerm(record, '执行率分值', record.scores.execution_weight)
  const all = execution ? [...terms, execution] : terms
  const sum = all.reduce((total, { value }) => total.plus(value), new Exact(0))
  const whole = execution === null && sum.equals(90) ? '90' : '100'
  return doubtful(checkSum('form', 'weights', pointTerm(record, '分值合计', whole), all))
}

/** 总分 = the scores of the indicators and that of carrying out the budget. */
function scores(record: PerformanceRecord, places: CellPlaces): Check | null {
  const total = pointTerm(record, '总分', record.scores.total)
  const terms = pointsOf(record, 'score', places)
  if (total === null || terms === null) return null
  const execution = pointTerm(record, '执行率得分', record.scores.execution)
  return doubtful(checkSum('form', 'scores', total, execution ? [...terms, execution] : terms))
}

/** A row that was not read would make the sum fail as well: nobody can tell whose it is. */
function doubtful(check: Check | null): Check | null {
  return check?.outcome === 'fails' ? { ...check, attribution: 'unclear' } : check
}

/** Of all indicators of the year; null where more than half of them print none. */
function pointsOf(
  record: PerformanceRecord,
  of: 'weight' | 'score',
  places: CellPlaces,
): Term[] | null {
  const counted = record.indicators.filter(({ phase }) => phase !== 'implementation_period')
  const printed = counted.filter((indicator) => pointsIn(indicator[of]) !== null)
  if (printed.length === 0 || printed.length * 2 < counted.length) return null
  return printed.map((indicator) => ({
    ...indicatorTerm(record, indicator, places),
    value: pointsIn(indicator[of]) ?? '0',
  }))
}

/** 20, 20分, 20%. */
function pointsIn(text: string | null | undefined): string | null {
  return /^(\d+(?:\.\d+)?)(?:分|%|％)?$/.exec(text?.trim() ?? '')?.[1] ?? null
}

function pointTerm(
  record: PerformanceRecord,
  label: string,
  text: string | undefined,
): Term | null {
  const value = pointsIn(text)
  return value === null
    ? null
    : { label, value, table: record.table, row: null, column: null, fact: null }
}

/** Executed money over that of the whole year, not of its start; the rate as printed, in per cent or as a share. */
function executionRate(record: PerformanceRecord, places: CellPlaces): Check | null {
  const printed = record.scores.execution_rate
  const match = /^(\d+(?:\.\d+)?)([%％])?$/.exec(printed ?? '')
  const [budget, executed] = (['full_year_budget', 'executed'] as const).map((phase) =>
    record.funding.find((each) => each.item === 'total' && each.phase === phase),
  )
  if (!match || !budget?.value || !executed?.value || new Exact(budget.value).isZero()) return null
  const share = new Exact(executed.value).dividedBy(budget.value)
  const isShare = match[2] === undefined && new Exact(match[1]).lessThanOrEqualTo('1.5')
  const digits = match[1].split('.')[1]?.length ?? 0
  const value = (isShare ? share : share.times(100)).toFixed(digits)
  const right = { ...termOf(record, executed, places), label: '全年执行数 ÷ 全年预算数', value }
  return checkSum('form', 'execution rate', { ...right, label: '执行率', value: match[1] }, [right])
}

function termsOf(
  record: PerformanceRecord,
  funding: readonly PerformanceFunding[],
  places: CellPlaces,
): Term[] {
  return funding.map((each) => termOf(record, each, places))
}

function termOf(record: PerformanceRecord, funding: PerformanceFunding, places: CellPlaces): Term {
  const { label, value } = funding
  return { label, value: value ?? '0', ...places(record.table, funding), fact: null }
}

function indicatorTerm(
  record: PerformanceRecord,
  indicator: PerformanceIndicator,
  places: CellPlaces,
): Term {
  return { label: indicator.level3, value: '0', ...places(record.table, indicator), fact: null }
}
