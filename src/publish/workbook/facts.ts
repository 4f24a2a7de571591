/** 文字数据: a row for each figure of the narrative, with its clause, its page and what its checks came to. */
import type { BudgetDocument, Check, NarrativeFact } from '../../../schemas/document.js'
import { OUTCOME_LABELS } from '../../../schemas/labels.js'
import {
  FACT_BASIS_LABELS,
  FACT_DIRECTION_LABELS,
  FACT_FUND_LABELS,
  FACT_MEASURE_LABELS,
  SUBJECT_LABELS,
} from '../../../schemas/prose/labels.js'
import type { Place } from '../xlsx/address.js'
import type { Workbook } from '../xlsx/package.js'
import { allChecks } from './failures.js'
import { count, type Entry, figure, List, type ListColumn, line, listed } from './list.js'
import { LOOKS } from './looks.js'

export const FACTS_SHEET = '文字数据'

export const FACT_COLUMNS: readonly ListColumn[] = [
  { title: '事项', width: 26, about: '数据说的是什么；不在名录里的为“其他”', type: 'text' },
  { title: '何者', width: 32, about: '来源、科目、项目、车辆种类等，原样；没有则空', type: 'text' },
  {
    title: '资金',
    width: 16,
    about: `所在段落只说一种资金时：${listed(FACT_FUND_LABELS)}`,
    type: 'text',
  },
  { title: '指标', width: 12, about: listed(FACT_MEASURE_LABELS), type: 'text' },
  { title: '所属年度', width: 10, about: '数据所属年度；增减为后一年；不明则空', type: 'number' },
  {
    title: '口径',
    width: 16,
    about: `金额和占比的口径，增减和谁比：${listed(FACT_BASIS_LABELS)}；未印明则空`,
    type: 'text',
  },
  { title: '方向', width: 6, about: `增减的方向：${listed(FACT_DIRECTION_LABELS)}`, type: 'text' },
  {
    title: '数值',
    width: 14,
    about: '按印出的单位；原文说没有或持平而不印数的为空',
    type: 'number',
  },
  { title: '计量单位', width: 8, about: '原样；未印则空', type: 'text' },
  { title: '原文', width: 70, about: '数据所在的分句', type: 'text' },
  { title: '页', width: 6, about: 'PDF 的页，从 1 起', type: 'number' },
  {
    title: '核对',
    width: 12,
    about: `所在的勾稽关系里最差的结果：${listed(OUTCOME_LABELS)}；没有可核对的则空`,
    type: 'text',
  },
]

/** @returns where each fact stands, by its id; a document without facts has no such sheet */
export function addFacts(workbook: Workbook, document: BudgetDocument): ReadonlyMap<string, Place> {
  const { facts } = document
  if (facts.length === 0) return new Map()
  const list = new List(workbook, FACTS_SHEET, FACT_COLUMNS)
  const worst = worstByFact(allChecks(document))
  for (const fact of facts) list.add(entriesOf(fact, worst.get(fact.id)))
  list.end()
  return new Map(facts.map(({ id }, i) => [id, { sheet: FACTS_SHEET, row: i + 2, column: VALUE }]))
}

const VALUE = 1 + FACT_COLUMNS.findIndex(({ title }) => title === '数值')

/** The worst last. */
const ORDER: readonly Check['outcome'][] = ['not_applicable', 'holds', 'rounding', 'fails']

function worstByFact(checks: readonly Check[]): Map<string, Check['outcome']> {
  const worst = new Map<string, Check['outcome']>()
  for (const { left, right, outcome } of checks)
    for (const { fact } of [left, ...right]) {
      const before = fact === null ? undefined : worst.get(fact)
      if (fact !== null && (!before || ORDER.indexOf(outcome) > ORDER.indexOf(before)))
        worst.set(fact, outcome)
    }
  return worst
}

function entriesOf(fact: NarrativeFact, outcome: Check['outcome'] | undefined): Entry[] {
  const { subject, qualifier, fund, measure, period, basis, direction, value, unit } = fact
  return [
    line(SUBJECT_LABELS[subject].zh),
    line(qualifier),
    line(fund && FACT_FUND_LABELS[fund].zh),
    line(FACT_MEASURE_LABELS[measure].zh),
    count(period),
    line(basis && FACT_BASIS_LABELS[basis].zh),
    line(direction && FACT_DIRECTION_LABELS[direction].zh),
    figure(value),
    line(unit),
    line(fact.text),
    count(fact.page),
    {
      value: outcome === undefined ? '' : OUTCOME_LABELS[outcome].zh,
      look: outcome === 'fails' ? LOOKS.failed : LOOKS.line,
    },
  ]
}
