/**
 * What a row is known by: its codes, else its name; the rows that it stands below, the unit that it belongs to, and the
 * columns of text that say which thing it is of.
 */
import type { BudgetRow, BudgetTable, Column } from '../../../schemas/document.js'
import { fold } from '../../../schemas/text.js'
import { textKeyOf } from '../../../schemas/text-keys.js'
import { type Members, TYPED, type TypedKey, type TypedMembers } from './dimensions.js'
import { memberOf, type System } from './members.js'
import { token } from './text.js'

const PATTERNS = Object.fromEntries(
  Object.entries(TYPED).map(([key, { pattern }]) => [key, new RegExp(`^(?:${pattern})$`, 'u')]),
) as Record<TypedKey, RegExp>

/** A total that is one of nothing in particular; 本年收入合计 and the like keep their name. */
const PLAIN_TOTAL = /^(?:合计|总计|共计|小计)?$/

function matches(key: TypedKey, text: string | null | undefined): text is string {
  return typeof text === 'string' && PATTERNS[key].test(text)
}

export interface RowKey {
  members: Members
  typed: TypedMembers
  /** The name is no part of the key, since a code stands for it. */
  isCoded: boolean
}

/** Rows of one table, with what is looked up of them. */
export class RowKeys {
  readonly #rows: ReadonlyMap<string, BudgetRow>
  readonly #texts: readonly Column[]

  constructor({ rows, columns }: Pick<BudgetTable, 'rows' | 'columns'>) {
    this.#rows = new Map(rows.map((row) => [row.id, row]))
    this.#texts = columns.filter(({ type, key }) => key === null && type === 'text')
  }

  of(row: BudgetRow): RowKey {
    const codes = codesOf(row)
    const isCoded = Object.keys({ ...codes.members, ...codes.typed }).length > 0
    const own = isCoded ? codes.typed : nameOf(row)
    const typed = { ...own, ...this.#above(row), ...this.#unit(row), ...this.#said(row) }
    return { members: codes.members, typed, isCoded }
  }

  /** Of rows that the code, the unit or the whole list does not say already. */
  #above(row: BudgetRow): TypedMembers {
    const names: string[] = []
    for (let above = this.#parent(row); above; above = this.#parent(above)) {
      if (above.role === 'total' || above.role === 'unit') continue
      if (above.code !== null && row.code?.startsWith(above.code)) continue
      names.unshift(token(above.code ?? '') || token(above.name) || token(above.label))
    }
    const path = token(names.filter((name) => name !== '').join(' / '))
    return path === '' ? {} : { above: path }
  }

  #parent({ parent }: BudgetRow): BudgetRow | undefined {
    return parent === null ? undefined : this.#rows.get(parent)
  }

  #unit(row: BudgetRow): TypedMembers {
    if (matches('unit', row.unitCode)) return { unit: row.unitCode }
    const name = token(row.unitName ?? '') || (row.role === 'unit' ? token(row.name) : '')
    if (name !== '') return { unitName: name }
    const above = this.#parent(row)
    return above ? this.#unit(above) : {}
  }

  #said(row: BudgetRow): TypedMembers {
    const said: TypedMembers = {}
    for (const { id, path } of this.#texts) {
      const key = textKeyOf(fold(path.at(-1) ?? ''))
      const text = token(row.cells[id]?.text ?? '')
      if (key !== null && text !== '') said[key] = said[key] ? `${said[key]} / ${text}` : text
    }
    return said
  }
}

function nameOf(row: BudgetRow): TypedMembers {
  const isTotal = row.role === 'total' && row.panel === null && PLAIN_TOTAL.test(fold(row.name))
  if (isTotal || row.role === 'unit') return {}
  const name = token(row.name) || token(row.label)
  return name === '' ? {} : { name }
}

const SYSTEMS: readonly System[] = ['functional', 'department_economic', 'government_economic']

type Codes = Pick<RowKey, 'members' | 'typed'>

/** By the code's first digit, as the classifications have it; what fits none is another code. */
function codesOf({ code, governmentCode }: BudgetRow): Codes {
  const system = SYSTEMS.find((each) => matches(each, code))
  const own = system ? coded(system, code as string) : otherCode(code)
  const second =
    matches('government_economic', governmentCode) && system !== 'government_economic'
      ? coded('government_economic', governmentCode)
      : { members: {}, typed: {} }
  return {
    members: { ...own.members, ...second.members },
    typed: { ...own.typed, ...second.typed },
  }
}

function coded(system: System, code: string): Codes {
  const member = memberOf(system, code)
  if (member === null) return { members: {}, typed: { [system]: code } }
  return { members: { [system]: member }, typed: {} }
}

function otherCode(code: string | null): Codes {
  return { members: {}, typed: matches('code', code) ? { code } : {} }
}
