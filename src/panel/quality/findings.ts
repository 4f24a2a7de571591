/** Quality report: issues, files that could not be read, documents that stand twice. */
import { VALUES } from '../../../schemas/panel/values.js'
import { code, markdownTable } from '../markdown.js'
import type { Query, Value } from '../query.js'
import { LONGEST, more, text } from './lists.js'

export async function issues(query: Query): Promise<string> {
  const rows = await query(`SELECT severity, code, count(*)::INTEGER AS issues,
      count(DISTINCT document_id)::INTEGER AS documents, min(message) AS example
    FROM issues GROUP BY severity, code
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

export async function unread(query: Query): Promise<string> {
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

export async function versions(query: Query): Promise<string> {
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

function short(message: string): string {
  const line = message.replace(/\s+/g, ' ')
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}
