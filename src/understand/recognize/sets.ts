/** Several classifications beside each other on one row: the leftmost codes it, the government's stands beside. */
import type { CodeSystem } from '../../../schemas/kind.js'
import type { ColumnKey, RawTable } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { holdsOnlyUnitCodes } from './content.js'
import { type Draft, demote } from './draft.js'
import { labelsAlone } from './rows.js'

type System = Exclude<CodeSystem, 'dual'>

const GOVERNMENT: Partial<Record<ColumnKey, ColumnKey>> = {
  class: 'government_class',
  section: 'government_section',
  code: 'government_code',
  name: 'government_name',
}
const OWN = new Map<ColumnKey | null, ColumnKey>(
  Object.entries(GOVERNMENT).map(([own, other]) => [other, own as ColumnKey]),
)
const CODES: ReadonlySet<ColumnKey | null> = new Set(['class', 'section', 'item', 'code'])

/** Sets the keys of the government's classification apart, and makes those of a third one texts of the row. */
export function separateClassifications(table: RawTable, list: Draft[]): void {
  for (const draft of list) draft.key = OWN.get(draft.key) ?? draft.key
  const keys = list.filter(({ key }) => key === 'name' || CODES.has(key))
  const systems = new Map(keys.map((draft) => [draft, systemOf(draft, keys)]))
  const own = ownSystem(keys, systems)
  const rest = keys.filter((draft) => isOther(systems.get(draft), own))
  const mine = keys.filter((draft) => !rest.includes(draft))
  for (const draft of rest) {
    if (systems.get(draft) === 'government_economic')
      draft.key = GOVERNMENT[draft.key as ColumnKey] ?? draft.key
    else if (!labelsAlone(table, draft, mine)) demote(draft)
  }
}

/** Where nothing but units names the rows, a head of codes that says no more is of theirs, if its cells are. */
export function settleUnitCodes(list: Draft[]): void {
  if (list.some(({ key }) => key === 'name' || key === 'government_name')) return
  if (!list.some(({ key }) => key === 'unit_name')) return
  for (const draft of list)
    if (draft.key === 'code' && saidBy(draft) === null && holdsOnlyUnitCodes(draft.content))
      draft.key = 'unit_code'
}

function isOther(system: System | null | undefined, own: System | null): boolean {
  return system !== null && system !== undefined && own !== null && system !== own
}

/** The leftmost that codes rows, else the leftmost that names them; the government's only where it is alone. */
function ownSystem(keys: Draft[], systems: Map<Draft, System | null>): System | null {
  const coded = keys.filter(({ key }) => CODES.has(key))
  const found = [...coded, ...keys].flatMap((draft) => systems.get(draft) ?? [])
  return found.find((system) => system !== 'government_economic') ?? found[0] ?? null
}

/**
 * By the words of its header, else by its codes; codes that tell nothing are those of the name beside them,
 * and a second name that tells nothing is that of the codes beside it.
 */
function systemOf(draft: Draft, keys: Draft[]): System | null {
  const own = tellOf(draft)
  if (own !== null) return own
  const at = keys.indexOf(draft)
  if (CODES.has(draft.key)) {
    const after = keys.slice(at + 1).find(({ key }) => key === 'name')
    return after ? saidBy(after) : null
  }
  const isSecond = keys.slice(0, at).some(({ key }) => key === 'name')
  const beside = keys[at - 1]
  return isSecond && CODES.has(beside.key) ? tellOf(beside) : null
}

const tellOf = (draft: Draft) => saidBy(draft) ?? codedBy(draft)

function saidBy({ path }: Draft): System | null {
  const words = fold(path.join('/'))
  if (/政府(?!采购|性基金).*(?:经济|科目|分类)/.test(words)) return 'government_economic'
  if (/经济/.test(words)) return 'department_economic'
  return /功能/.test(words) ? 'functional' : null
}

function codedBy({ content }: Draft): System | null {
  const [[digit, votes]] = Object.entries(content.systems).toSorted(([, a], [, b]) => b - a)
  if (votes === 0) return null
  return BY_DIGIT[digit as keyof typeof BY_DIGIT]
}

/** By its first digit a code says which classification it is of. */
export const BY_DIGIT = {
  '2': 'functional',
  '3': 'department_economic',
  '5': 'government_economic',
} as const
