/** A form's blocks -> one record. */
import type { PerformanceRecord } from '../../../schemas/performance.js'
import type { RawCell } from '../../../schemas/stages.js'
import { readGoals } from './goals.js'
import { projectInTitle, readHead } from './head.js'
import { toIndicators, totalScores } from './indicators.js'
import { kindOf } from './kind.js'
import { filledCells } from './line.js'
import { readMoney } from './money.js'
import { type Names, readNames, splitBody, splitProject } from './names.js'
import type { FormLine } from './part.js'
import { readRows } from './rows.js'
import type { Block, FormDraft } from './split.js'
import { readTasks } from './tasks.js'

export type Unplaced = Omit<PerformanceRecord, 'id' | 'table'>

export interface ReadForm {
  record: Unplaced
  /** The table that it begins in, by its place in the document. */
  table: number
  lines: FormLine[]
  /** Cells that some block holds. */
  used: Set<RawCell>
}

export function readForm(draft: FormDraft, tableKind: PerformanceRecord['kind'] | null): ReadForm {
  const of = (...blocks: Block[]) =>
    draft.lines.filter(({ block }) => blocks.includes(block)).map(({ line }) => line)
  const names = readNames(of('fields'))
  const money = readMoney(of('fields'), names.used)
  const tasks = readTasks(of('tasks'))
  const goals = readGoals(of('goals'))
  const rows = readRows(of('indicators', 'scores'))
  const indicators = toIndicators(rows.rows)
  const head = readHead(
    draft.head,
    of('heading').flatMap(({ cells }) => filledCells(cells)),
  )
  const lines = draft.lines.map(({ line }) => line)
  const { fields } = names
  const reviewed = indicators.some(({ actual, score }) => actual !== null || score !== null)
  const kind = kindOf(head.title, tableKind, {
    project: projectCell(names) !== undefined,
    department: fields.department !== undefined || fields.unit !== undefined,
    reviewed: reviewed || goals.goals.some(({ phase }) => phase === 'actual'),
  })
  const record: Unplaced = {
    pages: [...new Set(lines.map(({ part }) => part.page))],
    kind,
    title: head.title,
    ...whose(names, head, draft.titled, kind),
    period: periodOf(names),
    moneyUnit: money.unit ?? tasks.unit ?? (money.funding.length > 0 ? head.moneyUnit : null),
    funding: [...tasks.funding, ...money.funding],
    tasks: tasks.tasks,
    goals: goals.goals,
    indicators,
    details: [...names.details, ...rows.banners.map(bannerDetail)],
    scores: { ...tasks.scores, ...money.scores, ...totalScores(rows.totals) },
  }
  const used = new Set([names, money, tasks, goals, rows].flatMap((read) => [...read.used]))
  for (const line of of('heading')) for (const cell of line.cells) used.add(cell)
  return { record, table: lines[0].part.table, lines, used }
}

function bannerDetail({ text, page, box }: RawCell): PerformanceRecord['details'][number] {
  return { label: '', text, page, bbox: box }
}

function projectCell({ fields }: Names): RawCell | undefined {
  return fields.project ?? fields.unitOrProject
}

type Whose = Pick<
  PerformanceRecord,
  'year' | 'project' | 'projectCode' | 'department' | 'departmentCode' | 'unit' | 'unitCode'
>

/** Who promises what: by the rows of names, the lines above the form, and failing those its title. */
function whose(
  names: Names,
  head: ReturnType<typeof readHead>,
  titled: boolean,
  kind: PerformanceRecord['kind'],
): Whose {
  const { fields } = names
  const ofDepartment = kind.startsWith('department')
  const own = splitProject(projectCell(names)?.text ?? '')
  const bare = projectCell(names) === undefined && fields.department === undefined
  const titles = bare && titled && !ofDepartment ? projectInTitle(head.title) : null
  const department = fields.department ? splitBody(fields.department.text) : head.department
  const unit = fields.unit
    ? splitBody(fields.unit.text)
    : { code: null, name: titles?.unit ?? null }
  const alone = ofDepartment && department === null && unit.name !== null
  const by = alone ? unit : department
  return {
    year: yearIn(fields.year) ?? (titles?.project ? null : head.year),
    project: ofDepartment ? null : own.name || (titles?.project ?? null),
    projectCode: fields.projectCode?.text ?? own.code,
    department: by?.name ?? null,
    departmentCode: fields.departmentCode?.text ?? by?.code ?? null,
    unit: alone ? null : unit.name,
    unitCode: fields.unitCode?.text ?? (alone ? null : unit.code),
  }
}

function yearIn(cell: RawCell | undefined): number | null {
  const year = /(?:19|20)\d\d/.exec(cell?.text ?? '')
  return year ? Number(year[0]) : null
}

/** 实施期限, or from the day it begins to the day it ends. */
function periodOf({ fields: { period, periodStart, periodEnd } }: Names): string | null {
  if (period) return period.text
  const ends = [periodStart, periodEnd].flatMap((cell) => (cell ? [cell.text] : []))
  return ends.length > 0 ? ends.join(' — ') : null
}
