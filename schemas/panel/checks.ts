/** `checks`: a row per identity; `check_terms`: the figures of both its sides. */
import { FIELD_LABELS, type Label } from '../labels.js'
import { column, type PanelTable, reference } from './column.js'
import { documentId, KEY } from './documents.js'
import { narrativeId } from './narrative.js'
import { tableId } from './tables.js'
import { VALUES } from './values.js'

const GAP = 'Nothing states a unit, or more digits are printed than the column holds'

const said = ({ zh, en }: Label, language: Label): Label => ({
  zh: `${zh}（${language.zh}）`,
  en: `${en}, in ${language.en}`,
})
const IDENTITY_ZH = said(FIELD_LABELS.identity, { zh: '中文', en: 'Chinese' })
const IDENTITY_EN = said(FIELD_LABELS.identity, { zh: '英文', en: 'English' })

const checkId = column('check_id', 'text', ['勾稽标识', 'Check'], {
  description: 'A hash of the identity and of the facts that it compares.',
  pattern: KEY,
  source: 'Derived',
})

export const CHECKS: PanelTable = {
  name: 'checks',
  zh: '勾稽关系',
  en: 'Checks',
  description:
    'A row per identity that was tried, of the documents and of the panel: in each list and column of a table, the sum of leaves against the printed total. A failure is kept and flagged; no figure is adjusted.',
  primaryKey: ['check_id'],
  foreignKeys: [reference('document_id', 'documents'), reference('table_id', 'tables')],
  columns: [
    checkId,
    documentId,
    {
      ...tableId,
      description: 'The table of its left side.',
      missing: 'Its left side stands in the narrative',
      source: 'checks[].left.table',
    },
    column('between_tables', 'boolean', ['表间', 'Between tables'], {
      description: 'Its sides stand in different tables.',
      source: 'checks[].right[].table',
    }),
    column('rule', 'text', FIELD_LABELS.rule, {
      description: 'What kind of law it is.',
      values: VALUES.rule,
      source: 'checks[].rule',
    }),
    column('identity', 'text', FIELD_LABELS.identity, {
      description: 'What must hold, in the names of the contract: the same in every document.',
      source: 'checks[].identity',
    }),
    column('identity_zh', 'text', IDENTITY_ZH, {
      description: 'What must hold, of these very rows, columns and tables.',
      source: 'checks[].rule, left, right',
    }),
    column('identity_en', 'text', IDENTITY_EN, {
      description: 'What must hold, of these very rows, columns and tables; names as printed.',
      source: 'checks[].rule, left, right',
    }),
    column('left_amount', 'decimal', ['左边', 'Left side'], {
      description: 'The figure that is checked.',
      unit: null,
      missing: GAP,
      source: 'checks[].left.value',
    }),
    column('right_amount', 'decimal', ['右边', 'Right side'], {
      description: 'The sum that it is checked against.',
      unit: null,
      missing: GAP,
      source: 'Sum of checks[].right[].value',
    }),
    column('difference', 'decimal', FIELD_LABELS.difference, {
      description: 'Left side less right side.',
      unit: null,
      missing: GAP,
      source: 'checks[].difference',
    }),
    column('tolerance', 'decimal', FIELD_LABELS.tolerance, {
      description: 'What printing to few digits can explain.',
      unit: null,
      missing: GAP,
      source: 'checks[].tolerance',
    }),
    column('unit', 'text', ['两边单位', 'Unit of both sides'], {
      description:
        'What both sides, the difference and the tolerance are in: 元 of money, else as printed (分 of weights and scores, %, 辆).',
      missing: 'A rate as the form prints it, or nothing states a unit: then no amounts',
      source: 'The left side, or the form',
    }),
    column('parts', 'integer', ['右边项数', 'Terms on the right'], {
      description: 'How many figures the right side sums.',
      source: 'checks[].right',
    }),
    column('outcome', 'text', FIELD_LABELS.outcome, {
      description: 'What came of it.',
      values: VALUES.outcome,
      source: 'checks[].outcome',
    }),
    column('reading', 'text', FIELD_LABELS.reading, {
      description: 'What it rests on where it is not the plain reading, or why it proves nothing.',
      values: VALUES.reading,
      missing: 'The plain reading',
      source: 'checks[].reading',
    }),
    column('attribution', 'text', FIELD_LABELS.attribution, {
      description:
        'Of a failure: the publication’s own where every cell was read cleanly, what sums what is printed, and no other reading closes.',
      values: VALUES.attribution,
      missing: 'No failure; or nothing says whose it is',
      source: 'checks[].attribution',
    }),
  ],
}

export const CHECK_TERMS: PanelTable = {
  name: 'check_terms',
  zh: '勾稽项',
  en: 'Terms of checks',
  description:
    'Joins facts, of tables and of the narrative, with checks: a row per figure on either side.',
  primaryKey: ['check_id', 'side', 'position'],
  foreignKeys: [
    reference('check_id', 'checks'),
    reference('fact_id', 'facts'),
    reference('narrative_id', 'narrative_facts'),
  ],
  columns: [
    checkId,
    column('side', 'text', ['边', 'Side'], {
      description: 'The side of the check that it stands on.',
      values: VALUES.side,
      source: 'checks[].left, checks[].right',
    }),
    column('position', 'integer', ['序', 'Position'], {
      description: 'Its place on that side, from 1.',
      source: 'checks[].right',
    }),
    column('fact_id', 'text', ['数据标识', 'Fact'], {
      description: 'The figure.',
      pattern: KEY,
      missing: 'The figure stands in no column of amounts, or in the narrative',
      source: 'checks[].right[].table, row, column',
    }),
    {
      ...narrativeId,
      description: 'The figure, where it stands in the narrative.',
      missing: 'It stands in a table',
      source: 'checks[].right[].fact',
    },
    column('label', 'text', ['名称', 'Label'], {
      description: 'What the check calls it.',
      source: 'checks[].right[].label',
    }),
  ],
}
