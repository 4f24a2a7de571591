/** Printed codes and names beside the published ones: questions, never corrections. */
import { isCovered, isNameOf, namesOf } from '../../../schemas/codes.js'
import type { BudgetRow, Issue } from '../../../schemas/document.js'
import { type FindingPlace, finding } from '../../../schemas/findings.js'
import type { CodeName, Draft } from './draft.js'

/** What is asked of a row: its code, and what the page calls that code. */
export type CodedRow = Pick<Draft, 'row' | 'codeName'>

/** @param rows of all lists of a table */
export function codeIssues(rows: readonly CodedRow[]): Issue[] {
  const hasClasses = rows.some(({ row }) => row.code?.length === 3)
  const areNames = doNameCodes(rows)
  const codes = new Map(rows.map(({ row }) => [row.id, row.code]))
  const issues: Issue[] = []
  for (const { row, codeName } of rows) {
    if (row.code === null || !isCovered(row.code)) continue
    // A project below the item that it bears the code of has a name of its own.
    const isProject = codes.get(row.parent ?? '') === row.code
    const name = isProject ? null : nameToCompare(codeName, areNames)
    issues.push(...publishedIssues(row, row.code, name))
    if (hasClasses) issues.push(...parentIssues(row, row.code))
  }
  return issues
}

/**
 * A column called 项目 names codes or projects: so large a share of the names beside listed codes
 * must be theirs. In m20a, purchases beside functional codes, none is.
 */
const NAMING_SHARE = 0.5

function doNameCodes(rows: readonly CodedRow[]): boolean {
  const listed = rows.filter(({ row }) => row.code !== null && namesOf(row.code).length > 0)
  const own = listed.filter(({ row, codeName }) =>
    isNameOf(row.code as string, codeName?.name ?? ''),
  )
  return own.length > 0 && own.length >= NAMING_SHARE * listed.length
}

function nameToCompare(codeName: CodeName | null, areNames: boolean): string | null {
  return codeName !== null && (codeName.isSure || areNames) ? codeName.name : null
}

/** Economic codes of seven digits are a region's own; no list has them. */
function publishedIssues(row: BudgetRow, code: string, name: string | null): Issue[] {
  if (code.length > 5 && !code.startsWith('2')) return []
  const published = namesOf(code).map((each) => each.name)
  if (published.length === 0)
    return [finding('unknown_code', { code, name: row.name }, placeOf(row))]
  if (name === null || name === '' || isNameOf(code, name)) return []
  return [finding('code_name_differs', { code, printed: name, published }, placeOf(row))]
}

/** A table that prints classes at all should print the one above each code. */
function parentIssues(row: BudgetRow, code: string): Issue[] {
  if (code.length === 3 || row.parent !== null) return []
  return [finding('code_without_parent', { code, parent: code.slice(0, 3) }, placeOf(row))]
}

function placeOf(row: BudgetRow): FindingPlace {
  const cell = Object.values(row.cells)[0]
  return { row: row.id, page: cell?.page ?? null, bbox: cell?.bbox ?? null }
}
