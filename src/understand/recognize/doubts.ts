/** What a person should look at in a table as it was recognized. */
import type { Issue } from '../../../schemas/document.js'
import { finding } from '../../../schemas/findings.js'
import type { ColumnRole, RawTable } from '../../../schemas/stages.js'
import { fold, ORDINAL, SURE_AMOUNT } from '../../../schemas/text.js'
import { type Choice, codeSystemOf } from './kind.js'

/** A form's headers are not read, so nothing is unknown of them. */
export function doubtsOf(raw: RawTable, groups: ColumnRole[][], choice: Choice): Issue[] {
  const { kind, rivals, inferred } = choice
  const place = placeOf(raw)
  if (kind === null) return unrecognized(raw)
  const found: Issue[] = []
  if (inferred) found.push(finding('kind_inferred', { title: raw.title, kind: kind.label }, place))
  if (rivals.length > 0) found.push(finding('ambiguous_kind', { title: raw.title, rivals }, place))
  if (kind.layout === 'form') return found
  found.push(...unknownHeaders(raw, groups.flat()), ...groups.flatMap((list) => alike(raw, list)))
  return kind.core ? [...found, ...emptiness(raw, groups)] : found
}

/** So few amounts are a line of figures, not a table that is missed (a cover with its number of copies). */
const FEW_AMOUNTS = 3

/** A table of no known kind matters where it holds money: its rows are there, what they mean is not. */
function unrecognized(raw: RawTable): Issue[] {
  const cells = raw.rows.flatMap((row) => row.cells)
  const amounts = cells.filter((cell) => SURE_AMOUNT.test(fold(cell?.text ?? ''))).length
  if (amounts < FEW_AMOUNTS) return []
  return [finding('unrecognized_table', { title: raw.title, amounts }, placeOf(raw))]
}

/** A column that prints nothing leaves nothing in doubt. */
function unknownHeaders(raw: RawTable, columns: ColumnRole[]): Issue[] {
  return columns
    .filter((role) => role.type === 'amount' && role.meaning === null && isFilled(raw, role))
    .map(({ path, id }) => {
      const place = { ...placeOf(raw), column: id }
      return finding('unknown_header', { header: path.join('/') }, place)
    })
}

function isFilled({ rows }: RawTable, { index }: ColumnRole): boolean {
  return rows.some(({ cells }) => (cells[index]?.text ?? '') !== '')
}

/** Columns of one list under one head that mean the same, each with figures: nothing says which is which. */
function alike(raw: RawTable, list: ColumnRole[]): Issue[] {
  const found = new Map<string, ColumnRole[]>()
  for (const role of list) {
    if (role.type !== 'amount' || !isFilled(raw, role)) continue
    const head = fold(role.path.slice(0, -1).join('/'))
    const leaf = fold(role.path.at(-1) ?? '')
    const year = /(?:19|20)\d\d(?=年)/.exec(leaf)?.[0] ?? ''
    const key = `${head}/${role.meaning ?? leaf}/${year}`
    found.set(key, [...(found.get(key) ?? []), role])
  }
  return [...found.values()]
    .filter((roles) => roles.length > 1)
    .map((roles) => {
      const headers = [...new Set(roles.map(({ path }) => path.join('/')))]
      const place = { ...placeOf(raw), column: roles[1].id }
      return finding('columns_alike', { headers, count: roles.length }, place)
    })
}

/**
 * A table that every disclosure has has rows where its lattice holds more than a head, columns of amounts, and
 * figures where it lists codes: what has none is printed with 合计 alone, or with a note.
 */
function emptiness(raw: RawTable, groups: ColumnRole[][]): Issue[] {
  const columns = groups.flat()
  const { title } = raw
  const amounts = columns.filter(({ type }) => type === 'amount')
  if (raw.rows.length === 0) {
    const swallowed = columns.flatMap(({ path }) => path).find(isOfRow)
    return swallowed ? [finding('no_rows', { title, text: swallowed }, placeOf(raw))] : []
  }
  if (amounts.length === 0) return [finding('no_amounts', { title }, placeOf(raw))]
  const isBlank = !amounts.some((role) => isFilled(raw, role)) && raw.notes.length === 0
  return isBlank && codeSystemOf(raw, groups) !== null
    ? [finding('no_figures', { title }, placeOf(raw))]
    : []
}

/** A figure, a code or a numbered name is of a row, wherever it stands. */
function isOfRow(text: string): boolean {
  const folded = fold(text)
  return (
    SURE_AMOUNT.test(folded) ||
    /^[235]\d{2}(?:\d{2})*(?!\d|年)/.test(folded) ||
    ORDINAL.test(folded)
  )
}

function placeOf({ boxes: [{ page, box }] }: RawTable): { page: number; bbox: Issue['bbox'] } {
  return { page, bbox: box }
}
