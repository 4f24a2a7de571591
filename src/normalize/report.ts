/** What a document is: budget or final accounts, whose, for which year. Its own words decide, never the file's name. */
import type { BudgetTable, Report } from '../../schemas/document.js'
import type { TextLine } from '../../schemas/stages.js'
import { fold } from '../../schemas/text.js'

/** Lines of the first pages, where a document says what it is. */
const FRONT_PAGES = 3

export function readReport(tables: BudgetTable[], prose: TextLine[]): Report {
  const read = tables.filter((table) => table.kind !== 'unrecognized')
  const front = prose.filter((line) => line.page <= FRONT_PAGES).map((line) => fold(line.text))
  const titles = [
    ...read.map((table) => fold(table.title)),
    ...read.flatMap((t) => t.columns.map((c) => fold(c.path.join('/')))),
  ]
  const kind = kindOf(titles, front, read.length > 0)
  const fiscalYear =
    kind === null ? null : (titleYear(front, kind) ?? commonYear(titles) ?? commonYear(front))
  return { kind, fiscalYear, department: ownerOf(read, front), scope: scopeOf(titles, front) }
}

function kindOf(titles: string[], front: string[], hasTables: boolean): Report['kind'] {
  const count = (lines: string[], word: RegExp) => lines.filter((line) => word.test(line)).length
  const heading = front.find(
    (line) =>
      line.length < 50 &&
      /(?:部门|单位)?(?:预算|决算)(?:公开|信息|报告|说明|表)?/.test(line) &&
      /(?:19|20)\d\d|部门|单位/.test(line),
  )
  const accounts = count(titles, /决算/)
  const budget = count(titles, /预算/)
  if (hasTables && accounts > 0 && count(titles, /决算(?:数|表|总表)/) > 3) return 'final_accounts'
  if (hasTables && (budget > 0 || !heading)) return 'budget'
  if (heading) return /决算/.test(heading) ? 'final_accounts' : 'budget'
  return hasTables ? 'budget' : null
}

/** The year of the line that names the document: "XX局2026年部门预算". */
function titleYear(front: string[], kind: Report['kind']): number | null {
  const word = kind === 'final_accounts' ? '决算' : '预算'
  const pattern = new RegExp(`((?:19|20)\\d\\d)年?度?.{0,30}(?:部门|单位)?${word}`)
  const line = front.find((text) => text.length < 60 && !/。/.test(text) && pattern.test(text))
  return line ? Number(pattern.exec(line)?.[1]) : null
}

function commonYear(lines: string[]): number | null {
  const votes = new Map<number, number>()
  for (const line of lines) {
    const year = /((?:19|20)\d\d)年/.exec(line)
    if (year) votes.set(Number(year[1]), (votes.get(Number(year[1])) ?? 0) + 1)
  }
  return [...votes].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null
}

/** The owner most tables name; failing that, the one of the title page. */
function ownerOf(tables: BudgetTable[], front: string[]): string | null {
  const votes = new Map<string, number>()
  for (const { owner } of tables) if (owner) votes.set(owner, (votes.get(owner) ?? 0) + 1)
  const most = [...votes].toSorted((a, b) => b[1] - a[1])[0]
  if (most) return most[0]
  for (const line of front) {
    const match =
      /^(?:(?:19|20)\d\d年度?)?(.{3,40}?)(?:\(?本级\)?|\(汇总\))?(?:关于)?(?:(?:19|20)\d\d年?度?)?(?:部门|单位)(?:预算|决算)/.exec(
        line,
      )
    if (match && /[局厅委会室院处办部署所站队中心校]$/.test(match[1])) return match[1]
  }
  return (
    unitRow(tables) ??
    front.find(
      (line) =>
        line.length < 40 &&
        /^.{3,}(?:局|厅|委员会|办公室|人民政府|法院|检察院|中心|总队|支队|管理处)$/.test(line),
    ) ??
    null
  )
}

/** Where no line names the owner, the row that bears the department's name on top of a table by unit does. */
function unitRow(tables: BudgetTable[]): string | null {
  return tables.flatMap((table) => table.rows).find((row) => row.role === 'unit')?.name ?? null
}

function scopeOf(titles: string[], front: string[]): Report['scope'] {
  const lines = [...front.filter((line) => line.length < 60), ...titles]
  const count = (word: RegExp) => lines.filter((line) => word.test(line)).length
  const unit = count(
    /(?:预算单位|单位)(?:财务|收|支|预算|决算|"三公"|一般|政府|国有|财政)|单位(?:预算|决算)/,
  )
  const department = count(
    /部门(?:财务|收|支|预算|决算|"三公"|一般|政府性|国有|财政)|部门(?:预算|决算)/,
  )
  if (unit === 0 && department === 0) return null
  return unit > department ? 'unit' : 'department'
}
