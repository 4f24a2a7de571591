/** The flat tables of `kemu table`, as data: figures of tables, of sentences, of projects. */
import { AMOUNT, DOUBT, PHASE, PLACE, UNIT, WHOSE } from './flat/columns.js'
import { column, type PanelColumn, type PanelTable } from './panel/column.js'
import { FACTS } from './panel/facts.js'
import { NARRATIVE_FACTS } from './panel/narrative.js'
import { PROJECT_FUNDING, PROJECTS } from './panel/performance.js'

/** The digits of a code at each level of its classification. */
export const LEVELS = { 类: 3, 款: 5, 项: 7 } as const
export type Level = keyof typeof LEVELS

/** Columns as a table of the panel describes them. */
function taken({ columns }: PanelTable, ...names: string[]): PanelColumn[] {
  return names.map((name) => columns.find((each) => each.name === name) as PanelColumn)
}

const FIGURE_COLUMNS: readonly PanelColumn[] = [
  ...WHOSE,
  ...taken(FACTS, 'figure_year'),
  PHASE,
  ...taken(FACTS, 'table_kind'),
  column('table', 'text', ['表名', 'Table'], {
    description: 'Its title, as printed.',
    source: 'tables[].title',
  }),
  ...taken(FACTS, 'panel', 'direction', 'agency_code', 'agency_name'),
  column('code', 'text', ['编码', 'Code'], {
    description: 'All its digits; with --level, as many as the level has.',
    missing: 'The row has none',
    source: 'tables[].rows[].code',
  }),
  column('name', 'text', ['名称', 'Name'], {
    description: 'As printed; of a sum of ours, that of the row which prints the code.',
    missing: 'None is printed',
    source: 'tables[].rows[].name',
  }),
  column('row_kind', 'text', ['行类别', 'Kind of row'], {
    description: 'A leaf of the print, or a sum of leaves that is ours.',
    values: [
      { value: 'leaf', zh: '明细', en: 'A row that other rows do not repeat' },
      { value: 'derived', zh: '本程序加总', en: 'The sum of the printed leaves of the code' },
    ],
    source: 'tables[].rows[].kind; --level',
  }),
  column('leaves', 'integer', ['明细数', 'Leaves'], {
    description: 'How many printed leaves the amount is of.',
    source: 'Derived',
  }),
  ...taken(FACTS, 'measure', 'header'),
  AMOUNT,
  column('printed', 'text', ['原文', 'As printed'], {
    description:
      'The cell as printed; of a sum of ours, that of the row which prints the code, to hold it against.',
    missing: 'No row, or several, print the code',
    source: 'tables[].rows[].cells[].text',
  }),
  column('printed_amount', 'decimal', ['印出金额（元）', 'Printed amount in 元'], {
    description: 'What is printed, in 元.',
    missing: 'As for printed; a blank; or nothing states its unit',
    source: 'tables[].rows[].cells[].value and its unit',
  }),
  UNIT,
  ...taken(FACTS, 'check_outcome'),
  DOUBT,
  column('corrected_by', 'text', ['更正人', 'Corrected by'], {
    description: 'Who has put something right in it, or in a leaf of a sum of ours, each once.',
    missing: 'Nothing of it was put right by a person',
    source: 'tables[] and what is in it: corrected',
  }),
  column('corrected_from', 'text', ['更正前所读', 'Read before corrections'], {
    description: 'What was read there, as `cell: 1.00`, each once.',
    missing: 'Nothing of it was put right by a person',
    source: 'tables[] and what is in it: corrected',
  }),
  ...PLACE,
]

export const FIGURES: PanelTable = {
  name: 'figures',
  zh: '表内数据',
  en: 'Figures of tables',
  description:
    'Figures of one kind of table: one measure, one phase, leaves only, so that a sum counts nothing twice.',
  primaryKey: [],
  foreignKeys: [],
  columns: FIGURE_COLUMNS,
}

export const SENTENCES: PanelTable = {
  name: 'sentences',
  zh: '文字数据',
  en: 'Figures of the narrative',
  description:
    'Figures of sentences, of one measure and phase. Sections repeat the same money: never add them up.',
  primaryKey: [],
  foreignKeys: [],
  columns: [
    ...WHOSE,
    ...taken(NARRATIVE_FACTS, 'narrative_year'),
    { ...PHASE, source: 'facts[].basis' },
    ...taken(NARRATIVE_FACTS, 'subject', 'qualifier', 'fund', 'narrative_measure'),
    ...taken(NARRATIVE_FACTS, 'change_direction'),
    AMOUNT,
    column('printed', 'text', ['印出数值', 'As printed'], {
      description: 'The figure as the sentence has it, commas out.',
      missing: 'The sentence says none, or no change, without a figure',
      source: 'facts[].value',
    }),
    UNIT,
    ...taken(NARRATIVE_FACTS, 'clause', 'check_outcome'),
    DOUBT,
    ...PLACE,
  ],
}

export const PROJECT_MONEY: PanelTable = {
  name: 'projects',
  zh: '绩效项目',
  en: 'Projects',
  description: 'A row per project (or department) of the performance forms, with its money.',
  primaryKey: [],
  foreignKeys: [],
  columns: [
    ...WHOSE,
    ...taken(PROJECTS, 'record_kind', 'form_year', 'project_name', 'project_code', 'department'),
    ...taken(PROJECTS, 'unit_code', 'unit_name'),
    ...taken(PROJECT_FUNDING, 'item').map((each) => ({ ...each, missing: 'No such money' })),
    ...taken(PROJECT_FUNDING, 'money_phase').map((each) => ({ ...each, missing: 'No such money' })),
    AMOUNT,
    column('printed', 'text', ['原文', 'As printed'], {
      description: 'The amount as printed.',
      missing: 'None is printed',
      source: 'performance[].funding[].text',
    }),
    UNIT,
    ...taken(PROJECTS, 'goal', 'achieved', 'score', 'indicators'),
    DOUBT,
    ...PLACE,
  ],
}
