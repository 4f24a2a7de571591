/** Printed codes and names beside the published ones: questions, never corrections. */
import { isCovered, namesOf } from '../../../schemas/codes.js'
import type { BudgetRow, BudgetTable, Issue } from '../../../schemas/document.js'
import { type FindingPlace, finding } from '../../../schemas/findings.js'
import { fold } from '../../../schemas/text.js'

export function codeIssues(table: BudgetTable): Issue[] {
  const hasClasses = table.rows.some(({ code }) => code?.length === 3)
  const named = isNamedByCode(table)
  const issues: Issue[] = []
  for (const row of table.rows) {
    if (row.code === null || !isCovered(row.code)) continue
    issues.push(...publishedIssues(table, row, row.code, named))
    if (hasClasses) issues.push(...parentIssues(table, row, row.code))
  }
  return issues
}

/** A project and a purchase are coded by what they are for, and bear names of their own: no list has those. */
function isNamedByCode({ columns }: BudgetTable): boolean {
  const leaf = fold(columns.findLast(({ key }) => key === 'name')?.path.at(-1) ?? '')
  return !/项目名|级项目|采购|品目|专项|内容|用途|摘要/.test(leaf) || /科目|分类/.test(leaf)
}

/** Economic codes of seven digits are a region's own; no list has them. */
function publishedIssues(
  table: BudgetTable,
  row: BudgetRow,
  code: string,
  named: boolean,
): Issue[] {
  if (code.length > 5 && !code.startsWith('2')) return []
  const published = namesOf(code)
  if (published.length === 0)
    return [finding('unknown_code', { code, name: row.name }, placeOf(table, row))]
  if (!named || row.name === '' || bears(row.name, published)) return []
  const names = published.map(({ name }) => name)
  const params = { code, printed: row.name, published: names }
  return [finding('code_name_differs', params, placeOf(table, row))]
}

/** A table that prints classes at all should print the one above each code. */
function parentIssues(table: BudgetTable, row: BudgetRow, code: string): Issue[] {
  if (code.length === 3 || row.parent !== null) return []
  return [finding('code_without_parent', { code, parent: code.slice(0, 3) }, placeOf(table, row))]
}

function bears(printed: string, published: readonly { name: string }[]): boolean {
  const wanted = bare(printed)
  for (const { name } of published) if (bare(name) === wanted) return true
  return false
}

function bare(name: string): string {
  return fold(name).replace(/[()、,"]/g, '')
}

function placeOf(table: BudgetTable, row: BudgetRow): FindingPlace {
  const cell = Object.values(row.cells)[0]
  return { table: table.id, row: row.id, page: cell?.page ?? null, bbox: cell?.bbox ?? null }
}
