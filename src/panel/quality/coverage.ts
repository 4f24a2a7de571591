/** Quality report: what there is, by folder, year and kind. */
import { KIND_LABELS } from '../../../schemas/labels.js'
import { VALUES } from '../../../schemas/panel/values.js'
import { code, fromColumn, markdownTable } from '../markdown.js'
import type { Query, Value } from '../query.js'
import { distinct, more, text } from './lists.js'

/** Folders side by side. */
const WIDEST = 12

export async function summary(query: Query): Promise<string> {
  const rows = await query(`SELECT status, count(*)::INTEGER AS files,
      count(*) FILTER (duplicate)::INTEGER AS duplicates, count(DISTINCT document_id)::INTEGER AS documents
    FROM files GROUP BY status ORDER BY files DESC, status`)
  const labels = new Map(VALUES.fileStatus.map((each) => [each.value, each]))
  const lines = rows.map(({ status, files, duplicates, documents }) => {
    const label = labels.get(String(status))
    return [code(String(status)), label?.zh ?? '', label?.en ?? '', files, duplicates, documents]
  })
  const head = [
    '状态 Status',
    '中文',
    'English',
    '文件 Files',
    '其中重复 Duplicates',
    '不同内容 Contents',
  ]
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

export async function years(query: Query): Promise<string> {
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

export async function kinds(query: Query): Promise<string> {
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
