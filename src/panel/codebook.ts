/**
 * `codebook.md`: every variable of the panel, in Chinese and English, with what it may hold, when it is
 * missing, where it comes from, and how far it is filled by year and folder. Generated from the schema and
 * counted in the data, so that it cannot drift from either.
 */
import {
  AMOUNT,
  type ColumnType,
  type PanelColumn,
  type PanelTable,
} from '../../schemas/panel/column.js'
import { cellText, code, fromColumn, markdownTable, percent } from './markdown.js'
import type { Query } from './query.js'

const TYPES: Record<ColumnType, string> = {
  text: '文本 text',
  integer: '整数 integer',
  decimal: `精确小数 decimal(${AMOUNT.precision}, ${AMOUNT.scale})`,
  boolean: '是否 boolean',
  points: '数值 double',
}

/** More folders than a page can show side by side: the rest stands in coverage.csv. */
const WIDEST = 16

const HEAD = `# 变量说明 Codebook

每张表：含义、主键、各变量。“覆盖”为该变量有值的行所占百分比：100 为全部，0 为没有；逐年、逐文件夹的行数见 ${code('coverage.csv')}。
编码一律为文本（003001 不是 3001）；金额为精确小数，单位元；空白、0 与“-”是三种事实，见 ${code('value_state')}。

For each table: what a row is, its key, its variables. Coverage is the share of rows, in percent, in which
the variable has a value: 100 is all, 0 is none; the counts by year and folder are in ${code('coverage.csv')}.
Codes are text everywhere (003001 is not 3001); amounts are exact decimals in 元; a blank, 0 and "-" are
three facts, see ${code('value_state')}.`

/** @param query of a panel whose `coverage` is filled */
export async function codebook(tables: readonly PanelTable[], query: Query): Promise<string> {
  const parts: string[] = []
  for (const table of tables) {
    const years = await sharesBy('fiscal_year', table, query)
    const folders = await sharesBy('collection', table, query)
    parts.push(tablePart(table, years, folders))
  }
  return `${[HEAD, contents(tables), ...parts].join('\n\n')}\n`
}

/** How many rows each year or folder has, and in how many of them a variable has a value. */
interface Shares {
  places: string[]
  rows: number[]
  present: Map<string, number[]>
}

async function sharesBy(
  place: 'fiscal_year' | 'collection',
  { name, columns }: PanelTable,
  query: Query,
): Promise<Shares> {
  const counts = await query(`SELECT ${place} AS place, variable, sum("rows")::INTEGER AS "rows",
      sum(present)::INTEGER AS present
    FROM coverage WHERE table_name = '${name}' GROUP BY ALL ORDER BY place NULLS LAST`)
  const ofFirst = counts.filter(({ variable }) => variable === columns[0].name)
  const present = columns.map(({ name: own }): [string, number[]] => [
    own,
    counts.filter(({ variable }) => variable === own).map((count) => Number(count.present)),
  ])
  return {
    places: ofFirst.map((count) => String(count.place ?? '—')),
    rows: ofFirst.map((count) => Number(count.rows)),
    present: new Map(present),
  }
}

function contents(tables: readonly PanelTable[]): string {
  const rows = tables.map(({ name, zh, en, columns, primaryKey }) => [
    `[${name}](#${name})`,
    zh,
    en,
    columns.length,
    primaryKey.map(code).join(', '),
  ])
  const head = ['表 Table', '中文', 'English', '变量 Variables', '主键 Key']
  return markdownTable(head, rows, [3])
}

function tablePart(table: PanelTable, years: Shares, folders: Shares): string {
  const keys = table.foreignKeys.map(
    ({ columns, table: to }) => `${columns.map(code).join(', ')} → ${code(to)}`,
  )
  return [
    `## ${table.name}`,
    `**${table.zh} · ${table.en}.** ${table.description}`,
    ...(keys.length === 0 ? [] : [`外键 Foreign keys: ${keys.join('; ')}.`]),
    overview(table, years),
    ...sharesTable('年度 Years', table, years),
    ...sharesTable('文件夹 Folders', table, folders),
    ...table.columns.map((column) => variable(column)),
  ].join('\n\n')
}

function overview(table: PanelTable, shares: Shares): string {
  const head = ['变量 Variable', '中文', 'English', '类型 Type', '单位 Unit', '覆盖 Coverage %']
  const rows = table.columns.map(({ name, zh, en, type, unit }) => [
    code(name),
    zh,
    en,
    TYPES[type],
    unit ?? '',
    wholeShare(shares, name),
  ])
  return markdownTable(head, rows, [5])
}

function wholeShare({ rows, present }: Shares, name: string): string {
  return percent(sumOf(present.get(name) ?? []), sumOf(rows))
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Only of variables that are missing somewhere: all others are 100 throughout. */
function sharesTable(title: string, table: PanelTable, shares: Shares): string[] {
  const { places, rows, present } = shares
  if (places.every((place) => place === '—')) return []
  const partly = table.columns.filter(({ name }) => wholeShare(shares, name) !== '100')
  const lines = partly.map(({ name }) => {
    const counts = present.get(name) ?? []
    return [code(name), ...rows.slice(0, WIDEST).map((all, i) => percent(counts[i], all))]
  })
  const head = [title, ...places.slice(0, WIDEST)]
  const rest = places.length - WIDEST
  return [
    markdownTable(
      head,
      [['行数 Rows', ...rows.slice(0, WIDEST).map(String)], ...lines],
      fromColumn(1, head),
    ),
    ...(rest > 0 ? [`另有 ${rest} 项，见 coverage.csv。${rest} more in coverage.csv.`] : []),
  ]
}

function variable(column: PanelColumn): string {
  const { name, zh, en, description, missing, source, pattern, fiscalType, values } = column
  const facts = [
    ['缺失 Missing', missing ?? '从不 Never'],
    ['来源 Source', source],
    ['格式 Pattern', pattern === null ? null : code(pattern)],
    ['Fiscal Data Package', fiscalType === null ? null : code(fiscalType)],
  ].flatMap(([label, text]) => (text === null ? [] : [`- ${label}: ${text}`]))
  const list = values?.map((each) => `  - ${code(each.value)} ${labels(each)}`) ?? []
  return [
    `### ${code(name)} ${zh} · ${en}`,
    '',
    cellText(description),
    '',
    ...facts,
    ...(values === null ? [] : ['- 取值 Values:', ...list]),
  ].join('\n')
}

function labels({ value, zh, en }: { value: string; zh: string; en: string }): string {
  return value === zh && value === en ? '' : `${zh} · ${en}`
}
