/** 勾稽: every identity with both sides, a row for each addend, linked to the cells. */

import { allChecks } from '../../../schemas/check.js'
import type { Check, Term } from '../../../schemas/document.js'
import { identitiesOf } from '../../../schemas/identity.js'
import {
  ATTRIBUTION_LABELS,
  FIELD_LABELS,
  OUTCOME_LABELS,
  READING_LABELS,
  RULE_LABELS,
} from '../../../schemas/labels.js'
import { figure, type ListCell, line, number } from './cells.js'
import { termZh } from './failures.js'
import { type Book, type ListSheet, listed } from './list.js'
import { LOOKS } from './looks.js'

const COLUMNS: ListSheet['columns'] = [
  { title: '序号', width: 6, about: '关系的序号；右边有几项，就占几行', type: 'number' },
  { title: '表', width: 24, about: '左边所在的表', type: 'text' },
  {
    title: FIELD_LABELS.rule.zh,
    width: 12,
    about: listed(RULE_LABELS),
    type: 'text',
  },
  { title: FIELD_LABELS.identity.zh, width: 40, about: '应当成立的关系', type: 'text' },
  { title: '左项', width: 32, about: '左边的行与列，或文字数据；首行点击到那里', type: 'text' },
  { title: '左值', width: 14, about: '左边的数，按表内单位；只列在该关系的首行', type: 'number' },
  { title: '右项', width: 32, about: '右边的一项，点击到单元格或文字数据', type: 'text' },
  { title: '右值', width: 14, about: '右边该项的数，按表内单位', type: 'number' },
  {
    title: FIELD_LABELS.difference.zh,
    width: 12,
    about: '左右两边之差；只列在该关系的首行',
    type: 'number',
  },
  { title: FIELD_LABELS.tolerance.zh, width: 8, about: '四舍五入可致的最大差额', type: 'number' },
  {
    title: FIELD_LABELS.outcome.zh,
    width: 10,
    about: listed(OUTCOME_LABELS),
    type: 'text',
  },
  {
    title: FIELD_LABELS.reading.zh,
    width: 20,
    about: `不按通常读法核对，或不能为凭的，说明缘由：${listed(READING_LABELS)}`,
    type: 'text',
  },
  {
    title: FIELD_LABELS.attribution.zh,
    width: 14,
    about: `${OUTCOME_LABELS.fails.zh}时：${listed(ATTRIBUTION_LABELS)}`,
    type: 'text',
  },
]

export const CHECKS: ListSheet = { name: '勾稽', columns: COLUMNS, rows }

function* rows(book: Book): Generator<ListCell[]> {
  const say = identitiesOf(book.document.tables)
  for (const [i, check] of allChecks(book.document).entries())
    yield* checkRows(check, i + 1, say(check).zh, book)
}

function checkRows(check: Check, at: number, identity: string, places: Book): ListCell[][] {
  const { rule, left, right, outcome, reading, attribution } = check
  const head = [
    number(at),
    line(places.tables.get(left.table ?? '')?.name),
    line(RULE_LABELS[rule].zh),
    line(identity),
  ]
  const side = termEntry(left, places)
  const tail = [
    { value: OUTCOME_LABELS[outcome].zh, look: outcome === 'fails' ? LOOKS.failed : LOOKS.line },
    line(reading && READING_LABELS[reading].zh),
    line(attribution && ATTRIBUTION_LABELS[attribution].zh),
  ]
  const rows: ListCell[][] = []
  for (const term of right.length > 0 ? right : [null]) {
    const first = rows.length === 0
    rows.push([
      ...head,
      first ? side : line(String(side?.value)),
      first ? figure(left.value) : null,
      term ? termEntry(term, places) : null,
      figure(term?.value ?? null),
      first ? figure(check.difference) : null,
      first ? figure(check.tolerance) : null,
      ...tail,
    ])
  }
  return rows
}

function termEntry(term: Term, { tables, facts }: Book): ListCell {
  if (term.fact !== null) return line(`${termZh(term)}（文字）`, facts.get(term.fact))
  const home = tables.get(term.table ?? '')
  const column = home?.table.columns.find(({ id }) => id === term.column)
  const label = `${termZh(term)}（${column?.path.join('/') ?? term.column}）`
  return line(label, home?.place(term.row ?? '', term.column ?? ''))
}
