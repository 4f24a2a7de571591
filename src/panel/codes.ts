/** Codes with the names that documents print, and those of our list of published names. */
import { listedCodes } from '../../schemas/codes.js'
import type { BudgetDocument } from '../../schemas/document.js'
import { systemOf } from './row.js'
import type { Row } from './table.js'

/** Each code and name that a document prints, once. */
export function codeSights({ tables, report }: BudgetDocument): Row[] {
  const sights = new Map<string, Row>()
  if (report.fiscalYear === null) return []
  for (const { code, name } of tables.flatMap(({ rows }) => rows)) {
    const system = code === null ? null : systemOf(code)
    if (code === null || system === null || name === '') continue
    const row = { system, code, fiscal_year: report.fiscalYear, name }
    sights.set(`${code} ${name}`, row)
  }
  return [...sights.values()]
}

/** Our list, a row per code, year and name. */
export function referenceCodes(): Row[] {
  return listedCodes().flatMap(({ system, code, names }) =>
    names.flatMap(({ name, grade, years }) =>
      years.map((fiscal_year) => ({ system, code, fiscal_year, name, reference_grade: grade })),
    ),
  )
}
