/** `projects`, `project_funding`, `indicators`: what performance forms and lists say. */
import { FUNDING_LABELS, FUNDING_PHASE_LABELS, RECORD_LABELS } from '../forms/labels.js'
import { fundingSchema, indicatorSchema, performanceSchema } from '../performance.js'
import { column, type PanelTable, reference } from './column.js'
import { documentId, KEY } from './documents.js'
import { boxColumns, tableId } from './tables.js'
import { allowed } from './values.js'

const NOT_PRINTED = 'The form prints none'
const GAP = 'None is printed, the form prints no unit, or more digits than the column holds'
const PHASES = allowed(fundingSchema.shape.phase.options, FUNDING_PHASE_LABELS)

const projectId = column('project_id', 'text', ['绩效表标识', 'Record'], {
  description: 'Names what a form says of one project or department, by whose it is.',
  pattern: KEY,
  source: 'Derived',
})

const words = (name: string, zh: string, en: string, description: string, source: string) =>
  column(name, 'text', [zh, en], {
    description,
    missing: NOT_PRINTED,
    source: `performance[].${source}`,
  })

const page = column('page', 'integer', ['页', 'Page'], {
  description: 'The page of the PDF, from 1.',
  unit: 'page',
  source: 'performance[].*[].page',
})

export const PROJECTS: PanelTable = {
  name: 'projects',
  zh: '绩效项目',
  en: 'Projects with targets',
  description:
    'A row per project or department of a performance form or list, targets and reviews; its money is in project_funding, its indicators in indicators.',
  primaryKey: ['project_id'],
  foreignKeys: [reference('document_id', 'documents'), reference('table_id', 'tables')],
  columns: [
    projectId,
    documentId,
    tableId,
    column('record_kind', 'text', ['种类', 'Kind of record'], {
      description: 'Whose targets, or whose review.',
      values: allowed(performanceSchema.shape.kind.options, RECORD_LABELS),
      source: 'performance[].kind',
    }),
    column('form_year', 'integer', ['表上年度', 'Year of the form'], {
      description: 'As the form prints it: it need not be the year of the document.',
      missing: NOT_PRINTED,
      source: 'performance[].year',
    }),
    words('period', '实施期', 'Period', 'As printed.', 'period'),
    words('project_name', '项目名称', 'Project', 'As printed.', 'project'),
    words('project_code', '项目编码', 'Project code', 'As printed.', 'projectCode'),
    words('department', '主管部门', 'Department in charge', 'Without its code.', 'department'),
    words(
      'department_code',
      '主管部门编码',
      'Code of the department',
      'As printed.',
      'departmentCode',
    ),
    words('unit_name', '实施单位', 'Unit', 'Who carries it out.', 'unit'),
    words('unit_code', '单位编码', 'Code of the unit', 'As printed.', 'unitCode'),
    words(
      'money_unit',
      '金额单位',
      'Unit of amounts',
      'In what the form prints its money.',
      'moneyUnit',
    ),
    words(
      'goal',
      '绩效目标',
      'Goal',
      'For the year, or as set at its start; a text a line.',
      'goals[].text',
    ),
    words(
      'achieved',
      '实际完成情况',
      'What came of it',
      'Of a review; a text a line.',
      'goals[].text',
    ),
    words('score', '总分', 'Score', 'Of a review, as printed.', 'scores.total'),
    words(
      'execution_rate',
      '执行率',
      'Rate of execution',
      'Of a review, as printed.',
      'scores.execution_rate',
    ),
    column('indicators', 'integer', ['指标数', 'Indicators'], {
      description: 'Its rows in indicators.',
      source: 'performance[].indicators',
    }),
    column('pages', 'text', ['页', 'Pages'], {
      description: 'The pages that it stands on, from 1, separated by blanks.',
      source: 'performance[].pages',
    }),
  ],
}

export const PROJECT_FUNDING: PanelTable = {
  name: 'project_funding',
  zh: '绩效项目资金',
  en: 'Money of projects',
  description:
    'A row per amount of a form: its total, its parts, the tasks of a department. Parts and tasks repeat the money of the total: add up one of them.',
  primaryKey: ['project_id', 'position'],
  foreignKeys: [reference('project_id', 'projects'), reference('document_id', 'documents')],
  columns: [
    projectId,
    documentId,
    column('position', 'integer', ['序', 'Position'], {
      description: 'Its place in the form, from 1.',
      source: 'performance[].funding',
    }),
    column('task', 'text', ['任务', 'Task'], {
      description: 'The task of the department that it is for.',
      missing: 'It is the money of the whole form',
      source: 'performance[].tasks[].name',
    }),
    column('item', 'text', ['项', 'Item'], {
      description: 'The whole, or which part of it.',
      values: allowed(fundingSchema.shape.item.options, FUNDING_LABELS),
      source: 'performance[].funding[].item',
    }),
    column('money_phase', 'text', ['时段', 'Time'], {
      description: 'Of which time, or in which state of the budget.',
      values: PHASES,
      source: 'performance[].funding[].phase',
    }),
    column('label', 'text', ['名称', 'Label'], {
      description: 'As printed.',
      source: 'performance[].funding[].label',
    }),
    column('amount', 'decimal', ['金额', 'Amount'], {
      description: 'In 元.',
      missing: GAP,
      source: 'performance[].funding[].value, moneyUnit',
    }),
    column('amount_text', 'text', ['原文', 'As printed'], {
      description: 'As printed, in the unit of the form.',
      missing: 'Blank',
      source: 'performance[].funding[].text',
    }),
    page,
    ...boxColumns('performance[].funding[].bbox'),
  ],
}

export const INDICATORS: PanelTable = {
  name: 'indicators',
  zh: '绩效指标',
  en: 'Indicators',
  description:
    'A row per indicator of a form or list, with its target, and in reviews what came of it.',
  primaryKey: ['project_id', 'position'],
  foreignKeys: [reference('project_id', 'projects'), reference('document_id', 'documents')],
  columns: [
    projectId,
    documentId,
    column('position', 'integer', ['序', 'Position'], {
      description: 'Its place in the form, from 1.',
      source: 'performance[].indicators',
    }),
    words('level1', '一级指标', 'First level', 'Merged cells are repeated.', 'indicators[].level1'),
    words(
      'level2',
      '二级指标',
      'Second level',
      'Merged cells are repeated.',
      'indicators[].level2',
    ),
    words('level3', '三级指标', 'Indicator', 'What it is called.', 'indicators[].level3'),
    column('target_phase', 'text', ['时段', 'Time'], {
      description: 'Of a form that prints targets of the year beside those of the whole period.',
      values: PHASES.filter(({ value }) =>
        indicatorSchema.shape.phase.unwrap().options.some((phase) => phase === value),
      ),
      missing: 'The form prints one target',
      source: 'performance[].indicators[].phase',
    }),
    column('operator', 'text', ['符号', 'Sign'], {
      description: 'Which side of the value is meant.',
      values: indicatorSchema.shape.operator
        .unwrap()
        .options.map((value) => ({ value, zh: value, en: value })),
      missing: NOT_PRINTED,
      source: 'performance[].indicators[].operator',
    }),
    column('target_value', 'decimal', ['数值', 'Value'], {
      description: 'The number of a target that is one, in its own unit.',
      unit: null,
      missing: 'The target is no number, or has more digits than the column holds',
      source: 'performance[].indicators[].value',
    }),
    words('target_unit', '计量单位', 'Unit', 'What is counted.', 'indicators[].unit'),
    words('target_text', '指标值', 'Target', 'As printed.', 'indicators[].text'),
    words('actual', '实际完成值', 'Achieved', 'Of a review, as printed.', 'indicators[].actual'),
    words('weight', '分值', 'Weight', 'As printed.', 'indicators[].weight'),
    words('score', '得分', 'Score', 'Of a review, as printed.', 'indicators[].score'),
    words('remark', '备注', 'Remark', 'As printed.', 'indicators[].remark'),
    page,
    ...boxColumns('performance[].indicators[].bbox'),
  ],
}
