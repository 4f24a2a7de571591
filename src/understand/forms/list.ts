/** A list -> a record for each of its projects; rows of totals and of units stand among them. */
import { GOAL_PLACEHOLDER } from '../../../schemas/forms/goals.js'
import { POINT_NAMES } from '../../../schemas/forms/money.js'
import { BODY, type NameField } from '../../../schemas/forms/names.js'
import type {
  PerformanceGoal,
  PerformanceIndicator,
  PerformanceRecord,
} from '../../../schemas/performance.js'
import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { type Head, readHead } from './head.js'
import { toIndicators } from './indicators.js'
import { kindOf } from './kind.js'
import { filledCells } from './line.js'
import { type Group, readGroups } from './list-rows.js'
import { fundingFrom } from './money.js'
import { splitBody, splitProject } from './names.js'
import type { FormLine } from './part.js'
import type { ReadForm, Unplaced } from './record.js'
import { readRows } from './rows.js'
import { isRunOn, readRunOn } from './run-on.js'
import type { FormDraft } from './split.js'

interface Body {
  code: string | null
  name: string | null
}

/** What all rows of a list share. */
interface Shared {
  head: Head
  kind: PerformanceRecord['kind']
  /** The unit whose row stands above. */
  unit: Body
}

interface Content {
  goals: PerformanceGoal[]
  indicators: PerformanceIndicator[]
  used: Set<RawCell>
}

export function readList(draft: FormDraft, table: PerformanceRecord['kind'] | null): ReadForm[] {
  const of = (heading: boolean) =>
    draft.lines.filter(({ block }) => (block === 'heading') === heading)
  const inside = of(true).flatMap(({ line }) => filledCells(line.cells))
  const head = readHead(draft.head, inside)
  const kind = kindOf(head.title, table, { project: true, department: true, reviewed: false })
  let unit: Body = { code: null, name: null }
  const records: ReadForm[] = []
  for (const group of readGroups(of(false))) {
    const content = contentOf(group)
    if (content === null) unit = unitOf(group, unit)
    else records.push(readRow(group, content, { head, kind, unit }))
  }
  return records
}

/** Null of a row that only says whose money the rows below are, or what they sum to. */
function contentOf(group: Group): Content | null {
  const rows = readRows(group.lines, group.columns.indicators)
  const runs = runOnCells(group)
  const indicators = [...toIndicators(rows.rows), ...readRunOn(runs)]
  const goals = goalsOf(group).filter(({ text }) => !isRunOn(text))
  const used = new Set([...rows.used, ...runs])
  if (indicators.length === 0 && goals.length === 0 && !isProjectAlone(group)) return null
  return { goals, indicators, used }
}

/** Whatever its column is called: indicators one after another are told by their codes. */
function runOnCells({ lines }: Group): RawCell[] {
  const cells = lines.flatMap((line) => filledCells(line.cells)).filter(({ text }) => isRunOn(text))
  return [...new Set(cells)]
}

function goalsOf({ columns, goals }: Group): PerformanceGoal[] {
  return goals.flatMap((cell, i) => {
    if (cell === null || cell.text === '' || GOAL_PLACEHOLDER.test(fold(cell.text))) return []
    return [{ phase: columns.goals[i].phase, text: cell.text, page: cell.page, bbox: cell.box }]
  })
}

/** A project without goal and indicators: units have a column of their own, or its name is no body's. */
function isProjectAlone({ columns, names, money }: Group): boolean {
  const units = columns.names.some(({ field }) => field === 'unit')
  const text = names.project?.text ?? ''
  const total = Object.values(names).some((cell) => isTotal(cell.text))
  const paid = money.some((cell) => cell !== null && cell.text !== '')
  return text !== '' && paid && !total && (units || !isBody(text))
}

/** Units stand among the projects of a list: 某市支付中心, 106001_某局. */
function isBody(text: string): boolean {
  return splitBody(text).code !== null || BODY.test(fold(text).replace(/(?<=.)\([^()]*\)$/, ''))
}

const isTotal = (text: string) => /^(?:合计|总计|小计|共计)$/.test(fold(text))

function unitOf({ names }: Group, before: Body): Body {
  const texts = Object.values(names).map(({ text }) => text)
  if (texts.some(isTotal)) return before
  const named = names.unit ?? names.unitOrProject ?? names.department ?? names.project
  if (!named || named.text === '') return before
  const { code, name } = splitBody(named.text)
  return { code: (names.unitCode ?? names.unitOrProjectCode)?.text || code, name }
}

function readRow(group: Group, content: Content, shared: Shared): ReadForm {
  const { columns, lines, names, money } = group
  const used = new Set<RawCell>([...content.used, ...group.cells])
  const funding = money.flatMap((cell, i) =>
    cell ? [fundingFrom(columns.money[i].label, columns.money[i].header, cell)] : [],
  )
  const { head, kind } = shared
  const record: Unplaced = {
    pages: pagesOf(lines),
    kind,
    title: head.title,
    year: head.year,
    period: names.period?.text || null,
    ...whose(group, shared),
    moneyUnit: columns.moneyUnit ?? (funding.length > 0 ? head.moneyUnit : null),
    funding,
    tasks: [],
    goals: content.goals,
    indicators: content.indicators,
    details: detailsOf(group),
    scores: scoresOf(group),
  }
  return { record, table: lines[0].part.table, lines, used }
}

function scoresOf({ columns, points }: Group): Record<string, string> {
  const scores: Record<string, string> = {}
  for (const [i, { name }] of columns.points.entries()) {
    const text = fold(points[i]?.text ?? '')
    if (/\d/.test(text)) scores[POINT_NAMES[name]] ??= text
  }
  return scores
}

function pagesOf(lines: readonly FormLine[]): number[] {
  return [...new Set(lines.map(({ part }) => part.page))]
}

type Whose = Pick<
  PerformanceRecord,
  'project' | 'projectCode' | 'department' | 'departmentCode' | 'unit' | 'unitCode'
>

function whose(group: Group, { head, kind, unit }: Shared): Whose {
  const { names } = group
  const said = (field: NameField) => names[field]?.text || null
  const named = said('project') ?? said('unitOrProject')
  const ofProject = !kind.startsWith('department')
  const project = ofProject && named !== null ? splitProject(named) : null
  const own = said('unit') ?? (ofProject ? null : named)
  const by = own === null ? unit : splitBody(own)
  const department = said('department') ? splitBody(said('department') ?? '') : head.department
  return {
    project: project?.name ?? null,
    projectCode: said('projectCode') ?? said('unitOrProjectCode') ?? project?.code ?? null,
    department: department?.name ?? null,
    departmentCode: said('departmentCode') ?? department?.code ?? null,
    unit: by.name,
    unitCode: said('unitCode') ?? by.code,
  }
}

function detailsOf({ columns, names, others }: Group): PerformanceRecord['details'] {
  const detail = columns.names.find(({ field }) => field === 'detail')
  const kept = others.map((cell, i) => ({ label: columns.others[i].header, cell }))
  if (detail && names.detail) kept.push({ label: detail.header, cell: names.detail })
  return kept.flatMap(({ label, cell }) =>
    cell && cell.text !== '' && !/^(?:序号|行次|编号)$/.test(label)
      ? [{ label, text: cell.text, page: cell.page, bbox: cell.box }]
      : [],
  )
}
