/** What the panel makes of performance forms: projects, their money, their indicators, and the view of all three. */
import { beforeAll, expect, test } from 'vitest'
import { document, performanceRecord, table } from '../helpers/document.js'
import { folderOf } from '../helpers/folder.js'
import { build, outputs, query } from '../helpers/panel.js'

let out = ''

beforeAll(async () => {
  const [total] = performanceRecord().funding
  const [indicator] = performanceRecord().indicators
  const targets = performanceRecord({
    tasks: [{ name: '日常', content: null, funding: [{ ...total, value: '20' }] }],
    indicators: [
      indicator,
      { ...indicator, level3: '效果', operator: null, value: '提升', text: '提升' },
    ],
  })
  const review = performanceRecord({
    ...{ id: 'p2', kind: 'project_review', moneyUnit: '元', indicators: [] },
    funding: [
      { ...total, phase: 'full_year_budget', value: '100' },
      { ...total, phase: 'executed', value: '80' },
    ],
    goals: [{ phase: 'actual', text: '已完成。', page: 3, bbox: null }],
    scores: { total: '97.9', execution_rate: '80%' },
  })
  const unstated = performanceRecord({ id: 'p3', moneyUnit: null, project: '乙' })
  const root = outputs({
    'a.json': document([table()], { performance: [targets, review, unstated] }),
  })
  out = folderOf({})
  await build(root, out)
}, 60_000)

test('a row a project, its table and its document known', async () => {
  const rows = await query(
    out,
    `SELECT record_kind, project_name, goal, achieved, score, execution_rate, indicators
     FROM projects JOIN tables USING (table_id) ORDER BY record_kind DESC, project_name`,
  )
  expect(rows).toEqual([
    ['project_targets', '乙', '保障运转。', null, null, null, '1'],
    ['project_targets', '物业管理', '保障运转。', null, null, null, '2'],
    ['project_review', '物业管理', null, '已完成。', '97.9', '80%', '0'],
  ])
})

test('money in 元 where the form prints its unit; tasks beside the whole', async () => {
  const rows = await query(
    out,
    `SELECT project_name, task, item, money_phase, amount, amount_text FROM project_funding
     JOIN projects USING (project_id) ORDER BY record_kind DESC, project_name, position`,
  )
  expect(rows).toEqual([
    ['乙', null, 'total', 'annual', null, '120.50'],
    ['物业管理', null, 'total', 'annual', '1205000.0000', '120.50'],
    ['物业管理', '日常', 'total', 'annual', '200000.0000', '120.50'],
    ['物业管理', null, 'total', 'full_year_budget', '100.0000', '120.50'],
    ['物业管理', null, 'total', 'executed', '80.0000', '120.50'],
  ])
})

test('a target that is a number is one; others stay text', async () => {
  const rows = await query(
    out,
    `SELECT level3, operator, target_value, target_unit, target_text FROM indicators
     JOIN projects USING (project_id) WHERE project_name = '物业管理' ORDER BY position`,
  )
  expect(rows).toEqual([
    ['面积', '>=', '12.0000', '平方米', '≥12平方米'],
    ['效果', null, null, '平方米', '提升'],
  ])
})

test('the view has an indicator a row with its project’s money, and projects without indicators', async () => {
  const rows = await query(
    out,
    `SELECT project_name, record_kind, amount, executed, level3 FROM project_targets_and_results
     ORDER BY record_kind DESC, project_name, position`,
  )
  expect(rows).toEqual([
    ['乙', 'project_targets', null, null, '面积'],
    ['物业管理', 'project_targets', '1205000.0000', null, '面积'],
    ['物业管理', 'project_targets', '1205000.0000', null, '效果'],
    ['物业管理', 'project_review', '100.0000', '80.0000', null],
  ])
})
