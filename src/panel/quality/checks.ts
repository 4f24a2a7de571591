/** Quality report: what the checks say, and every one that fails with both its sides. */
import { VALUES } from '../../../schemas/panel/values.js'
import { fromColumn, markdownTable } from '../markdown.js'
import type { Query, Value } from '../query.js'
import { LONGEST, more, text } from './lists.js'

const OUTCOMES = ['holds', 'rounding', 'fails', 'not_applicable'] as const

export async function checks(query: Query): Promise<string> {
  const rows = await query(`SELECT rule, between_tables, identity,
      ${OUTCOMES.map((outcome) => `count(*) FILTER (outcome = '${outcome}')::INTEGER AS ${outcome}`).join(', ')}
    FROM checks GROUP BY ALL ORDER BY fails DESC, holds DESC, identity`)
  const rule = (value: Value) => VALUES.rule.find((each) => each.value === value)?.zh ?? ''
  const lines = rows
    .slice(0, LONGEST)
    .map((row) => [
      String(row.identity),
      `${rule(row.rule)}${row.between_tables === true ? '（表间 between tables）' : ''}`,
      ...OUTCOMES.map((outcome) => String(row[outcome])),
    ])
  const sums = OUTCOMES.map((outcome) => rows.reduce((sum, row) => sum + Number(row[outcome]), 0))
  const labels = OUTCOMES.map((outcome) => {
    const label = VALUES.outcome.find(({ value }) => value === outcome)
    return `${label?.zh} ${outcome}`
  })
  const head = ['关系式 Identity', '类别 Rule', ...labels]
  return [
    '## 勾稽结果 Checks by outcome',
    markdownTable(head, [['**合计 All**', '', ...sums.map(String)], ...lines], fromColumn(2, head)),
    ...more(rows.length - lines.length, 'checks.csv'),
  ].join('\n\n')
}

export async function failedChecks(query: Query): Promise<string> {
  const rows =
    await query(`SELECT d.file, t.title, f.page, left_term.label, c.identity_zh, c.left_amount::VARCHAR AS left_amount,
      c.right_amount::VARCHAR AS right_amount, c.difference::VARCHAR AS difference, c.attribution
    FROM checks c JOIN documents d USING (document_id) LEFT JOIN tables t ON t.table_id = c.table_id
      LEFT JOIN check_terms left_term
        ON left_term.check_id = c.check_id AND left_term.side = 'left' AND left_term.position = 1
      LEFT JOIN facts f USING (fact_id)
    WHERE c.outcome = 'fails' ORDER BY d.file, f.page, t.title, c.identity, c.check_id`)
  if (rows.length === 0) return '## 不符的勾稽 Failed checks\n\n无。None.'
  const whose = (value: Value) => VALUES.attribution.find((each) => each.value === value)?.zh ?? ''
  const lines = rows
    .slice(0, LONGEST)
    .map((row) => [
      row.file,
      row.page,
      row.title,
      row.label,
      row.identity_zh,
      row.left_amount,
      row.right_amount,
      row.difference,
      whose(row.attribution),
    ])
  const head = [
    '文件 File',
    '页 Page',
    '表 Table',
    '行 Row',
    '关系式 Identity',
    '左边 Left',
    '右边 Right',
    '差额 Difference',
    '归因 Whose',
  ]
  return [
    '## 不符的勾稽 Failed checks',
    '金额单位：元。Amounts in 元.',
    markdownTable(head, text(lines), [1, 5, 6, 7]),
    ...more(rows.length - lines.length, 'checks.csv'),
  ].join('\n\n')
}
