/** 文字数据: a row for each figure of the narrative, with its clause, its page and what its checks came to. */

import { allChecks } from '../../../schemas/check.js'
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
import { figure, type ListCell, line, number } from './cells.js'
import { type Book, type ListSheet, listed } from './list.js'
import { LOOKS } from './looks.js'
import type { Source } from './source.js'

const NAME = '文字数据'

const COLUMNS: ListSheet['columns'] = [
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
  { title: '页', width: 6, about: 'PDF 的页，从 1 起；点击打开 PDF', type: 'number' },
  {
    title: '核对',
    width: 12,
    about: `所在的勾稽关系里最差的结果：${listed(OUTCOME_LABELS)}；没有可核对的则空`,
    type: 'text',
  },
]

export const FACTS: ListSheet = {
  name: NAME,
  columns: COLUMNS,
  isIn: ({ facts }) => facts.length > 0,
  rows,
}

function* rows({ document, source }: Book): Generator<ListCell[]> {
  const worst = worstByFact(allChecks(document))
  for (const fact of document.facts) yield cellsOf(fact, worst.get(fact.id), source)
}

const VALUE = 1 + COLUMNS.findIndex(({ title }) => title === '数值')

/** Where the value of each fact stands, by its id. */
export function factPlaces({ facts }: BudgetDocument): ReadonlyMap<string, Place> {
  return new Map(facts.map(({ id }, i) => [id, { sheet: NAME, row: i + 2, column: VALUE }]))
}

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

function cellsOf(
  fact: NarrativeFact,
  outcome: Check['outcome'] | undefined,
  source: Source,
): ListCell[] {
  const { subject, qualifier, fund, measure, period, basis, direction, value, unit } = fact
  return [
    line(SUBJECT_LABELS[subject].zh),
    line(qualifier),
    line(fund && FACT_FUND_LABELS[fund].zh),
    line(FACT_MEASURE_LABELS[measure].zh),
    number(period),
    line(basis && FACT_BASIS_LABELS[basis].zh),
    line(direction && FACT_DIRECTION_LABELS[direction].zh),
    figure(value),
    line(unit),
    line(fact.text),
    number(fact.page, source.page(fact.page)),
    outcome === undefined ? null : outcomeCell(outcome),
  ]
}

function outcomeCell(outcome: Check['outcome']): ListCell {
  return {
    value: OUTCOME_LABELS[outcome].zh,
    look: outcome === 'fails' ? LOOKS.failed : LOOKS.line,
  }
}
