/** `narrative_facts`: the figures of the narrative, as `facts` are those of the tables. */
import { factSchema } from '../facts.js'
import {
  FACT_BASIS_LABELS,
  FACT_DIRECTION_LABELS,
  FACT_FUND_LABELS,
  FACT_MEASURE_LABELS,
  SUBJECT_LABELS,
} from '../prose/labels.js'
import { SUBJECTS } from '../prose/subjects.js'
import { column, type PanelTable, reference } from './column.js'
import { collection, documentId, fiscalYear, KEY } from './documents.js'
import { boxColumns } from './tables.js'
import { allowed, VALUES } from './values.js'

const { fund, measure, basis, direction } = factSchema.shape

export const narrativeId = column(
  'narrative_id',
  'text',
  ['文字数据标识', 'Figure of the narrative'],
  {
    description:
      'Names a figure by content: a hash of the document, of what the figure is and of its clause, and which of those alike.',
    pattern: KEY,
    source: 'Derived',
  },
)

export const NARRATIVE_FACTS: PanelTable = {
  name: 'narrative_facts',
  zh: '文字数据',
  en: 'Figures of the narrative',
  description:
    'A row per figure of the narrative, and per statement of none or of no change that prints no figure. The same money is spoken of in several sections: never sum over rows.',
  primaryKey: ['narrative_id'],
  foreignKeys: [reference('document_id', 'documents')],
  columns: [
    narrativeId,
    documentId,
    fiscalYear,
    collection,
    column('subject', 'text', ['事项', 'Subject'], {
      description: 'What the figure is of.',
      values: allowed(SUBJECTS, SUBJECT_LABELS),
      source: 'facts[].subject',
    }),
    column('qualifier', 'text', ['名称', 'Which'], {
      description:
        'Which of its kind: a source, function, item, vehicle, project, unit; as printed.',
      missing: 'The subject is the whole',
      source: 'facts[].qualifier',
    }),
    column('fund', 'text', ['资金', 'Money'], {
      description: 'The one kind of money that the section speaks of.',
      values: allowed(fund.unwrap().options, FACT_FUND_LABELS),
      missing: 'It speaks of all, or does not say',
      source: 'facts[].fund',
    }),
    column('narrative_measure', 'text', ['指标', 'Measure'], {
      description: 'What it measures of its subject.',
      values: allowed(measure.options, FACT_MEASURE_LABELS),
      source: 'facts[].measure',
    }),
    column('narrative_year', 'integer', ['所属年度', 'Year'], {
      description: 'The year that it speaks of; of a change the newer one.',
      missing: 'The sentence says none, and nothing carries over',
      source: 'facts[].period',
    }),
    column('basis', 'text', ['口径', 'Basis'], {
      description:
        'Of an amount or a share, which state of the budget; of a change, what it is from.',
      values: allowed(basis.unwrap().options, FACT_BASIS_LABELS),
      missing: 'The sentence does not say',
      source: 'facts[].basis',
    }),
    column('change_direction', 'text', ['方向', 'Direction'], {
      description: 'Of a change or a rate: which way.',
      values: allowed(direction.unwrap().options, FACT_DIRECTION_LABELS),
      missing: 'It is no change, or the sentence does not say',
      source: 'facts[].direction',
    }),
    column('amount', 'decimal', ['金额', 'Amount'], {
      description: 'Of money: in 元.',
      missing: 'It is no money, prints no figure or no unit, or more digits than the column holds',
      source: 'facts[].value, unit',
    }),
    column('printed_value', 'decimal', ['数值', 'Value'], {
      description: 'The figure in the unit that is printed.',
      unit: null,
      missing: 'The sentence says none, or no change, without a figure; or it has too many digits',
      source: 'facts[].value',
    }),
    column('printed_unit', 'text', ['计量单位', 'Unit'], {
      description: 'As printed.',
      missing: 'None is printed',
      source: 'facts[].unit',
    }),
    column('check_outcome', 'text', ['勾稽结果', 'Outcome of checks'], {
      description: 'The worst outcome of the checks that touch it.',
      values: VALUES.outcome,
      missing: 'No check touches it',
      source: 'Derived from checks',
    }),
    column('clause', 'text', ['原文', 'Clause'], {
      description: 'The words that it was read from.',
      source: 'facts[].text',
    }),
    column('page', 'integer', ['页', 'Page'], {
      description: 'The page of the PDF, from 1.',
      unit: 'page',
      source: 'facts[].page',
    }),
    ...boxColumns('facts[].bbox'),
    column('json_fact', 'text', ['文件内标识', 'Fact in the document'], {
      description: 'Its id in the JSON.',
      source: 'facts[].id',
    }),
  ],
}
