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
import type { Covered } from './coverage.js'
import { cellText, code, fromColumn, markdownTable, percent } from './markdown.js'

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

export function codebook(tables: readonly PanelTable[], coverage: readonly Covered[]): string {
  const parts = tables.map((table) =>
    tablePart(
      table,
      coverage.filter((each) => each.table_name === table.name),
    ),
  )
  return `${[HEAD, contents(tables), ...parts].join('\n\n')}\n`
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

function tablePart(table: PanelTable, coverage: readonly Covered[]): string {
  const keys = table.foreignKeys.map(
    ({ columns, table: to }) => `${columns.map(code).join(', ')} → ${code(to)}`,
  )
  return [
    `## ${table.name}`,
    `**${table.zh} · ${table.en}.** ${table.description}`,
    ...(keys.length === 0 ? [] : [`外键 Foreign keys: ${keys.join('; ')}.`]),
    overview(table, coverage),
    ...variablesBy('年度 Years', 'fiscal_year', table, coverage),
    ...variablesBy('文件夹 Folders', 'collection', table, coverage),
    ...table.columns.map((column) => variable(column)),
  ].join('\n\n')
}

function overview(table: PanelTable, coverage: readonly Covered[]): string {
  const head = ['变量 Variable', '中文', 'English', '类型 Type', '单位 Unit', '覆盖 Coverage %']
  const rows = table.columns.map(({ name, zh, en, type, unit }) => [
    code(name),
    zh,
    en,
    TYPES[type],
    unit ?? '',
    shareOf(coverage.filter((each) => each.variable === name)),
  ])
  return markdownTable(head, rows, [5])
}

function shareOf(coverage: readonly Covered[]): string {
  const sum = (key: 'present' | 'rows') => coverage.reduce((total, each) => total + each[key], 0)
  return percent(sum('present'), sum('rows'))
}

/** Shares by year or folder: only of variables that are missing somewhere, all others are 100 throughout. */
function variablesBy(
  title: string,
  key: 'fiscal_year' | 'collection',
  table: PanelTable,
  coverage: readonly Covered[],
): string[] {
  const all = [...new Set(coverage.map((each) => each[key]))]
  if (all.every((value) => value === null)) return []
  const values = all.slice(0, WIDEST)
  const of = (value: Covered[typeof key]) => coverage.filter((each) => each[key] === value)
  const partly = table.columns.filter(({ name }) => isPartly(coverage, name))
  const rows = partly.map(({ name }) => [
    code(name),
    ...values.map((value) => shareOf(of(value).filter(({ variable }) => variable === name))),
  ])
  const first = table.columns[0].name
  const counts = values.map((value) =>
    of(value)
      .filter(({ variable }) => variable === first)
      .reduce((total, each) => total + each.rows, 0),
  )
  const head = [title, ...values.map((value) => String(value ?? '—'))]
  const rest =
    all.length > values.length ? [`… ${all.length - values.length} more in coverage.csv.`] : []
  return [markdownTable(head, [['行数 Rows', ...counts], ...rows], fromColumn(1, head)), ...rest]
}

function isPartly(coverage: readonly Covered[], name: string): boolean {
  const share = shareOf(coverage.filter(({ variable }) => variable === name))
  return share !== '100' && share !== ''
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
