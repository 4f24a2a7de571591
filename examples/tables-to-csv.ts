/**
 * Writes what departments spend from the general public budget, by function, as one CSV: `node tables-to-csv.js out.csv
 * a.pdf b.pdf`. Only leaves are written: subtotals and totals would count the same money again.
 */
import { writeFileSync } from 'node:fs'
import { type BudgetDocument, readDocument } from 'kemu'

const HEADER = ['department', 'year', 'code', 'name', 'amount', 'unit', 'page']

function rowsOf({ report, tables }: BudgetDocument) {
  const wanted = tables.filter(({ kind }) => kind === 'general_budget_expenditure')
  return wanted.flatMap(({ unit, columns, rows }) => {
    // 合计 of this year, whatever the template calls it.
    const total = columns.find(({ measure, phase }) => measure === 'total' && phase === 'budget')
    if (!total) return []
    return rows
      .filter(({ kind }) => kind === 'leaf')
      .map(({ code, name, cells: { [total.id]: cell } }) => [
        ...[report.department, report.fiscalYear, code, name],
        ...[cell.value, unit, cell.page],
      ])
  })
}

/** A decimal stays the text that it is: a float would change it. */
const field = (value: string | number | null) =>
  /[",\n]/.test(`${value}`) ? `"${`${value}`.replaceAll('"', '""')}"` : `${value ?? ''}`

const [out, ...files] = process.argv.slice(2)
const lines = [HEADER.join(',')]
for (const file of files) {
  const { document } = await readDocument(file)
  for (const row of rowsOf(document)) lines.push(row.map(field).join(','))
}
writeFileSync(out, `${lines.join('\n')}\n`)
