/** Records of performance forms -> `projects`, `project_funding`, `indicators`. */
import type { BudgetDocument, PerformanceRecord } from '../../schemas/document.js'
import type { PerformanceIndicator } from '../../schemas/performance.js'
import { Occurrences } from './keys.js'
import type { Row } from './table.js'
import { fits, yuanOrNull } from './value.js'

export type PerformanceRows = Record<'projects' | 'project_funding' | 'indicators', Row[]>

/** @param tables keys of the document's tables, by their ids in the JSON */
export function performanceRows(
  { performance }: BudgetDocument,
  document_id: string,
  tables: ReadonlyMap<string, string>,
): PerformanceRows {
  const seen = new Occurrences()
  const rows: PerformanceRows = { projects: [], project_funding: [], indicators: [] }
  for (const record of performance) {
    const project_id = seen.distinct(document_id, ...identity(record))
    const keys = { project_id, document_id }
    rows.projects.push({
      ...keys,
      table_id: tables.get(record.table) ?? null,
      ...projectRow(record),
    })
    rows.project_funding.push(...fundingRows(record).map((row) => ({ ...keys, ...row })))
    rows.indicators.push(
      ...record.indicators.map((each, i) => ({ ...keys, position: i + 1, ...indicatorRow(each) })),
    )
  }
  return rows
}

function identity({
  kind,
  title,
  project,
  projectCode,
  department,
  unit,
  unitCode,
}: PerformanceRecord) {
  return [kind, title, project, projectCode, department, unit, unitCode]
}

function projectRow(record: PerformanceRecord): Row {
  const { goals, scores } = record
  const said = (wanted: (phase: string) => boolean) =>
    goals
      .filter(({ phase }) => wanted(phase))
      .map(({ text }) => text)
      .join('\n') || null
  return {
    record_kind: record.kind,
    form_year: record.year,
    period: record.period,
    project_name: record.project,
    project_code: record.projectCode,
    department: record.department,
    department_code: record.departmentCode,
    unit_name: record.unit,
    unit_code: record.unitCode,
    money_unit: record.moneyUnit,
    goal: said((phase) => phase === 'annual' || phase === 'expected'),
    achieved: said((phase) => phase === 'actual'),
    score: scores.total ?? null,
    execution_rate: scores.execution_rate ?? null,
    indicators: record.indicators.length,
    pages: record.pages.join(' '),
  }
}

function fundingRows({ funding, tasks, moneyUnit }: PerformanceRecord): Row[] {
  const all = [
    ...funding.map((each) => ({ each, task: null as string | null })),
    ...tasks.flatMap((task) => task.funding.map((each) => ({ each, task: task.name }))),
  ]
  return all.map(({ each, task }, i) => ({
    position: i + 1,
    task,
    item: each.item,
    money_phase: each.phase,
    label: each.label,
    amount: yuanOrNull(each.value, moneyUnit),
    amount_text: each.text || null,
    page: each.page,
    ...boxOf(each),
  }))
}

function indicatorRow(indicator: PerformanceIndicator): Row {
  const { level1, level2, level3, phase, operator, value, unit, text } = indicator
  const { actual, weight, score, remark, page } = indicator
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(value) && fits(value)
  return {
    ...{ level1, level2, level3: level3 || null },
    target_phase: phase,
    operator,
    target_value: isNumber ? value : null,
    target_unit: unit,
    target_text: text || null,
    ...{ actual, weight, score, remark, page },
    ...boxOf(indicator),
  }
}

function boxOf({ bbox }: Pick<PerformanceIndicator, 'bbox'>): Row {
  const [x0, top, x1, bottom] = bbox ?? [null, null, null, null]
  return { x0, top, x1, bottom }
}
