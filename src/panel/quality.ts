/**
 * `quality.md`: what the panel holds, what its checks say, what failed, what stands twice. Nothing of it is
 * left out of the data: failures are kept there and flagged.
 */
import { KIND_LABELS } from '../../schemas/labels.js'
import { VALUES } from '../../schemas/panel/values.js'
import { cellText, code, fromColumn, markdownTable } from './markdown.js'
import type { Query, Row, Value } from './query.js'

/** Lists end here; the tables of the panel have the rest. */
const LONGEST = 50
/** Folders side by side. */
const WIDEST = 12

const HEAD = `# 质量报告 Quality report

失败与疑点一律保留并标记，不删除、不调整。Failures and doubts are kept and flagged, never dropped or adjusted.
逐项数据 The figures as data: ${code('quality.csv')}, ${code('checks.csv')}, ${code('issues.csv')}, ${code('files.csv')}.`

type Part = (query: Query) => Promise<string>

export async function qualityReport(query: Query): Promise<string> {
  const parts: Part[] = [summary, years, kinds, checks, failedChecks, issues, unread, versions]
  const texts: string[] = []
  for (const part of parts) texts.push(await part(query))
  return `${[HEAD, ...texts].join('\n\n')}\n`
}

async function summary(query: Query): Promise<string> {
  const rows = await query(`SELECT status, count(*)::INTEGER AS files,
      count(*) FILTER (duplicate)::INTEGER AS duplicates, count(DISTINCT document_id)::INTEGER AS documents
    FROM files GROUP BY status ORDER BY files DESC, status`)
  const labels = new Map(VALUES.fileStatus.map((each) => [each.value, each]))
  const lines = rows.map(({ status, files, duplicates, documents }) => {
    const label = labels.get(String(status))
    return [code(String(status)), label?.zh ?? '', label?.en ?? '', files, duplicates, documents]
  })
  const head = ['状态 Status', '', '', '文件 Files', '其中重复 Duplicates', '不同内容 Contents']
  const [totals] = await query(`SELECT (SELECT count(*) FROM documents)::INTEGER AS documents,
    (SELECT count(*) FROM documents WHERE preferred)::INTEGER AS preferred,
    (SELECT count(*) FROM tables)::INTEGER AS tables, (SELECT count(*) FROM facts)::INTEGER AS facts,
    (SELECT count(amount) FROM facts)::INTEGER AS amounts`)
  return [
    '## 概况 Summary',
    `文件内容 ${totals.documents} 份（优先 ${totals.preferred} 份），表 ${totals.tables} 张，数据 ${totals.facts} 行，其中有金额 ${totals.amounts} 行。`,
    `${totals.documents} documents (${totals.preferred} preferred), ${totals.tables} tables, ${totals.facts} facts, ${totals.amounts} of them with an amount.`,
    markdownTable(head, text(lines), fromColumn(3, head)),
  ].join('\n\n')
}

async function years(query: Query): Promise<string> {
  const rows =
    await query(`SELECT collection, fiscal_year, report_kind, count(*)::INTEGER AS documents,
      count(*) FILTER (preferred AND known_tables > 0)::INTEGER AS read
    FROM documents GROUP BY ALL ORDER BY fiscal_year, report_kind, collection`)
  const columns = distinct(
    rows.map(({ fiscal_year, report_kind }) => period(fiscal_year, report_kind)),
  )
  const folders = distinct(rows.map(({ collection }) => String(collection ?? '—'))).toSorted()
  const cell = (folder: string, column: string) => {
    const found = rows.find(
      (row) =>
        String(row.collection ?? '—') === folder &&
        period(row.fiscal_year, row.report_kind) === column,
    )
    return found === undefined ? '' : `${found.read} / ${found.documents}`
  }
  const head = ['文件夹 Folder', ...columns]
  const lines = folders.map((folder) => [folder, ...columns.map((column) => cell(folder, column))])
  return [
    '## 覆盖：文件夹 × 年度 × 类别 Coverage by folder, year and kind of report',
    '优先且有已识别表的文件 / 全部文件。Preferred documents with tables of a known kind / all documents.',
    markdownTable(head, lines, fromColumn(1, head)),
  ].join('\n\n')
}

function period(year: Value, kind: Value): string {
  const label = VALUES.reportKind.find(({ value }) => value === kind)
  return year === null && kind === null ? '非预决算 None' : `${year ?? '—'} ${label?.zh ?? '—'}`
}

async function kinds(query: Query): Promise<string> {
  const rows =
    await query(`SELECT table_kind, collection, count(DISTINCT document_id)::INTEGER AS documents
    FROM tables JOIN documents USING (document_id) GROUP BY ALL ORDER BY collection NULLS LAST`)
  const folders = distinct(rows.map(({ collection }) => String(collection ?? '—')))
  const shown = folders.slice(0, WIDEST)
  const names = Object.keys(KIND_LABELS).filter((name) =>
    rows.some((row) => row.table_kind === name),
  )
  const of = (name: string, folder: string) =>
    rows.find((row) => row.table_kind === name && String(row.collection ?? '—') === folder)
  const lines = names.map((name) => [
    code(name),
    KIND_LABELS[name as keyof typeof KIND_LABELS].zh,
    ...shown.map((folder) => String(of(name, folder)?.documents ?? '')),
  ])
  const head = ['表种 Kind of table', '中文', ...shown]
  return [
    '## 覆盖：表种 × 文件夹 Coverage by kind of table and folder',
    '含该表的文件数。Documents that hold such a table.',
    markdownTable(head, lines, fromColumn(2, head)),
    ...more(folders.length - shown.length, 'quality.csv'),
  ].join('\n\n')
}

async function checks(query: Query): Promise<string> {
  const rows = await query(`SELECT origin, between_tables, identity,
      ${OUTCOMES.map((outcome) => `count(*) FILTER (outcome = '${outcome}')::INTEGER AS ${outcome}`).join(', ')}
    FROM checks GROUP BY ALL ORDER BY fails DESC, holds DESC, identity`)
  const origin = (value: Value) => VALUES.origin.find((each) => each.value === value)?.zh ?? ''
  const lines = rows
    .slice(0, LONGEST)
    .map((row) => [
      String(row.identity),
      `${origin(row.origin)}${row.between_tables === true ? '（表间 between tables）' : ''}`,
      ...OUTCOMES.map((outcome) => String(row[outcome])),
    ])
  const sums = OUTCOMES.map((outcome) => rows.reduce((sum, row) => sum + Number(row[outcome]), 0))
  const labels = OUTCOMES.map((outcome) => {
    const label = VALUES.outcome.find(({ value }) => value === outcome)
    return `${label?.zh} ${outcome}`
  })
  const head = ['关系式 Identity', '来源 Origin', ...labels]
  return [
    '## 勾稽结果 Checks by outcome',
    markdownTable(head, [['**合计 All**', '', ...sums.map(String)], ...lines], fromColumn(2, head)),
    ...more(rows.length - lines.length, 'checks.csv'),
  ].join('\n\n')
}

const OUTCOMES = ['holds', 'rounding', 'fails', 'not_applicable'] as const

async function failedChecks(query: Query): Promise<string> {
  const rows =
    await query(`SELECT d.file, t.title, c.identity, c.left_amount::VARCHAR AS left_amount,
      c.right_amount::VARCHAR AS right_amount, c.difference::VARCHAR AS difference, c.attribution
    FROM checks c JOIN documents d USING (document_id) LEFT JOIN tables t ON t.table_id = c.table_id
    WHERE c.outcome = 'fails' ORDER BY d.file, t.title, c.identity, c.check_id`)
  if (rows.length === 0) return '## 不符的勾稽 Failed checks\n\n无。None.'
  const whose = (value: Value) => VALUES.attribution.find((each) => each.value === value)?.zh ?? ''
  const lines = rows
    .slice(0, LONGEST)
    .map((row) => [
      row.file,
      row.title,
      row.identity,
      row.left_amount,
      row.right_amount,
      row.difference,
      whose(row.attribution),
    ])
  const head = [
    '文件 File',
    '表 Table',
    '关系式 Identity',
    '左边 Left',
    '右边 Right',
    '差额 Difference',
    '归因 Whose',
  ]
  return [
    '## 不符的勾稽 Failed checks',
    '金额单位：元。Amounts in 元.',
    markdownTable(head, text(lines), [3, 4, 5]),
    ...more(rows.length - lines.length, 'checks.csv'),
  ].join('\n\n')
}

async function issues(query: Query): Promise<string> {
  const rows = await query(`SELECT severity, code, count(*)::INTEGER AS issues,
      count(DISTINCT document_id)::INTEGER AS documents, min(message) AS example
    FROM issues GROUP BY ALL
    ORDER BY list_position(['error', 'warning', 'info'], severity), issues DESC, code`)
  const severity = (value: Value) => VALUES.severity.find((each) => each.value === value)?.zh ?? ''
  const lines = rows.map((row) => [
    code(String(row.code)),
    `${severity(row.severity)} ${row.severity}`,
    row.issues,
    row.documents,
    short(String(row.example)),
  ])
  const head = ['问题 Issue', '程度 Severity', '次数 Times', '文件 Documents', '例 Example']
  return `## 已知问题 Known issues\n\n${markdownTable(head, text(lines), [2, 3])}`
}

async function unread(query: Query): Promise<string> {
  const rows = await query(`SELECT f.file, f.status, f.error FROM files f
      LEFT JOIN documents d USING (document_id)
    WHERE d.document_id IS NULL OR d.known_tables = 0 ORDER BY f.status, f.file`)
  const title = '## 未能读取或没有表的文件 Files that failed or hold no tables'
  if (rows.length === 0) return `${title}\n\n无。None.`
  const label = (value: Value) => VALUES.fileStatus.find((each) => each.value === value)
  const lines = rows
    .slice(0, LONGEST)
    .map(({ file, status, error }) => [
      file,
      `${code(String(status))} ${label(status)?.zh ?? ''}`,
      error ?? label(status)?.en ?? '',
    ])
  return [
    title,
    markdownTable(['文件 File', '状态 Status', '说明 What it says'], text(lines)),
    ...more(rows.length - lines.length, 'files.csv'),
  ].join('\n\n')
}

async function versions(query: Query): Promise<string> {
  const rows = await query(`SELECT disclosure, version, preferred, document_id, file, status,
      known_tables, checks_fail
    FROM documents WHERE versions > 1 ORDER BY disclosure, version`)
  const copies = await query(`SELECT f.file, d.file AS same_as FROM files f
    JOIN documents d USING (document_id) WHERE f.duplicate ORDER BY f.file`)
  const lines = rows
    .slice(0, LONGEST)
    .map((row) => [
      row.disclosure,
      row.version,
      row.preferred === true ? '是 yes' : '',
      row.file,
      code(String(row.status)),
      row.known_tables,
      row.checks_fail,
    ])
  const head = [
    '披露事项 Disclosure',
    '序 Version',
    '优先 Preferred',
    '文件 File',
    '状态 Status',
    '已识别表 Tables',
    '不符 Failed',
  ]
  const same = copies.slice(0, LONGEST).map(({ file, same_as }) => [file, same_as])
  return [
    '## 重复与多个版本 Duplicates and versions',
    `同一披露事项的多份文件全部保留，其一优先；规则见 ${code('codebook.md')} 的 ${code('preferred')}。All documents of one disclosure are kept, one is preferred; the rule stands in ${code('codebook.md')} under ${code('preferred')}.`,
    ...(rows.length === 0
      ? ['多个版本 Versions: 无。None.']
      : [markdownTable(head, text(lines), [1, 5, 6])]),
    ...more(rows.length - lines.length, 'documents.csv'),
    ...(same.length === 0
      ? ['内容相同的文件 Files of the same content: 无。None.']
      : [
          markdownTable(
            ['内容相同的文件 File of the same content', '以何者为准 Stands for'],
            text(same),
          ),
        ]),
    ...more(copies.length - same.length, 'files.csv'),
  ].join('\n\n')
}

function more(count: number, file: string): string[] {
  return count > 0 ? [`另有 ${count} 项，见 ${code(file)}。${count} more in ${code(file)}.`] : []
}

function short(message: string): string {
  const line = cellText(message)
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}

function text(lines: Value[][]): string[][] {
  return lines.map((line) => line.map((value) => (value === null ? '' : String(value))))
}

function distinct(values: string[]): string[] {
  return [...new Set(values)]
}

export type QualityRow = Row
