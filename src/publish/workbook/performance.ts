/** 绩效: a row for each indicator of the forms and lists, whose it is and its money repeated. */
import type { PerformanceRecord } from '../../../schemas/document.js'
import { FUNDING_PHASE_LABELS, RECORD_LABELS } from '../../../schemas/forms/labels.js'
import type { PerformanceFunding, PerformanceIndicator } from '../../../schemas/performance.js'
import { figure, type ListCell, line, number } from './cells.js'
import { type Book, type ListSheet, listed } from './list.js'
import type { Source } from './source.js'

const COLUMNS: ListSheet['columns'] = [
  { title: '表', width: 24, about: '所在的工作表，点击到该表', type: 'text' },
  { title: '种类', width: 16, about: listed(RECORD_LABELS), type: 'text' },
  { title: '年度', width: 6, about: '表上印的年度', type: 'number' },
  { title: '主管部门', width: 22, about: '原样，代码除外', type: 'text' },
  { title: '单位', width: 22, about: '实施单位', type: 'text' },
  { title: '项目', width: 32, about: '部门整体表没有项目', type: 'text' },
  { title: '项目编码', width: 14, about: '原样', type: 'text' },
  { title: '实施期', width: 14, about: '原样', type: 'text' },
  { title: '金额单位', width: 8, about: '以下各项金额的单位，未印则空', type: 'text' },
  { title: '资金总额', width: 14, about: '本年；自评表为全年预算数', type: 'number' },
  { title: '财政拨款', width: 14, about: '本年；自评表为全年预算数', type: 'number' },
  { title: '实施期总额', width: 14, about: '整个实施期', type: 'number' },
  { title: '全年执行数', width: 14, about: '自评表的资金总额', type: 'number' },
  { title: '绩效目标', width: 40, about: '本年或年初设定的目标；几段以换行相接', type: 'text' },
  { title: '一级指标', width: 12, about: '合并的单元格逐行重复', type: 'text' },
  { title: '二级指标', width: 16, about: '合并的单元格逐行重复', type: 'text' },
  { title: '三级指标', width: 32, about: '指标名称', type: 'text' },
  { title: '时段', width: 8, about: '同时印有实施期和年度指标值时', type: 'text' },
  { title: '符号', width: 6, about: '>=、<=、=、>、<；未印则空', type: 'text' },
  { title: '值', width: 16, about: '数值；定性的目标为文字', type: 'number' },
  { title: '计量单位', width: 10, about: '印在值后、列里或指标名称末尾的括号里', type: 'text' },
  { title: '指标值', width: 20, about: '原文', type: 'text' },
  { title: '实际完成值', width: 20, about: '自评表', type: 'text' },
  { title: '分值', width: 8, about: '原文', type: 'text' },
  { title: '得分', width: 8, about: '自评表，原文', type: 'text' },
  { title: '备注', width: 24, about: '备注，或偏差原因', type: 'text' },
  { title: '页', width: 6, about: 'PDF 的页，从 1 起；点击打开 PDF', type: 'number' },
]

export const PERFORMANCE: ListSheet = {
  name: '绩效',
  columns: COLUMNS,
  isIn: ({ performance }) => performance.length > 0,
  rows,
}

function* rows({ document, tables, source }: Book): Generator<ListCell[]> {
  for (const record of document.performance) {
    const about = aboutRecord(record, tables.get(record.table)?.name)
    if (record.indicators.length === 0) yield [...about, ...nothing(record, source)]
    for (const indicator of record.indicators) yield [...about, ...ofIndicator(indicator, source)]
  }
}

function aboutRecord(record: PerformanceRecord, sheet: string | undefined): ListCell[] {
  const to = sheet === undefined ? null : { sheet, row: 1, column: 1 }
  return [
    line(sheet ?? record.title, to),
    line(RECORD_LABELS[record.kind].zh),
    number(record.year),
    line(record.department),
    line(record.unit),
    line(record.project),
    line(record.projectCode),
    line(record.period),
    line(record.moneyUnit),
    figure(moneyOf(record, 'total', 'annual') ?? moneyOf(record, 'total', 'full_year_budget')),
    figure(
      moneyOf(record, 'appropriation', 'annual') ??
        moneyOf(record, 'appropriation', 'full_year_budget'),
    ),
    figure(moneyOf(record, 'total', 'implementation_period')),
    figure(moneyOf(record, 'total', 'executed')),
    line(goalsOf(record)),
  ]
}

function moneyOf(
  { funding }: PerformanceRecord,
  item: PerformanceFunding['item'],
  phase: PerformanceFunding['phase'],
): string | null {
  return funding.find((each) => each.item === item && each.phase === phase)?.value ?? null
}

function goalsOf({ goals }: PerformanceRecord): string {
  const own = goals.filter(({ phase }) => phase === 'annual' || phase === 'expected')
  return (own.length > 0 ? own : goals).map(({ text }) => text).join('\n')
}

function ofIndicator(indicator: PerformanceIndicator, source: Source): ListCell[] {
  const { level1, level2, level3, phase, operator, value, unit } = indicator
  const { text, actual, weight, score, remark, page } = indicator
  return [
    ...[level1, level2, level3].map((level) => line(level)),
    line(phase && FUNDING_PHASE_LABELS[phase].zh),
    line(operator),
    /^-?\d+(?:\.\d+)?$/.test(value) ? figure(value) : line(value),
    ...[unit, text, actual, weight, score, remark].map((said) => line(said)),
    number(page, source.page(page)),
  ]
}

/** A project without indicators has a row of its own all the same. */
function nothing({ pages }: PerformanceRecord, source: Source): ListCell[] {
  const page = pages[0] ?? null
  return [...COLUMNS.slice(14, -1).map(() => null), number(page, source.page(page))]
}
