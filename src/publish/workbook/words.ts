/** What the workbook calls things, in Chinese. */
import type { BudgetDocument, Column } from '../../../schemas/document.js'
import { KIND_LABELS, PANEL_LABELS } from '../../../schemas/labels.js'
import { FIRST_WORD } from '../xbrl/concepts.js'
import { keyOf } from './row.js'

export const TYPES: Record<Column['type'], string> = {
  code: '编码（文本）',
  name: '名称（文本）',
  amount: '金额（数值）',
  percent: '百分比（数值）',
  count: '数量（数值）',
  text: '文本',
}

/** By what a column's id says, where it identifies a row. */
const KEYS: Record<string, string> = {
  class: '科目编码的类',
  section: '科目编码的款',
  item: '科目编码的项',
  code: '科目编码',
  name: '名称',
  unit_code: '单位编码',
  unit_name: '单位名称',
  period: '年度',
  government_class: '政府预算经济分类的类',
  government_section: '政府预算经济分类的款',
  government_code: '政府预算经济分类编码',
  government_name: '政府预算经济分类名称',
}

/** Words of identities that are no meaning, kind or list. */
const SIDES: Record<string, string> = {
  parent: '上级',
  children: '各下级',
  classes: '各类',
  department: '部门',
  units: '各单位',
  amount: '金额',
  'carry-over': '上年结转',
}

/** `general_budget.basic` -> 一般公共预算：基本支出 */
export function meaningZh(meaning: string): string {
  return meaning
    .split('.')
    .map((atom) => FIRST_WORD.get(atom) ?? SIDES[atom] ?? atom)
    .join('：')
}

export function columnZh({ id, type, meaning }: Column, panel: string | null): string {
  if (meaning !== null) return meaningZh(meaning)
  return KEYS[keyOf(id, panel)] ?? (type === 'text' ? '文字' : '含义未识别，以表头为准')
}

const LABELS: Record<string, { zh: string }> = { ...KIND_LABELS, ...PANEL_LABELS }

/** `total = basic + project` -> 合计 = 基本支出 + 项目支出 */
export function identityZh(identity: string): string {
  let known = identities.get(identity)
  if (known === undefined) {
    known = identity.replace(
      /[a-z][a-z_.-]*/g,
      (word) => SIDES[word] ?? LABELS[word]?.zh ?? meaningZh(word),
    )
    identities.set(identity, known)
  }
  return known
}

/** A hundred or so, over and over. */
const identities = new Map<string, string>()

/** 某局 2025 年部门预算 */
export function documentZh({ report, source }: BudgetDocument): string {
  const year = report.fiscalYear === null ? '' : `${report.fiscalYear} 年`
  const scope = report.scope === 'unit' ? '单位' : '部门'
  const kind =
    report.kind === null ? '' : scope + (report.kind === 'final_accounts' ? '决算' : '预算')
  return [report.department ?? source.file, year + kind].filter((part) => part !== '').join(' ')
}
